"""Scores: a formula of points, and the classes that it leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.checks.consistency.facts import all_texts, grids
from sitegen.checks.consistency.finding import Finding, finding
from sitegen.checks.consistency.numbers import NUMBER, cell_number, narrow, shown, value
from sitegen.load import PlanContent

_FORMULA = re.compile(rf"\(?\s*([^\s()=×]+(?:\s*×\s*[^\s()=×/÷]+)+?)\s*\)?\s*[/÷]\s*({NUMBER})")
_FROM = re.compile(rf"({NUMBER})\s*点以上")


def thresholds(plan: PlanContent) -> Iterator[Finding]:
    """A class begins at more points than the formula (A×B×C)/n can give."""
    texts = [(said, narrow(said.text)) for said in all_texts(plan)]
    written = [text for _, text in texts if "×" in text]
    formulas = {(len(found[1].split("×")), value(found[2])) for text in written for found in _FORMULA.finditer(text)}
    points = _points(plan)
    if len(formulas) != 1 or not points:
        return
    factors, divisor = formulas.pop()
    highest = max(points) ** factors / divisor
    for said, text in texts:
        for found in _FROM.finditer(text):
            if value(found[1]) > highest:
                words = {"value": found[0], "highest": shown(highest)}
                yield finding("threshold-unreachable", said.where, said.owner, found[0], **words)


def _points(plan: PlanContent) -> list[float]:
    """The points that one factor can have: the numbers of a column that is called 点 or 点数."""
    return [
        number
        for grid in grids(plan)
        for column, heading in enumerate(grid.columns)
        if heading in ("点", "点数", "配点")
        for row in grid.rows
        if column < len(row) and (number := cell_number(row[column].text)) is not None
    ]
