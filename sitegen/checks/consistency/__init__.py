"""Contradictions in a plan's content: general rules, and what plan.yaml accepts of what they find."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.consistency import (
    arithmetic,
    counts,
    dates,
    departments,
    indicators,
    lists,
    printed,
    progress,
    repeats,
    schedule,
    totals,
    wording,
)
from sitegen.checks.consistency.finding import Finding, Rule, folded
from sitegen.contradictions import ACCEPTABLE
from sitegen.load import PlanContent
from sitegen.messages import problem
from sitegen.problems import Problem
from sitegen.validate import suggest

RULES: tuple[Rule, ...] = (
    printed.printed_values,
    printed.titles_in_tables,
    departments.not_in_charge,
    departments.without_action,
    departments.similar_names,
    progress.results,
    progress.reasons,
    progress.states,
    progress.years,
    schedule.goes_back,
    schedule.gaps,
    schedule.project_counts,
    schedule.costs,
    indicators.goals,
    indicators.series,
    indicators.missing,
    indicators.units,
    indicators.footnotes,
    totals.sums,
    totals.costs,
    arithmetic.changes,
    arithmetic.equations,
    arithmetic.parts,
    counts.of_plan,
    counts.listings,
    counts.lists_below,
    counts.titles,
    counts.groups,
    dates.eras,
    dates.spans,
    dates.length,
    dates.made_after_start,
    lists.sdgs,
    lists.doubles,
    lists.both_roles,
    repeats.repeats,
    wording.spellings,
    wording.near_names,
)

__all__ = ["RULES", "accepted_names", "consistency", "findings"]


def findings(plan: PlanContent) -> list[Finding]:
    """Every contradiction of a plan, accepted or not."""
    return list({(f.id, f.key, f.where): f for rule in RULES for f in rule(plan)}.values())


def consistency(plan: PlanContent) -> Iterator[Problem]:
    """Report contradictions that plan.yaml does not accept, and accepted ones that are no longer there."""
    found = findings(plan)
    accepted = {(a.problem, folded(a.value)) for a in plan.plan.value.accepted}
    for one in found:
        if (one.id, folded(one.key)) not in accepted:
            yield problem(one.id, one.where, rule=one.id, key=one.key, **one.words)
    present = {(one.id, folded(one.key)) for one in found}
    for n, entry in enumerate(plan.plan.value.accepted):
        if (entry.problem, folded(entry.value)) not in present:
            where = plan.plan.source.where(("accepted", n, "value"))
            yield problem("stale-acceptance", where, value=entry.value, rule=entry.problem)


def accepted_names(plan: PlanContent) -> Iterator[Problem]:
    """Report entries of `accepted` that name no contradiction at all."""
    for n, entry in enumerate(plan.plan.value.accepted):
        if entry.problem not in ACCEPTABLE:
            where = plan.plan.source.where(("accepted", n, "problem"))
            yield problem("unknown-problem", where, value=entry.problem, **suggest(entry.problem, ACCEPTABLE))
