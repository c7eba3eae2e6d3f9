"""Pages across plans: home, national items, topics, glossary, open data."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.derive import EditionSite, term_path
from sitegen.page import Label, Page, news_rows, trail
from sitegen.pages.findable import listing_found, term_found
from sitegen.texts import by_language
from sitegen.translation.items import STATES
from sitegen.views import (
    by_policy,
    cards,
    national_rows,
    plan_head,
    printed_terms,
)


def home(e: EditionSite) -> Iterator[Page]:
    """The portal's home; without a portal the plan's home is the site's."""
    if not e.site.config.portal:
        return
    plans = [(plan_head(p), p.counts(p.counted), len(p.counted), p.reported_years[:1]) for p in e.site.plans]
    policies = {p.id: by_policy(e, p) for p in e.site.plans}
    themes = [(t, sum(len(p.of_theme(t.id)) for p in e.site.plans)) for t in e.site.themes]
    site = e.site.config
    yield Page(
        "/",
        e.edition,
        "home.html",
        by_language(site.title, e.edition),
        {"plans": plans, "policies": policies, "themes": themes, "news": news_rows(e)[:3]},
        description=by_language(site.description, e.edition),
        section="home",
    )


def national_pages(e: EditionSite) -> Iterator[Page]:
    """The national items as the yardstick across plans, and one page each."""
    if not e.site.national:
        return
    plans = [(plan_head(plan), national_rows(e, plan)) for plan in e.site.plans]
    title = Label("national.title")
    yield Page("/national/", e.edition, "national.html", title, {"plans": plans}, trail(e), "national")
    for n, item in enumerate(e.site.national):
        served = [(head, rows[n].served) for head, rows in plans]
        yield Page(
            f"/national/{item.id}/",
            e.edition,
            "national-item.html",
            e.fact(item.title),
            {"item": item, "plans": served},
            trail=trail(e, None, (title, "/national/")),
            section="national",
            found=listing_found(e, "national"),
        )


def theme_pages(e: EditionSite) -> Iterator[Page]:
    """The topics, and one page each."""
    if not e.site.themes:
        return
    title = Label("themes.title")
    shown = [
        (theme, [(plan_head(p), cards(e, p, p.of_theme(theme.id))) for p in e.site.plans]) for theme in e.site.themes
    ]
    yield Page("/themes/", e.edition, "themes.html", title, {"themes": shown}, trail(e), "themes")
    for theme, plans in shown:
        yield Page(
            f"/themes/{theme.id}/",
            e.edition,
            "theme.html",
            e.fact(theme.title),
            {"plans": plans},
            trail=trail(e, None, (title, "/themes/")),
            section="themes",
            found=listing_found(e, "theme"),
        )


def glossary_pages(e: EditionSite) -> Iterator[Page]:
    """The index of the glossary, and one page a term."""
    entries = e.glossary()
    if not entries:
        return
    title = Label("glossary.title")
    yield Page("/glossary/", e.edition, "glossary.html", title, {"entries": entries}, trail(e), "glossary")
    uses = e.uses()
    printed = printed_terms(e)
    terms = {entry.value.id: entry for entry in e.site.content.terms}
    names = {entry.id: entry.name for entry in entries}
    for n, entry in enumerate(entries):
        term = terms[entry.id].value
        definition = by_language(term.definition, e.edition)
        yield Page(
            term_path(entry.id),
            e.edition,
            "term.html",
            entry.name,
            {
                "term": term,
                "definition": definition,
                "see": [(names[id_], term_path(id_)) for id_ in term.see if id_ in names],
                "uses": uses.get(entry.id, []),
                "printed": printed.get(entry.id, []),
                "previous": (entries[n - 1].name, term_path(entries[n - 1].id)) if n else None,
                "next": (entries[n + 1].name, term_path(entries[n + 1].id)) if n + 1 < len(entries) else None,
            },
            trail=trail(e, None, (title, "/glossary/")),
            section="glossary",
            description=definition,
            source=terms[entry.id].source.path,
            found=term_found(e, term),
        )


def tool_pages(e: EditionSite) -> Iterator[Page]:
    """Open data, the state of translations, and the page for missing addresses."""
    plans = [plan_head(plan) for plan in e.site.plans]
    yield Page(
        "/open-data/",
        e.edition,
        "open-data.html",
        Label("open_data.title"),
        {"plans": plans},
        trail(e),
        "open-data",
    )
    if statuses := e.site.translations:
        data = {"statuses": statuses, "states": STATES}
        yield Page("/translations/", e.edition, "translations.html", Label("translations.title"), data, trail(e))
    yield Page("/404.html", e.edition, "404.html", Label("not_found.title"), {}, listed=False)
