"""Schedules as pages show them: one cell for every period, with what a printed mark or an empty cell tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from sitegen.model import CONTINUES, FreeText, Plan, ScheduleRow

HALVES = ("H1", "H2")

State = Literal["text", "active", "continues", "mark", "lost", "open", "empty", "blank"]
"""What stands in a cell: words; a mark that begins work on the row's item, or goes on with it; a mark of which nobody
knows how far it reaches, and a cell that it may reach or that the source lost; a cell that the text before it may
reach, where a plan lost the extents of all; nothing planned; nothing printed (where a schedule is not made of phase
words)."""


@dataclass(frozen=True)
class Cell:
    """One period of a row; a whole fiscal year spans two columns where the schedule has half years."""

    period: str
    text: str
    state: State
    stage: str | None
    """Stage of work; it continues through marks."""
    bar: bool
    """Whether a bar may be drawn: never where its length is not known."""
    span: int = 1


LOST = Cell("", "", "lost", None, bar=False)
"""A cell of which nobody knows whether anything stood in it."""


@dataclass(frozen=True)
class Row:
    """A schedule row with cells for every period of the plan."""

    item: str | None
    number: int | None
    """Number of the row, where its name does not tell it apart."""
    cells: tuple[Cell, ...]
    extent: str | None = None
    """`unknown`: how far it reaches was lost in the source."""
    reading: str | None = None
    """What the editor infers of it."""

    @property
    def marked(self) -> bool:
        """Whether at least a mark is left of where it begins."""
        return any(cell.state == "mark" for cell in self.cells)

    @property
    def vanished(self) -> bool:
        """Whether nothing at all is left of when it is worked on."""
        return all(cell.state == "lost" for cell in self.cells)


def has_halves(rows: Iterable[ScheduleRow]) -> bool:
    """Whether any row is planned by half years."""
    return any("H" in period for row in rows for period in row.cells)


def schedule(plan: Plan, rows: Iterable[ScheduleRow], *, halves: bool | None = None) -> tuple[Row, ...]:
    """Lay the rows out over the plan's fiscal years; in half years where a row, or `halves`, asks for them."""
    listed = tuple(rows)
    split = has_halves(listed) if halves is None else halves
    names = Counter(row.item for row in listed)
    return tuple(
        Row(
            row.item,
            row.row or n if names[row.item] > 1 else None,
            tuple(_cells(plan, row, split=split)),
            row.extent,
            row.reading,
        )
        for n, row in enumerate(listed, 1)
    )


def _cells(plan: Plan, row: ScheduleRow, *, split: bool) -> Iterator[Cell]:
    before: Cell | None = None
    for period, span in _periods(plan, row, split=split):
        value = row.cells.get(period)
        text = value.text if isinstance(value, FreeText) else value or ""
        cell = LOST if not text and period in row.lost else _cell(plan, row, text, before)
        before = replace(cell, period=period, span=span)
        yield before


def _periods(plan: Plan, row: ScheduleRow, *, split: bool) -> Iterator[tuple[str, int]]:
    """The row's periods and how many columns each takes."""
    for fy in map(str, plan.period):
        if not split:
            yield fy, 1
        elif fy in row.cells or fy in row.lost:
            yield fy, len(HALVES)
        else:
            yield from ((fy + half, 1) for half in HALVES)


def _cell(plan: Plan, row: ScheduleRow, text: str, before: Cell | None) -> Cell:
    """The cell of a text, after the cell before; its period is filled in by the caller."""
    if not text:
        return _gap(plan, row, before)
    known = row.extent is None and not plan.extents_lost
    if text not in CONTINUES:
        stage = next((p.stage for p in plan.phases if p.value == text), None)
        return Cell("", text, "text", stage, bar=known and (plan.free_schedule or stage is not None))
    if not known:
        return Cell("", "", "mark", None, bar=False)
    if before and before.state not in ("empty", "blank", "lost"):
        return Cell("", "", "continues", before.stage, bar=before.bar)
    # In a table of arrows, the first one says that work on the row's item begins.
    return Cell("", "", "active", None, bar=plan.free_schedule)


def _gap(plan: Plan, row: ScheduleRow, before: Cell | None) -> Cell:
    """A cell without a text: what that tells."""
    if row.extent:
        return LOST
    if plan.extents_lost and before and before.state in ("text", "mark", "open"):
        return Cell("", "", "open", None, bar=False)
    return Cell("", "", "blank" if plan.free_schedule else "empty", None, bar=False)
