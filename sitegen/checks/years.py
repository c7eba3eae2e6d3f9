"""Fiscal years lie within the plan's period."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.walk import initiatives, versions
from sitegen.language.dates import parse_fiscal_year
from sitegen.load import Content
from sitegen.messages import problem
from sitegen.model import Initiative
from sitegen.problems import Location, Problem
from sitegen.source import FieldPath


def years(content: Content) -> Iterator[Problem]:
    """Report fiscal years of facts and of headings outside the plan."""
    for plan in content.plans:
        period, newest = plan.plan.value.period, plan.plan.value.reporting_fy
        if period.end_fy < period.start_fy:
            yield _outside(plan.plan.source.where(("period", "end_fy")), period.end_fy, period.start_fy, 2100)
        elif newest is not None and newest not in period:
            yield _outside(plan.plan.source.where(("reporting_fy",)), newest, period.start_fy, period.end_fy)
    for plan, document in initiatives(content):
        period = plan.plan.value.period
        for path, year in _typed(document.head):
            if year not in period:
                where = document.source.where(path, key=path[-1] != "fy")
                yield _outside(where, year, period.start_fy, period.end_fy)
        declared = {heading.title for heading in plan.plan.value.sections}
        for _, version in versions(content, document):
            for section in version.body.sections:
                named = parse_fiscal_year(section.title)
                if named is not None and named not in period and section.title not in declared:
                    where = version.source.where_text(section.title, section.line)
                    yield _outside(where, section.title, period.start_fy, period.end_fy)


def _typed(facts: Initiative) -> Iterator[tuple[FieldPath, int]]:
    """Every place of an initiative's facts that names a fiscal year; half years count as their year."""
    for n, row in enumerate(facts.schedule):
        yield from ((("schedule", n, "cells", period), int(period[:4])) for period in row.cells)
    for n, kpi in enumerate(facts.kpis):
        yield from ((("kpis", n, "values", period), int(period[:4])) for period in kpi.values)
    yield from ((("cost_kyen", period), int(period[:4])) for period in facts.cost_kyen)
    yield from ((("progress", n, "fy"), report.fy) for n, report in enumerate(facts.progress))


def _outside(where: Location, value: object, start: int, end: int) -> Problem:
    return problem("year-outside-plan", where, value=value, start=start, end=end)
