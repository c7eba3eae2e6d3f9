"""Schedules: states that go back, gaps, rows that say nothing, projects that are not the rows."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.consistency.facts import Listed, originals
from sitegen.checks.consistency.finding import Finding, finding
from sitegen.checks.consistency.stages import rank
from sitegen.load import PlanContent
from sitegen.model import CONTINUES, Plan, ScheduleRow


def goes_back(plan: PlanContent) -> Iterator[Finding]:
    """A row's state is an earlier stage of work than the one before (検証 after 実施)."""
    facts: Plan = plan.plan.value
    for document in originals(plan):
        for n, row in enumerate(document.head.schedule):
            before, state = -1, ""
            for period, cell in sorted(row.cells.items()):
                now = rank(facts, cell) if isinstance(cell, str) and cell not in CONTINUES else None
                if now is not None and now < before:
                    where = document.source.where(("schedule", n, "cells", period))
                    words = {"value": cell, "before": state, "item": row_name(row, n)}
                    yield finding("schedule-goes-back", where, document.head.number, row_name(row, n), period, **words)
                if now is not None:
                    before, state = now, str(cell)


def gaps(plan: PlanContent) -> Iterator[Finding]:
    """A row has marks in two years and nothing between; or it has nothing at all."""
    facts: Plan = plan.plan.value
    for document in originals(plan):
        for n, row in enumerate(document.head.schedule):
            if row.cells and _shows_every_year(facts, row):
                filled = sorted({int(period[:4]) for period in row.cells})
                missing = [y for y in facts.period if filled[0] < y < filled[-1] and y not in filled]
                for year in missing:
                    where = document.source.where(("schedule", n, "cells"))
                    words = {"item": row_name(row, n), "fy": year}
                    yield finding("schedule-gap", where, document.head.number, row_name(row, n), year, **words)
            elif not row.cells and row.extent is None and not row.reading:
                where = document.source.where(("schedule", n, "cells"))
                yield finding(
                    "empty-schedule-row", where, document.head.number, row_name(row, n), item=row_name(row, n)
                )


def project_counts(plan: PlanContent) -> Iterator[Finding]:
    """The printed number of projects is not the number of schedule rows."""
    for document in originals(plan):
        count, rows = document.head.project_count, len(document.head.schedule)
        if count is not None and document.head.schedule and count != rows:
            where = document.source.where(("project_count",))
            yield finding("project-count", where, document.head.number, count, value=count, rows=rows)


def costs(plan: PlanContent) -> Iterator[Finding]:
    """Money is planned for a year in which nothing is scheduled, where the whole schedule is known."""
    for document in originals(plan):
        facts = document.head
        if not facts.schedule or any(not row.cells or row.extent for row in facts.schedule):
            continue
        scheduled = _years(plan.plan.value, document)
        for period, cost in facts.cost_kyen.items():
            if cost and period[:4] not in scheduled:
                where = document.source.where(("cost_kyen", period))
                yield finding("cost-without-schedule", where, facts.number, period, value=f"{cost:,}", fy=period)


def _years(plan: Plan, document: Listed) -> set[str]:
    """Fiscal years in which something is scheduled; free text may go on into the years after it."""
    years = {period[:4] for row in document.head.schedule for period in row.cells}
    if not all(_shows_every_year(plan, row) for row in document.head.schedule):
        years |= {str(year) for year in range(int(min(years)), plan.period.end_fy + 1)}
    return years


def _shows_every_year(plan: Plan, row: ScheduleRow) -> bool:
    """Whether an empty cell means that nothing is planned; free text may span the cells after it."""
    cells = row.cells.values()
    return all(cell in CONTINUES or (isinstance(cell, str) and not plan.free_schedule) for cell in cells)


def row_name(row: ScheduleRow, n: int) -> str:
    """What a row is called in a finding: its own name, or its number."""
    return row.item if row.item and row.row is None else f"{row.item or ''}{row.row or n + 1}"
