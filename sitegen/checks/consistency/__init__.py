"""Contradictions in a plan's content: general rules, and what plan.yaml accepts of what they find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.checks.consistency import (
    arithmetic,
    counts,
    dates,
    denials,
    departments,
    indicators,
    letters,
    lists,
    order,
    papers,
    printed,
    progress,
    purpose,
    repeats,
    schedule,
    scores,
    targets,
    tiers,
    timing,
    totals,
    wording,
)
from sitegen.checks.consistency.finding import Finding, Rule, folded
from sitegen.easy_rules import EASY_RULES
from sitegen.load import Content, PlanContent
from sitegen.messages import problem
from sitegen.problems import Problem

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
    denials.issues,
    denials.states,
    denials.other_scale,
    denials.undone,
    denials.ahead,
    denials.shares,
    denials.marks,
    denials.same_actions,
    denials.linked_actions,
    schedule.goes_back,
    schedule.gaps,
    schedule.project_counts,
    schedule.costs,
    timing.text_and_schedule,
    timing.phases,
    timing.work_and_costs,
    timing.targets_and_operation,
    purpose.titles,
    purpose.texts,
    purpose.done_before,
    indicators.goals,
    indicators.series,
    indicators.missing,
    indicators.units,
    indicators.footnotes,
    targets.in_text,
    targets.counts,
    totals.sums,
    totals.costs,
    arithmetic.changes,
    arithmetic.equations,
    arithmetic.parts,
    scores.thresholds,
    counts.of_plan,
    counts.listings,
    counts.lists_below,
    counts.titles,
    counts.groups,
    order.priorities,
    order.numbering,
    order.initiatives,
    order.glossary,
    dates.eras,
    dates.spans,
    dates.length,
    dates.made_after_start,
    papers.made_late,
    papers.overlaps,
    papers.dates,
    papers.makers,
    papers.bodies,
    papers.numbers,
    papers.blanks,
    lists.sdgs,
    lists.doubles,
    lists.both_roles,
    repeats.repeats,
    tiers.words,
    tiers.renamed,
    tiers.endings,
    tiers.titles_and_rows,
    letters.readings,
    letters.expansions,
    wording.spellings,
    wording.near_names,
)

__all__ = ["RULES", "consistency", "findings"]


def findings(plan: PlanContent) -> list[Finding]:
    """Every contradiction of a plan, accepted or not."""
    return list({(f.id, f.key, f.where): f for rule in RULES for f in rule(plan)}.values())


def consistency(content: Content, found: Iterable[Problem]) -> Iterator[Problem]:
    """Report contradictions in every plan whose facts have no error (`found`): others cannot be judged yet."""
    wrong = {*content.broken, *(problem.where.path for problem in found if problem.level == "error")}
    for plan in content.plans:
        if not any(path.startswith(f"content/{plan.id}/") for path in wrong):
            yield from _judge(plan)


def _judge(plan: PlanContent) -> Iterator[Problem]:
    """Contradictions that plan.yaml does not accept, and accepted ones that are no longer there."""
    found = {(one.id, folded(one.key)): one for one in reversed(findings(plan))}
    listed = {(entry.problem, folded(entry.value)): n for n, entry in enumerate(plan.plan.value.accepted)}
    for key, one in found.items():
        if key not in listed:
            yield problem(one.id, one.where, rule=one.id, key=one.key, **one.words)
    for n, entry in enumerate(plan.plan.value.accepted):
        if entry.problem not in EASY_RULES and (entry.problem, folded(entry.value)) not in found:
            where = plan.plan.source.where(("accepted", n, "value"))
            yield problem("stale-acceptance", where, value=entry.value, rule=entry.problem)
