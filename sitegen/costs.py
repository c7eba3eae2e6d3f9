"""Costs as pages show them: per initiative, and their totals per policy; never typed, always added up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.derive import Listed, PlanSite
from sitegen.model import Initiative, Plan


@dataclass(frozen=True)
class Cost:
    """Cost of one fiscal year, or of the whole period."""

    period: str
    """Empty for the whole period."""
    kyen: int | None
    """Thousand yen; None where there is no number."""
    dash: bool = False
    """True for a printed dash; without a number and without a dash, nothing is printed."""
    footnotes: tuple[str, ...] = ()
    """Numbers of the footnotes that it carries."""


@dataclass(frozen=True)
class PolicyCosts:
    """What the initiatives of a policy, and of the policies below it, cost together."""

    code: str
    depth: int
    """0 for the highest tier."""
    initiatives: int
    """How many initiatives are added up."""
    years: tuple[Cost, ...]
    total: int
    """Thousand yen."""
    leaf: bool
    """True where no policy below it has costs of its own."""


def has_costs(plan: PlanSite) -> bool:
    """Whether the plan prints costs at all."""
    return any(i.head.cost_kyen for i in plan.counted)


def costs(plan: Plan, facts: Initiative) -> tuple[Cost, ...]:
    """The costs of an initiative for every year of the plan; empty where none are printed."""
    if not facts.cost_kyen:
        return ()
    years = sorted({*map(str, plan.period), *facts.cost_kyen})
    return tuple(_cost(facts, year) for year in years)


def total(listed: Iterable[Cost]) -> int:
    """The sum in thousand yen; a dash adds nothing."""
    return sum(cost.kyen or 0 for cost in listed)


def sums(plan: Plan, listed: Iterable[Listed]) -> tuple[Cost, ...]:
    """The costs of several initiatives together, year by year; a dash stays where none of them has a number."""
    by_year: dict[str, list[Cost]] = {}
    for document in listed:
        for cost in costs(plan, document.head):
            by_year.setdefault(cost.period, []).append(cost)
    return tuple(_together(year, by_year[year]) for year in sorted(by_year))


def policy_costs(plan: PlanSite) -> tuple[PolicyCosts, ...]:
    """The costs of every policy of every tier, in printed order; cross-listed initiatives count once."""
    found: list[PolicyCosts] = []
    for policy in plan.plan.policies:
        listed = _costing(plan, policy.code)
        if listed:
            years = sums(plan.plan, listed)
            depth = len(plan.ancestors(policy.code)) - 1
            leaf = not any(_costing(plan, child.code) for child in plan.children(policy.code))
            found.append(PolicyCosts(policy.code, depth, len(listed), years, total(years), leaf))
    return tuple(found)


def _costing(plan: PlanSite, code: str) -> list[Listed]:
    return [i for i in plan.below(code) if i.head.cost_kyen and i.head.repeat_of is None]


def _cost(facts: Initiative, year: str) -> Cost:
    dash = year in facts.cost_kyen and facts.cost_kyen[year] is None
    return Cost(year, facts.cost_kyen.get(year), dash, facts.cost_footnotes.get(year, ()))


def _together(year: str, listed: list[Cost]) -> Cost:
    numbers = [cost.kyen for cost in listed if cost.kyen is not None]
    return Cost(year, sum(numbers) if numbers else None, not numbers and any(cost.dash for cost in listed))
