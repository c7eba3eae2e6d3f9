"""Lists of facts: what stands in them twice, and marks of goals that do not exist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.checks.consistency.facts import originals
from sitegen.checks.consistency.finding import Finding, finding, folded
from sitegen.load import PlanContent
from sitegen.model import Initiative
from sitegen.source import FieldPath

MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰"
"""The printed marks of the 17 goals."""


def sdgs(plan: PlanContent) -> Iterator[Finding]:
    """A Sustainable Development Goal outside 1 to 17, or marks that are not the goals."""
    for document in plan.initiatives:
        facts = document.head
        numbers = [("sdgs", n, str(goal)) for n, goal in enumerate(facts.sdgs) if not 1 <= goal <= 17]
        marks = [("sdgs_printed", n, mark) for n, mark in enumerate(facts.sdgs_printed) if mark not in MARKS]
        for field, n, value in (*numbers, *marks):
            yield finding("unknown-sdg", document.source.where((field, n)), value, value=value)
        printed = {MARKS.index(mark) + 1 for mark in facts.sdgs_printed} if not marks else set()
        if printed and not numbers and printed != set(facts.sdgs):
            words = {"value": "".join(facts.sdgs_printed), "sdgs": "、".join(map(str, facts.sdgs))}
            yield finding("sdgs-differ", document.source.where(("sdgs_printed",)), facts.number, **words)


def doubles(plan: PlanContent) -> Iterator[Finding]:
    """A name stands twice in one list of an initiative; two initiatives, or two rows of a table, are the same."""
    for document in originals(plan):
        for path, words in _lists(document.head):
            for n in _repeated(words):
                where = document.source.where((*path, n))
                yield finding("named-twice", where, document.head.number, words[n], value=words[n])
    titles = [document.head.title for document in originals(plan)]
    for n in _repeated(titles):
        document = originals(plan)[n]
        first = originals(plan)[[folded(title) for title in titles].index(folded(titles[n]))]
        where = document.source.where(("title",))
        yield finding("same-title", where, document.head.number, titles[n], value=titles[n], other=first.head.number)
    for name, entry in plan.tables.items():
        rows = ["|".join(row) for row in entry.value.rows]
        for n in _repeated(rows):
            yield finding("same-row", entry.source.where(("rows", n)), name, rows[n], value=rows[n])


def _lists(facts: Initiative) -> Iterator[tuple[FieldPath, Sequence[str]]]:
    yield ("departments",), facts.departments
    yield ("related_departments",), facts.related_departments
    yield ("goals",), facts.goals
    yield ("fields",), facts.fields
    yield ("sdgs",), [str(goal) for goal in facts.sdgs]
    yield ("actions",), [action.title for action in facts.actions]
    yield ("actions",), [action.mark for action in facts.actions]
    yield ("kpis",), [kpi.name for kpi in facts.kpis]
    yield ("schedule",), [row.item or f"{n}" for n, row in enumerate(facts.schedule) if row.row is None]


def _repeated(words: Sequence[str]) -> list[int]:
    seen = [folded(word) for word in words]
    return [n for n, word in enumerate(seen) if word in seen[:n]]


def both_roles(plan: PlanContent) -> Iterator[Finding]:
    """A department is in charge and related at once."""
    for document in originals(plan):
        for n, name in enumerate(document.head.related_departments):
            if name in document.head.departments:
                where = document.source.where(("related_departments", n))
                yield finding("department-twice", where, document.head.number, name, value=name)
