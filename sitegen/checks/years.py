"""Fiscal years lie within the plan's period."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.checks.walk import initiatives, versions
from sitegen.language.dates import parse_fiscal_year
from sitegen.load import Content
from sitegen.messages import problem
from sitegen.model import Initiative, Period, Plan
from sitegen.problems import Location, Problem
from sitegen.reader import Document
from sitegen.source import FieldPath, Source


def years(content: Content) -> Iterator[Problem]:
    """Report fiscal years of facts and of headings outside the plan."""
    for plan in content.plans:
        yield from _plan(plan.plan.source, plan.plan.value)
    for plan, document in initiatives(content):
        facts: Plan = plan.plan.value
        if facts.period.end_fy < facts.period.start_fy:
            continue
        for path, year in _typed(document.head):
            if year not in facts.period:
                yield _outside(document.source.where(path, key=path[-1] != "fy"), year, facts.period)
        for _, version in versions(content, document):
            yield from _headings(version, facts)


def _plan(source: Source, facts: Plan) -> Iterator[Problem]:
    period = facts.period
    if period.end_fy < period.start_fy:
        possible = Period(start_fy=period.start_fy, end_fy=2100)
        yield _outside(source.where(("period", "end_fy")), period.end_fy, possible)
    elif facts.reporting_fy is not None and facts.reporting_fy not in period:
        yield _outside(source.where(("reporting_fy",)), facts.reporting_fy, period)


def _headings(document: Document[Any], facts: Plan) -> Iterator[Problem]:
    declared = {heading.title for heading in facts.sections}
    for section in document.body.sections:
        year = parse_fiscal_year(section.title)
        if year is not None and year not in facts.period and section.title not in declared:
            where = document.source.where_text(section.title, section.line)
            yield _outside(where, section.title, facts.period)


def _typed(facts: Initiative) -> Iterator[tuple[FieldPath, int]]:
    """Every place of an initiative's facts that names a fiscal year; half years count as their year."""
    for n, row in enumerate(facts.schedule):
        yield from ((("schedule", n, "cells", period), int(period[:4])) for period in row.cells)
    for n, kpi in enumerate(facts.kpis):
        yield from ((("kpis", n, "values", period), int(period[:4])) for period in kpi.values)
    yield from ((("cost_kyen", period), int(period[:4])) for period in facts.cost_kyen)
    yield from ((("progress", n, "fy"), report.fy) for n, report in enumerate(facts.progress))


def _outside(where: Location, value: object, period: Period) -> Problem:
    return problem("year-outside-plan", where, value=value, start=period.start_fy, end=period.end_fy)
