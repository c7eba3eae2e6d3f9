"""Pages of text: of the site, of a plan, news; and earlier addresses that lead to a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.derive import EditionSite, tables_of
from sitegen.page import Findable, Label, Page, news_rows, trail
from sitegen.pages.findable import document_found
from sitegen.texts import DocumentText
from sitegen.views import (
    fact_table,
)


def text_pages(e: EditionSite) -> Iterator[Page]:
    """The pages of text of each plan and of the site."""
    for plan in e.site.plans:
        for document in plan.pages:
            tables = [fact_table(plan, entry.value) for _, entry in tables_of(plan, document)]
            above = trail(e, plan)
            yield _document(
                e,
                e.text(document),
                e.site.targets[document.source.path],
                above,
                tables=tables,
                section="plan",
                found=document_found(e, "page", e.text(document), plan, (table.table for table in tables)),
            )
    for document in e.site.pages:
        template = "accessibility.html" if document.slug == "accessibility" else "page.html"
        key = e.site.targets[document.source.path]
        text = e.text(document)
        found = document_found(e, "page", text)
        yield _document(e, text, key, trail(e), template=template, section=document.slug, found=found)


def _document(  # noqa: PLR0913  # what all pages of text share
    e: EditionSite,
    text: DocumentText,
    key: str,
    above: Any,
    *,
    section: str,
    found: Findable,
    template: str = "page.html",
    tables: Any = (),
) -> Page:
    return Page(
        key,
        e.edition,
        template,
        text.title,
        {"text": text, "tables": tables},
        above,
        section=section,
        description=text.summary,
        source=text.source,
        updated=text.updated,
        found=found,
    )


def news_pages(e: EditionSite) -> Iterator[Page]:
    """The list of news, and one page an item."""
    title = Label("news.title")
    yield Page("/news/", e.edition, "news.html", title, {"news": news_rows(e)}, trail(e), "news")
    for document in e.site.news:
        text = e.text(document)
        yield Page(
            e.site.targets[document.source.path],
            e.edition,
            "news-item.html",
            text.title,
            {"text": text, "date": document.head.date},
            trail=trail(e, None, (title, "/news/")),
            section="news",
            description=text.summary,
            source=text.source,
            updated=text.updated,
            found=document_found(e, "news", text),
        )


def alias_pages(e: EditionSite) -> Iterator[Page]:
    """A redirect at each earlier address."""
    for document in e.site.content.documents():
        for alias in getattr(document.head, "aliases", ()):
            if (target := e.site.targets.get(document.source.path)) and not getattr(document.head, "draft", False):
                title = e.text(document).title
                yield Page(alias, e.edition, "redirect.html", title, {"target": target}, listed=False)
