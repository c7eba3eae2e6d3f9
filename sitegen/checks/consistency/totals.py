"""Totals in tables, and costs of the initiatives against the tables of costs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sitegen.checks.consistency.facts import Grid, Said, grids, originals
from sitegen.checks.consistency.finding import Finding, finding, folded
from sitegen.checks.consistency.numbers import cell_number, shown
from sitegen.language.dates import parse_fiscal_year
from sitegen.load import PlanContent
from sitegen.model import Plan

_TOTAL = re.compile(r"(?<![小累統設])計$|^(合計|総計|総額|総数|計)|全体$")
_SUBTOTAL = re.compile(r"小計|累計")
_MONEY = re.compile(r"経費|費用|事業費|予算|コスト")


def sums(plan: PlanContent) -> Iterator[Finding]:
    """A row or column that is called a total is not the sum of the others."""
    for grid in grids(plan):
        if len(grid.rows) > 1 and not any(_SUBTOTAL.search(row[0].text) for row in grid.rows if row):
            yield from _rows(grid)
            yield from _columns(grid)


def _rows(grid: Grid) -> Iterator[Finding]:
    """Total rows; a row of parts (うち一般財源) is added up with the same parts of the other rows."""
    groups: dict[str, list[Sequence[Said]]] = defaultdict(list)
    for row in grid.rows:
        groups[_part(row[0].text)].append(row)
    for part, rows in groups.items():
        totals = [row for row in rows if _TOTAL.search(_label(row[0].text))]
        others = [row for row in rows if row not in totals]
        if len(totals) != 1 or len(others) < 2:
            continue
        for column, cell in enumerate(totals[0][1:], 1):
            heading = grid.columns[column] if column < len(grid.columns) else ""
            added = [cell_number(row[column].text) for row in others if column < len(row)]
            yield from _compare(grid, cell, added, f"{_label(totals[0][0].text)}{part}", heading)


def _columns(grid: Grid) -> Iterator[Finding]:
    columns = [n for n, heading in enumerate(grid.columns) if n and _TOTAL.search(_label(heading))]
    if len(columns) != 1 or columns[0] != len(grid.columns) - 1:
        return
    for row in grid.rows:
        if len(row) == len(grid.columns) > 3:
            added = [cell_number(cell.text) for cell in row[1:-1]]
            yield from _compare(grid, row[-1], added, row[0].text, grid.columns[-1])


def _compare(grid: Grid, cell: Said, added: list[float | None], label: str, heading: str) -> Iterator[Finding]:
    total, numbers = cell_number(cell.text), [number for number in added if number is not None]
    if total is None or len(numbers) < 2 or abs(sum(numbers) - total) < 1e-6 or "%" in folded(cell.text):
        return
    words = {"value": cell.text, "sum": shown(sum(numbers)), "label": f"{label} {heading}".strip()}
    yield finding("wrong-total", cell.where, grid.owner, folded(label), folded(heading), **words)


def _label(text: str) -> str:
    return re.sub(r"(の?うち|[(（]).*", "", text).strip()


def _part(text: str) -> str:
    found = re.search(r"うち.*", text)
    return folded(found[0]) if found else ""


def costs(plan: PlanContent) -> Iterator[Finding]:
    """A table of costs per policy or for the whole plan is not the sum of the initiatives' costs (thousand yen)."""
    if not any(document.head.cost_kyen for document in plan.initiatives):
        return
    for grid in grids(plan):
        years = {n: year for n, heading in enumerate(grid.columns) if n and (year := parse_fiscal_year(heading))}
        if not years or not _MONEY.search(grid.title) or "千円" not in grid.title:
            continue
        for row in grid.rows:
            codes = _codes(plan.plan.value, row[0].text)
            for column, year in years.items() if codes else ():
                expected, printed = _cost(plan, codes, str(year)), cell_number(row[column].text)
                if printed is not None and printed != expected:
                    words = {"value": row[column].text, "sum": f"{expected:,}", "label": row[0].text, "fy": year}
                    yield finding("wrong-cost-total", row[column].where, grid.owner, row[0].text, year, **words)


def _codes(plan: Plan, label: str) -> set[str]:
    """The policies whose costs a row adds up: the one that it names, or all for a total."""
    if "うち" in label:
        return set()
    if _TOTAL.search(_label(label)):
        return {policy.code for policy in plan.policies}
    named = [p for p in plan.policies if folded(p.label) in folded(label) or folded(p.title) in folded(label)]
    # 基本方針Ⅰ is also the beginning of 基本方針Ⅱ.
    codes = {max(named, key=lambda p: len(folded(p.label))).code} if named else set()
    for policy in plan.policies:
        if policy.parent in codes:
            codes.add(policy.code)
    return codes


def _cost(plan: PlanContent, codes: set[str], year: str) -> int:
    return sum(d.head.cost_kyen.get(year) or 0 for d in originals(plan) if d.head.policy in codes)
