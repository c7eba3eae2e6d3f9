"""Indicators: goals against last targets, series that go the wrong way, missing values, units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sitegen.checks.consistency.facts import Listed, originals
from sitegen.checks.consistency.finding import Finding, finding, folded
from sitegen.language.quantity import Quantity, read_goal, read_quantity
from sitegen.load import PlanContent
from sitegen.model import Indicator

_CUMULATIVE = re.compile(r"累[計積]")
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")


def goals(plan: PlanContent) -> Iterator[Finding]:
    """The final goal is not the target of the last year, as a number or as a text."""
    last = str(plan.plan.value.period.end_fy)
    for document, n, kpi in _indicators(plan):
        if kpi.kgi is None or last in kpi.lost:
            continue
        target = kpi.values.get(last)
        goal = read_goal(kpi.kgi, kpi.name, kpi.unit)
        if target is None or not _same(goal, read_quantity(target, kpi.unit)):
            where = document.source.where(("kpis", n, "kgi"))
            words = {"value": goal.text, "last": target or "－", "fy": last}
            yield finding("goal-not-last-target", where, document.head.number, kpi.name, **words)


def _same(goal: Quantity, target: Quantity) -> bool:
    if goal.number is not None and target.number is not None:
        return (goal.number, goal.bound) == (target.number, target.bound)
    one, other = folded(goal.text), folded(target.text)
    # 対象者の80% says more than 80%, but nothing else.
    return re.search(rf"(?<![\d.,]){re.escape(other)}", one) is not None


def series(plan: PlanContent) -> Iterator[Finding]:
    """A cumulative indicator falls, or targets get worse from one year to the next."""
    for document, n, kpi in _indicators(plan):
        cumulative = kpi.cumulative or _CUMULATIVE.search(kpi.name)
        read = [(p, read_quantity(v, kpi.unit)) for p, v in sorted(kpi.values.items()) if v is not None]
        numbers = [(period, q) for period, q in read if q.number is not None]
        for (_, before), (period, now) in pairwise(numbers):
            lower = kpi.direction == "down" or now.bound in ("at_most", "under")
            change = (now.number or 0) - (before.number or 0)
            if now.kind != before.kind or not (change < 0 if cumulative or not lower else change > 0):
                continue
            id_ = "cumulative-falls" if cumulative else "target-gets-worse"
            where = document.source.where(("kpis", n, "values", period))
            words = {"name": kpi.name, "value": now.text, "before": before.text}
            yield finding(id_, where, document.head.number, kpi.name, period, **words)


def missing(plan: PlanContent) -> Iterator[Finding]:
    """No value is a number, so that nothing can be measured; or the last year has no target."""
    last = str(plan.plan.value.period.end_fy)
    for document, n, kpi in _indicators(plan):
        where = document.source.where(("kpis", n, "values"))
        values = [v for v in kpi.values.values() if v is not None]
        if values and not any(re.search(r"\d", folded(v)) for v in values) and not kpi.lost:
            yield finding("indicator-without-number", where, document.head.number, kpi.name, name=kpi.name)
        elif kpi.values.get(last) is None and kpi.kgi is None and last not in kpi.lost:
            words = {"name": kpi.name, "fy": last}
            yield finding("indicator-without-last-year", where, document.head.number, kpi.name, **words)


def units(plan: PlanContent) -> Iterator[Finding]:
    """The name says how many and the unit is a share, or the other way round; or values carry another unit."""
    for document, n, kpi in _indicators(plan):
        name = _BRACKETS.sub("", kpi.name).strip()
        share, counted = re.search(r"(率|割合)$", name), re.search(r"[^関指複変]数$", name)
        unit = folded(kpi.unit or "")
        others = {q.unit for v in kpi.values.values() if v and (q := read_quantity(v)).unit}
        stray = {u for u in others if unit and u not in unit}
        if unit and ((counted and unit == "%") or (share and unit not in ("%", "割", "‰")) or stray):
            where = document.source.where(("kpis", n, "unit"))
            words = {"name": kpi.name, "value": "、".join(sorted(stray)) or unit}
            yield finding("unit-against-name", where, document.head.number, kpi.name, **words)


def footnotes(plan: PlanContent) -> Iterator[Finding]:
    """A value carries the mark of a footnote that the sheet does not have."""
    for document, n, kpi in _indicators(plan):
        known = " ".join((*document.head.footnotes, *document.head.cost_notes, kpi.note or ""))
        for period, value in kpi.values.items():
            for mark in read_quantity(value, kpi.unit).footnotes if value else ():
                if not re.search(rf"[※*]\s*{mark}(?!\d)", folded(known)):
                    where = document.source.where(("kpis", n, "values", period))
                    yield finding("footnote-missing", where, document.head.number, kpi.name, mark, value=f"※{mark}")


def _indicators(plan: PlanContent) -> Iterator[tuple[Listed, int, Indicator]]:
    for document in originals(plan):
        for n, kpi in enumerate(document.head.kpis):
            yield document, n, kpi
