"""Every page of the site: URL → template, edition, data. The site's table of contents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from sitegen.derive import EditionSite
from sitegen.markup import headings
from sitegen.page import Label, Page, trail
from sitegen.pages import figures, initiative, plan, site, texts
from sitegen.pages.search import search_page
from sitegen.texts import DocumentText

PAGES: tuple[Callable[[EditionSite], Iterator[Page]], ...] = (
    site.home,
    plan.plan_home,
    plan.policy_pages,
    initiative.initiative_pages,
    figures.progress_pages,
    figures.schedule_page,
    figures.indicators_page,
    figures.budget_page,
    plan.department_pages,
    plan.sdg_pages,
    plan.whole_plan,
    texts.text_pages,
    site.national_pages,
    site.theme_pages,
    site.glossary_pages,
    texts.news_pages,
    site.tool_pages,
    texts.alias_pages,
)
"""What makes the pages, in the order of the page map."""


def pages(e: EditionSite) -> tuple[Page, ...]:
    """All pages of an edition; search and the page map come last, since they tell of the others."""
    listed = [replace(page, plan=_plan_of(e, page.key)) for make in PAGES for page in make(e)]
    listed.append(search_page(e, listed))
    return (*listed, _sitemap(e, listed))


def _plan_of(e: EditionSite, key: str) -> str:
    return next((plan.id for plan in e.site.plans if e.site.config.portal and key.startswith(plan.root)), "")


def anchors(listed: Iterable[Page]) -> dict[str, frozenset[str]]:
    """Key of every page → ids of the headings in its text."""
    found: dict[str, frozenset[str]] = {}
    for page in listed:
        text = page.data.get("text")
        ids = frozenset(headings(text.tokens)) if isinstance(text, DocumentText) else frozenset()
        found[page.key] = found.get(page.key, frozenset()) | ids
    return found


def _sitemap(e: EditionSite, listed: list[Page]) -> Page:
    names = {plan.id: e.fact(plan.plan.municipality, plan) for plan in e.site.plans} if len(e.site.plans) > 1 else {}
    own = sorted((p for p in listed if p.listed and p.key != "/"), key=lambda p: p.plan)
    shown = [
        (page.title, page.key, level, None if page.key == f"/{page.plan}/" else names.get(page.plan))
        for page, level in zip(own, _levels(len(page.trail) for page in own), strict=True)
    ]
    return Page(
        "/sitemap/",
        e.edition,
        "sitemap.html",
        Label("sitemap.title"),
        {"listed": shown},
        trail(e),
        "sitemap",
    )


def _levels(depths: Iterable[int]) -> Iterator[int]:
    """How far each line of a tree is moved in: one step below the last line that is less deep."""
    above: list[int] = []
    for depth in depths:
        while above and above[-1] >= depth:
            above.pop()
        above.append(depth)
        yield len(above)
