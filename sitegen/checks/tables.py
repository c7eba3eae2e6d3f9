"""Tables are rectangular."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.load import Content
from sitegen.messages import problem
from sitegen.problems import Problem


def tables(content: Content) -> Iterator[Problem]:
    """Report rows with more or fewer cells than the table has columns."""
    for plan in content.plans:
        for entry in plan.tables.values():
            columns = len(entry.value.columns)
            for n, row in enumerate(entry.value.rows):
                if len(row) != columns:
                    where = entry.source.where(("rows", n))
                    yield problem("uneven-row", where, value=len(row), expected=columns)
