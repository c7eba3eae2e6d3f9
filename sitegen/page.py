"""A page as data: what it is called, where it lies, and everything that its template may use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sitegen.derive import EditionSite, PlanSite, Status
from sitegen.model import Policy
from sitegen.texts import DocumentText, Edition, Text
from sitegen.views import policy_label


@dataclass(frozen=True)
class Label:
    """Words in an interface string, to be looked up in the page's language."""

    key: str
    values: Mapping[str, str | int] = field(default_factory=dict)


Title = Text | Label


@dataclass(frozen=True)
class Findable:
    """What search finds a page by, besides its title and description."""

    kind: str
    """What the page is: a key of `search.kinds` in the interface strings."""
    text: str = ""
    names: tuple[str, ...] = ()
    """Other names of what the page is about."""
    labels: tuple[str, ...] = ()
    """Words that classify the page: its city, policies, departments, topics."""
    plans: tuple[str, ...] = ()
    """Ids of the plans that it belongs to or that print it."""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What results can be narrowed down to, besides kind and plan: name → values."""
    status: Status | None = None
    """Newest evaluation."""
    initiative: str = ""
    """Plan and number, if it is an initiative."""
    lang: str = ""
    """Language of the text's first `letters`, or "" for the edition's; the words of facts come after them."""
    letters: int = 0


@dataclass(frozen=True)
class Page:
    """One page of one edition; what its template may use is `data`, and nothing else."""

    key: str
    """Path of the page in the default edition, such as /oyama/progress/."""
    edition: Edition
    template: str
    title: Title
    data: Mapping[str, Any]
    trail: tuple[tuple[Title, str], ...] = ()
    """Pages above this one: title and key."""
    section: str = ""
    """Id of the navigation's entry that the page belongs to."""
    plan: str = ""
    """Id of the plan that the page belongs to, if any."""
    description: Title | None = None
    source: str = ""
    """Content file to edit, if the page has one."""
    updated: dt.date | None = None
    found: Findable | None = None
    """What search finds the page by; None leaves it out of the search."""
    listed: bool = True
    """False for pages that are no destination of their own (redirects, the 404 page)."""

    @property
    def path(self) -> str:
        """Path of the page in its edition."""
        return self.edition.url(self.key)


def trail(e: EditionSite, plan: PlanSite | None = None, *more: tuple[Title, str]) -> tuple[tuple[Title, str], ...]:
    """The pages above a page: home, its plan on a portal, and more."""
    home: tuple[Title, str] = (Label("site.home"), "/")
    of_plan = ((e.fact(plan.plan.municipality, plan), plan.root),) if plan and e.site.config.portal else ()
    return (home, *of_plan, *more)


def policy_trail(e: EditionSite, plan: PlanSite, policies: Iterable[Policy]) -> tuple[tuple[Title, str], ...]:
    """Policies as pages above a page, each by its marker."""
    return tuple(
        (policy_label(policy, lambda word: e.fact(word, plan)), f"{plan.root}policies/{policy.name}/")
        for policy in policies
    )


def news_rows(e: EditionSite) -> list[tuple[DocumentText, dt.date, str]]:
    """News items with day and path, newest first."""
    return [(e.text(item), item.head.date, e.site.targets[item.source.path]) for item in e.site.news]


def joined(*parts: Text | str) -> str:
    """Words for the search, one part a line."""
    return "\n".join(str(part) for part in parts if str(part))
