"""The search page: it knows everything that results can be narrowed down to from what the other pages are found by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from sitegen.derive import EditionSite, PlanSite
from sitegen.model import Kind
from sitegen.page import Findable, Label, Page, trail
from sitegen.texts import Text
from sitegen.views import policy_label

_KINDS = ("initiative", "term", "policy", "department", "plan", "theme", "national", "figures", "page", "news")
"""Kinds of pages in the order of the choices."""

_Choices = Callable[[EditionSite, PlanSite], Iterator["Choice"]]


@dataclass(frozen=True)
class Choice:
    """A value that results can be narrowed down to."""

    value: str
    name: Text
    mark: Text | None = None
    """What stands before the name, such as 基本目標①."""


def search_page(e: EditionSite, others: Iterable[Page]) -> Page:
    """The page that searches the others."""
    found = [page.found for page in others if page.found]
    values = _values(found)
    data = {
        "plans": [Choice(p.id, e.fact(p.plan.municipality, p)) for p in e.site.plans if p.id in values["plan"]],
        "kinds": sorted(values["kind"], key=_KINDS.index),
        "statuses": _statuses(e, found),
        "years": sorted(map(int, values["year"])),
        "policies": _groups(e, values["policy"], _policies),
        "departments": _groups(e, values["department"], _departments),
    }
    return Page("/search/", e.edition, "search.html", Label("search.title"), data, trail(e), "search")


def _values(found: Iterable[Findable]) -> dict[str, set[str]]:
    """Name of a filter → the values that pages have."""
    values: dict[str, set[str]] = {name: set() for name in ("kind", "plan", "policy", "department", "status", "year")}
    for one in found:
        for name, own in {"kind": (one.kind,), "plan": one.plans, **one.facets}.items():
            values[name].update(own)
    return values


def _statuses(e: EditionSite, found: Iterable[Findable]) -> list[tuple[Kind, list[Text]]]:
    """Each kind of status, with the words of the plans for it."""
    plans = {plan.id: plan for plan in e.site.plans}
    words: dict[Kind, dict[str, Text]] = {kind: {} for kind in get_args(Kind)}
    for one in found:
        if one.status:
            text = e.fact(one.status.value, plans[one.plans[0]])
            words[one.status.kind][text.value] = text
    return [(kind, list(texts.values())) for kind, texts in words.items() if texts]


def _groups(e: EditionSite, values: set[str], choices: _Choices) -> list[tuple[Text, list[Choice]]]:
    """Choices under the name of the city whose plan has them."""
    groups = ((e.fact(p.plan.municipality, p), [c for c in choices(e, p) if c.value in values]) for p in e.site.plans)
    return [(city, listed) for city, listed in groups if listed]


def _policies(e: EditionSite, plan: PlanSite) -> Iterator[Choice]:
    for policy in plan.plan.policies:
        marked = policy.label not in (policy.title, policy.level)
        mark = policy_label(policy, lambda word: e.fact(word, plan)) if marked else None
        yield Choice(f"{plan.id}/{policy.name}", e.fact(policy.title, plan), mark)


def _departments(e: EditionSite, plan: PlanSite) -> Iterator[Choice]:
    for department in plan.departments:
        yield Choice(f"{plan.id}/{department.id}", e.fact(department.name, plan))
