"""Tables are rectangular, and what is said of a column is said of one that they have."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.load import Content
from sitegen.messages import problem
from sitegen.model import Table
from sitegen.problems import Problem
from sitegen.source import FieldPath


def tables(content: Content) -> Iterator[Problem]:
    """Report rows with more or fewer cells than the table has columns, and columns that it does not have."""
    for plan in content.plans:
        for entry in plan.tables.values():
            columns = len(entry.value.columns)
            for path, column in _named(entry.value):
                if not 1 <= column <= columns:
                    yield problem("no-such-column", entry.source.where(path), value=column, expected=columns)
            for n, row in enumerate(entry.value.rows):
                if len(row) != columns:
                    where = entry.source.where(("rows", n))
                    yield problem("uneven-row", where, value=len(row), expected=columns)


def _named(table: Table) -> Iterator[tuple[FieldPath, int]]:
    """The columns that a table names, and where."""
    yield from ((("initiatives",), column) for column in table.numbers)
    for name in ("label", "x", "y"):
        if table.chart and (column := getattr(table.chart, name)) is not None:
            yield ("chart", name), column
