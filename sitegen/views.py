"""What templates show: the facts and words of one edition, cut to what each page declares as its input."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.axes import Axis, axis
from sitegen.derive import EditionSite, Listed, PlanSite, Status, report_of, tables_of
from sitegen.model import Department, Initiative, NationalItem, Plan, Policy, PrintedTerm, Report, Table
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
    policy: Policy | None = None
    """The policy that holds them, where the heading is one."""


@dataclass(frozen=True)
class Branch:
    """Groups below one policy; `parent` is None where all groups of a plan stand below the same one, or below none."""

    parent: Policy | None
    groups: tuple[Group, ...]


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
class Print:
    """How the printed document of a plan has a word of the glossary."""

    plan: PlanHead
    term: PrintedTerm
    explained: bool
    """False where the word is only marked with a star."""


@dataclass(frozen=True)
class Point:
    """A row of a table as its chart draws it."""

    label: str
    x: float
    y: float | None
    text: str
    """The horizontal value as printed."""


@dataclass(frozen=True)
class FactTable:
    """A table of a plan, with the pages of the initiatives that it names and the points of its chart."""

    table: Table
    links: Mapping[str, str]
    points: tuple[Point, ...]
    axes: tuple[Axis, Axis] | None = None
    """The horizontal and the vertical scale, where each row is a point."""


@dataclass(frozen=True)
class Mention:
    """The rows about an initiative in a table that another page shows."""

    key: str
    """Where the table stands: path in the default edition, and its anchor."""
    table: Table
    columns: tuple[str, ...]
    """Headings of its columns, without those that only name initiatives."""
    rows: tuple[tuple[str, ...], ...]


def mentions(e: EditionSite, plan: PlanSite, number: str) -> tuple[Mention, ...]:
    """Where the tables of the plan's pages name an initiative, in the order of the pages."""
    return tuple(
        Mention(
            f"{e.site.targets[page.source.path]}#table-section-{n}",
            entry.value,
            _others(entry.value, entry.value.columns),
            rows,
        )
        for page in plan.pages
        for n, (_, entry) in enumerate(tables_of(plan, page), 1)
        if (rows := tuple(_others(entry.value, row) for row in entry.value.rows if _names(entry.value, row, number)))
    )


def _names(table: Table, row: Sequence[str], number: str) -> bool:
    return any(number in _cell(row, column).split("、") for column in table.numbers)


def _others(table: Table, cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(cell for n, cell in enumerate(cells, 1) if n not in table.numbers)


def fact_table(plan: PlanSite, table: Table) -> FactTable:
    """Show a table; a row without a number in the chart's column is left out of the chart."""
    keys = {i.head.number: f"{plan.root}initiatives/{i.slug}/" for i in plan.initiatives}
    named = {number for row in table.rows for column in table.numbers for number in _cell(row, column).split("、")}
    links = {number: key for number, key in keys.items() if number in named}
    points = tuple(_points(table))
    return FactTable(table, links, points, _axes(points))


def _points(table: Table) -> Iterator[Point]:
    chart = table.chart
    if chart is None:
        return
    for row in table.rows:
        x = _first_number(_cell(row, chart.x))
        y = _first_number(_cell(row, chart.y)) if chart.y else None
        if x is not None and (y is not None or not chart.y):
            yield Point(_cell(row, chart.label), x, y, _cell(row, chart.x))


def _cell(row: Sequence[str], column: int) -> str:
    """A cell by its column's number, or nothing where there is none: the checks report that."""
    return row[column - 1] if 1 <= column <= len(row) else ""


def _axes(points: tuple[Point, ...]) -> tuple[Axis, Axis] | None:
    vertical = [point.y for point in points if point.y is not None]
    return (axis(point.x for point in points), axis(vertical)) if vertical else None


def _first_number(text: str) -> float | None:
    found = re.search(r"-?\d+(\.\d+)?", unicodedata.normalize("NFKC", text).replace(",", ""))
    return float(found[0]) if found else None


def printed_terms(e: EditionSite) -> dict[str, list[Print]]:
    """Id of a term → how each plan prints it."""
    found: dict[str, list[Print]] = {}
    for plan in e.site.plans:
        for listed, explained in ((plan.plan.glossary, True), (plan.plan.printed_terms, False)):
            for term in listed:
                found.setdefault(term.term, []).append(Print(plan_head(plan), term, explained))
    return found


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
            groups.append(Group(policy.title, key, cards(e, plan, own, fy), plan.counts(own, fy), policy))
    return tuple(groups)


def branches(plan: PlanHead, groups: Iterable[Group]) -> tuple[Branch, ...]:
    """The groups of `by_policy` under the policies above them, since labels such as (1) begin anew below each."""
    found: dict[str | None, list[Group]] = {}
    for group in groups:
        found.setdefault(group.policy.parent if group.policy else None, []).append(group)
    several = len(found) > 1
    return tuple(Branch(plan.policy(code) if code and several else None, tuple(own)) for code, own in found.items())


def policy_label(policy: Policy, fact: Callable[[str], Text]) -> Text:
    """A policy's marker; one without a word in it, such as (1) or II, follows the plan's name of the tier."""
    if not bare_label(policy.label):
        return fact(policy.label)
    level = fact(policy.level)
    return Text(f"{level.value} {fact(policy.label).value}", level.lang)


def bare_label(label: str) -> bool:
    """Whether a marker is a number, a letter or a sign only: (1), <1>, ①, II, ア."""
    words = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", label))
    return all(re.fullmatch("[A-Za-zぁ-んァ-ン]|[IVX]+", word) for word in words)


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
