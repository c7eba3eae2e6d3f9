"""What templates show: the facts and words of one edition, cut to what each page declares as its input."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.derive import EditionSite, Listed, PlanSite, Status, report_of
from sitegen.model import Department, Initiative, NationalItem, Plan, Policy, Report, Table
from sitegen.texts import Text


@dataclass(frozen=True)
class PlanHead:
    """A plan's own facts, without its initiatives; `digest` stands for plan.yaml."""

    id: str
    root: str
    facts: Plan
    digest: str

    def policy(self, code: str) -> Policy:
        return next(policy for policy in self.facts.policies if policy.code == code)

    def lineage(self, code: str) -> tuple[Policy, ...]:
        """The policies above, from the root down, and the policy itself."""
        policy = self.policy(code)
        return (*(self.lineage(policy.parent) if policy.parent else ()), policy)

    def department(self, name: str) -> Department | None:
        return next((d for d in self.facts.departments if d.name == name), None)

    def department_id(self, name: str) -> str | None:
        return next((d.id for d in self.facts.departments if d.name == name), None)

    def stage(self, phase: str) -> str | None:
        return next((p.stage for p in self.facts.phases if p.value == phase), None)


@dataclass(frozen=True)
class Card:
    """An initiative in a list; `digest` stands for its files."""

    key: str
    """Path in the default edition."""
    plan: str
    facts: Initiative
    title: Text
    summary: Text
    report: Report | None
    status: Status | None
    operation: Status | None
    digest: str


@dataclass(frozen=True)
class Group:
    """Initiatives under a common heading, with how many have each evaluation."""

    label: str
    key: str | None
    cards: tuple[Card, ...]
    counts: tuple[tuple[Status, int], ...]


@dataclass(frozen=True)
class Serving:
    """An initiative that serves a national item, and the titles of the actions named for it."""

    card: Card
    actions: tuple[str, ...]
    by: str
    """`plan`: the plan prints the link; `editor`: it is the site's own reading."""


@dataclass(frozen=True)
class NationalRow:
    """A national item and the initiatives of a plan that serve it."""

    item: NationalItem
    served: tuple[Serving, ...]


@dataclass(frozen=True)
class Point:
    """A row of a table as its chart draws it."""

    label: str
    x: float
    y: float | None


@dataclass(frozen=True)
class FactTable:
    """A table of a plan, with the pages of the initiatives that it names and the points of its chart."""

    table: Table
    links: Mapping[str, str]
    points: tuple[Point, ...]


def fact_table(plan: PlanSite, table: Table) -> FactTable:
    """Show a table; a row without a number in the chart's column is left out of the chart."""
    keys = {i.head.number: f"{plan.root}initiatives/{i.slug}/" for i in plan.initiatives}
    column = table.initiatives
    named = {number for row in table.rows for number in row[column - 1].split("、")} if column else set()
    return FactTable(table, {number: key for number, key in keys.items() if number in named}, tuple(_points(table)))


def _points(table: Table) -> Iterator[Point]:
    chart = table.chart
    if chart is None:
        return
    for row in table.rows:
        x = _first_number(row[chart.x - 1])
        y = _first_number(row[chart.y - 1]) if chart.y else None
        if x is not None and (y is not None or not chart.y):
            yield Point(row[chart.label - 1], x, y)


def _first_number(text: str) -> float | None:
    found = re.search(r"-?\d+(\.\d+)?", unicodedata.normalize("NFKC", text).replace(",", ""))
    return float(found[0]) if found else None


def plan_head(plan: PlanSite) -> PlanHead:
    """A plan's own facts, as pages that do not list initiatives need them."""
    return PlanHead(plan.id, plan.root, plan.plan, plan.content.plan.source.digest)


def card(e: EditionSite, plan: PlanSite, document: Listed, fy: int | None = None) -> Card:
    """Show an initiative in a list, with its report of a year or its newest one."""
    text = e.initiative(document)
    report = report_of(document.head, fy)
    return Card(
        key=e.site.targets[document.source.path],
        plan=plan.id,
        facts=document.head,
        title=text.title,
        summary=text.summary,
        report=report,
        status=plan.evaluation(report.evaluation) if report else None,
        operation=plan.operation(report.operation) if report and report.operation else None,
        digest=text.digest,
    )


def cards(e: EditionSite, plan: PlanSite, documents: Iterable[Listed], fy: int | None = None) -> tuple[Card, ...]:
    """Show several initiatives in a list."""
    return tuple(card(e, plan, document, fy) for document in documents)


def by_policy(e: EditionSite, plan: PlanSite, fy: int | None = None) -> tuple[Group, ...]:
    """The initiatives under each policy that holds some itself."""
    groups = []
    for policy in plan.plan.policies:
        own = [i for i in plan.initiatives if i.head.policy == policy.code]
        if own:
            key = f"{plan.root}policies/{policy.name}/"
            groups.append(Group(policy.title, key, cards(e, plan, own, fy), plan.counts(own, fy)))
    return tuple(groups)


def by_department(e: EditionSite, plan: PlanSite, fy: int | None = None) -> tuple[Group, ...]:
    """The initiatives of each department that has some."""
    groups = []
    for department in plan.departments:
        own = plan.of_department(department.name)
        key = f"{plan.root}departments/{department.id}/"
        groups.append(Group(department.name, key, cards(e, plan, own, fy), plan.counts(own, fy)))
    return tuple(groups)


def national_rows(e: EditionSite, plan: PlanSite, fy: int | None = None) -> tuple[NationalRow, ...]:
    """Every national item with the plan's initiatives that serve it."""
    return tuple(NationalRow(item, tuple(_serving(e, plan, item.item, fy))) for item in e.site.national)


def _serving(e: EditionSite, plan: PlanSite, item: str, fy: int | None) -> Iterator[Serving]:
    for document in plan.of_national(item):
        link = next(link for link in document.head.national if link.item == item)
        titles = tuple(action.title for action in document.head.actions if action.mark in link.actions)
        yield Serving(card(e, plan, document, fy), titles, link.by)
