"""Pages → records: what search knows of each page, in the words of its edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sitegen.derive import Site
from sitegen.language.locales import primary
from sitegen.page import Page
from sitegen.render import Chrome, PageView
from sitegen.search.records import Record
from sitegen.texts import Text

_ALSO_SEARCHED = ("ja", "en")
"""Editions whose titles find pages in every edition."""


def records(edition: str, pages: Iterable[Page], chromes: Mapping[str, Chrome], site: Site) -> Iterator[Record]:
    """The records of an edition, from the pages of all editions."""
    found: dict[str, list[Page]] = {edition: []}
    for page in pages:
        if page.found and page.edition.id in (edition, *_ALSO_SEARCHED):
            found.setdefault(page.edition.id, []).append(page)
    others = [id_ for id_ in _ALSO_SEARCHED if id_ in found and id_ != edition]
    titles = {id_: {page.key: PageView(page, chromes[id_]).text(page.title) for page in found[id_]} for id_ in others}
    cities = {plan.id: plan.plan.municipality for plan in site.plans} if len(site.plans) > 1 else {}
    for page in found[edition]:
        in_others = (titles[id_][page.key] for id_ in others if page.key in titles[id_])
        yield _record(PageView(page, chromes[edition]), cities, in_others)


def _record(view: PageView, cities: Mapping[str, str], titles: Iterable[Text]) -> Record:
    page, found = view.page, view.page.found
    assert found is not None  # noqa: S101  # only such pages come here
    title, summary = (view.text(part) if part else Text("", view.lang) for part in (page.title, page.description))
    return Record(
        url=page.key.removeprefix("/"),
        kind=found.kind,
        title=title.value,
        summary=summary.value,
        text=found.text,
        names=found.names,
        labels=found.labels,
        elsewhere=tuple(dict.fromkeys(other.value for other in titles if other.value != title.value)),
        plans=tuple(view.fact(cities[plan]).value for plan in found.plans if plan in cities),
        status=(found.status.kind, view.fact(found.status.value).value) if found.status else ("", ""),
        facets={"kind": (found.kind,), "plan": found.plans, **found.facets},
        initiative=found.initiative,
        langs=_others(view.lang, title=title.lang, summary=summary.lang, text=found.lang or view.lang),
        letters=found.letters,
    )


def _others(own: str, **languages: str) -> dict[str, str]:
    """The languages that a reader of a page in one language has to be told."""
    return {part: lang for part, lang in languages.items() if primary(lang) != primary(own)}
