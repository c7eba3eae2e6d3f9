"""/data/<plan>/*.csv: the facts as tidy tables that a spreadsheet opens with a double click."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sitegen.artifacts import Artifact
from sitegen.derive import Site
from sitegen.language.quantity import Quantity, read_goal
from sitegen.model import Indicator
from sitegen.outputs.opendata import PublishedInitiative, PublishedPlan, published_plan

Row = tuple[Any, ...]

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A cell that begins with one of these may be run as a formula by a spreadsheet."""

OF_OTHER_FILES = {"schedule", "kpis", "cost_kyen", "progress"}
NESTED = {"national_actions", "action_departments", "action_details", "cost_footnotes", "printed"}
HIDDEN = {"draft", "aliases"}
INITIATIVE = tuple(n for n in PublishedInitiative.model_fields if n not in OF_OTHER_FILES | NESTED | HIDDEN)
"""Fields of an initiative that fit into one cell."""


def csv_files(site: Site) -> Iterator[Artifact]:
    """Five tables for every plan; one that has no facts still has its head, so that programs need not ask."""
    for plan in site.plans:
        data = published_plan(site, plan)
        for name, (columns, rows) in TABLES.items():
            lines = [("plan", *columns), *((plan.id, *row) for row in rows(data))]
            yield Artifact(f"data/{plan.id}/{name}.csv", csv_bytes(lines))


def csv_bytes(rows: Iterable[Row]) -> bytes:
    """Write rows as Excel reads them: UTF-8 with a byte order mark, lines that end in CRLF."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    text = ";".join(map(str, value)) if isinstance(value, tuple) else "" if value is None else str(value)
    return "'" + text if text.startswith(FORMULA) else text


def _initiatives(plan: PublishedPlan) -> Iterator[Row]:
    for facts in plan.initiatives:
        yield tuple(getattr(facts, name) for name in INITIATIVE)


def _schedule(plan: PublishedPlan) -> Iterator[Row]:
    for facts in plan.initiatives:
        for n, row in enumerate(facts.schedule, 1):
            about = (n, row.extent or ("unknown" if plan.extents_lost else None), row.reading)
            yield from ((facts.number, year, row.item, text, None, *about) for year, text in row.cells.items())
            yield from ((facts.number, year, row.item, None, None, n, "lost", row.reading) for year in row.lost)
            if not row.cells:
                yield facts.number, None, row.item, None, None, *about


def _indicators(plan: PublishedPlan) -> Iterator[Row]:
    for facts in plan.initiatives:
        for kpi in facts.kpis:
            for measure, values in (("target", kpi.values), ("actual", kpi.actual)):
                for year, value in values.items():
                    state = "dash" if value is None else "value"
                    yield facts.number, year, kpi.name, value, kpi.unit, measure, state, *_about(kpi, value)
            for year in kpi.lost:
                yield facts.number, year, kpi.name, None, kpi.unit, "target", "lost", *_about(kpi, None)
            if kpi.kgi:
                yield facts.number, None, kpi.name, kpi.kgi, kpi.unit, "kgi", "value", *_about(kpi, kpi.kgi)


def _about(kpi: Indicator, value: str | None) -> Row:
    """What a program needs to compute with a value: its number and bound, and how the indicator counts."""
    read = read_goal(value, kpi.name, kpi.unit) if value else Quantity("")
    amount = None if read.number is None else f"{read.number:.12g}"
    return amount, read.bound, kpi.direction, "true" if kpi.cumulative else "false", kpi.note


def _progress(plan: PublishedPlan) -> Iterator[Row]:
    for facts in plan.initiatives:
        for report in facts.progress:
            for name, value in report.model_dump(exclude={"fy"}, exclude_none=True).items():
                values = value if isinstance(value, tuple) else (value,)
                yield from ((facts.number, report.fy, name, one, None) for one in values)


def _costs(plan: PublishedPlan) -> Iterator[Row]:
    for facts in plan.initiatives:
        yield from ((facts.number, year, "cost", value, "千円") for year, value in facts.cost_kyen.items())


FACT = ("number", "year", "name", "value", "unit")
"""Columns that all tables of single facts share."""

TABLES: dict[str, tuple[tuple[str, ...], Callable[[PublishedPlan], Iterator[Row]]]] = {
    "initiatives": (INITIATIVE, _initiatives),
    "schedule": ((*FACT, "row", "extent", "reading"), _schedule),
    "indicators": (
        (*FACT, "measure", "state", "amount", "bound", "direction", "cumulative", "note"),
        _indicators,
    ),
    "progress": (FACT, _progress),
    "costs": (FACT, _costs),
}
"""File name → columns after `plan`, and the rows below them; an empty value is a printed dash unless `state` or
`extent` says that it is lost, and an empty year of a schedule row one whose marks are lost."""
