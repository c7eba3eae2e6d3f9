"""What must be unique is unique: numbers, ids, URLs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from sitegen.derive import derive
from sitegen.load import Content, PlanContent
from sitegen.messages import problem
from sitegen.problems import Location, Problem

_PATH = re.compile(r"/(?:[0-9A-Za-z_-]+/)*(?:[0-9A-Za-z_-]+(?:\.html)?)?")

Named = tuple[str, Location]


def unique(content: Content) -> Iterator[Problem]:
    """Report every number, id and URL that is used twice, where it is used again."""
    config = content.config
    for field, ids in (("editions", config.value.editions), ("plans", config.value.plans)):
        yield from _twice("duplicate-slug", ((id_, config.source.where((field, n))) for n, id_ in enumerate(ids)))
    terms = ((e.value.id, e.source.where((*e.path, "id"))) for e in content.terms)
    yield from _twice("duplicate-slug", terms)
    for field in ("id", "item"):
        items = ((getattr(e.value, field), e.source.where((*e.path, field))) for e in content.national)
        yield from _twice("duplicate-slug", items)
    for plan in content.plans:
        numbers = ((i.head.number, i.source.where(("number",))) for i in plan.initiatives)
        yield from _twice("duplicate-number", numbers)
        for named in _lists(plan):
            yield from _twice("duplicate-slug", named)
    yield from _urls(content)


def _lists(plan: PlanContent) -> Iterator[Iterator[Named]]:
    """The lists of plan.yaml in which a name may stand only once."""
    facts = plan.plan.value
    yield _column(plan, "policies", facts.policies, "code")
    for field, listed in (("sections", facts.sections), ("report_sections", facts.report_sections)):
        yield _column(plan, field, listed, "id")
        yield _column(plan, field, listed, "title")
    yield _column(plan, "departments", facts.departments, "id")
    yield _column(plan, "departments", facts.departments, "name")
    yield _column(plan, "phases", facts.phases, "value")


def _column(plan: PlanContent, field: str, listed: Iterable[Any], name: str) -> Iterator[Named]:
    for n, item in enumerate(listed):
        yield getattr(item, name), plan.plan.source.where((field, n, name))


def _urls(content: Content) -> Iterator[Problem]:
    site = derive(content, drafts=True)
    if len({plan.root for plan in site.plans}) < len(site.plans):
        return  # a plan listed twice, or several without a portal, has been reported as such
    pages = [(site.targets[document.source.path], document) for document in content.documents()]
    yield from _twice("duplicate-url", ((path, Location(document.source.path)) for path, document in pages))
    taken = {path: Location(document.source.path) for path, document in pages}
    for _, document in pages:
        for n, alias in enumerate(getattr(document.head, "aliases", ())):
            where = document.source.where(("aliases", n))
            path = alias if alias.endswith(("/", ".html")) else alias + "/"
            if not _PATH.fullmatch(alias):
                yield problem("bad-alias", where, value=alias)
            elif path in taken:
                yield problem("duplicate-url", where, value=alias, other=taken[path])
            else:
                taken[path] = where


def _twice(id_: str, named: Iterable[Named]) -> Iterator[Problem]:
    first: dict[str, Location] = {}
    for name, where in named:
        if name in first:
            yield problem(id_, where, value=name, other=first[name])
        first.setdefault(name, where)
