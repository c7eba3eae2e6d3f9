"""Indicators as pages show them: for every period what is printed, and what an absent value means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from sitegen.language.quantity import Quantity, read_goal, read_quantity
from sitegen.model import Indicator, Plan

State = Literal["number", "text", "dash", "lost", "blank"]
"""A number, a text; a printed dash; a value that the source text lost; nothing printed. 0 is a number."""


@dataclass(frozen=True)
class Point:
    """The value of one period."""

    period: str
    state: State
    value: Quantity | None = None

    @property
    def number(self) -> float | None:
        return self.value.number if self.value else None


@dataclass(frozen=True)
class IndicatorView:
    """An indicator with its values in the order of the periods."""

    facts: Indicator
    targets: tuple[Point, ...]
    actuals: tuple[Point, ...]
    """Values reached; empty where none is reported."""
    goal: Quantity | None
    """The final goal (KGI)."""

    @property
    def top(self) -> float:
        """What a full bar stands for: the largest number, or 100 %."""
        numbers = [p.number for p in (*self.targets, *self.actuals) if p.number is not None]
        share = any(p.value and p.value.unit == "%" for p in self.targets)
        return max([*numbers, 100.0 if share else 0.0], default=0.0)

    @property
    def drawn(self) -> bool:
        """Whether there is anything to draw."""
        return any(p.number for p in (*self.targets, *self.actuals))

    @property
    def footnotes(self) -> tuple[str, ...]:
        """Numbers of the footnotes that its values carry."""
        values = [p.value for p in (*self.targets, *self.actuals) if p.value] + ([self.goal] if self.goal else [])
        return tuple(dict.fromkeys(mark for value in values for mark in value.footnotes))


def indicators(plan: Plan, listed: Iterable[Indicator]) -> tuple[IndicatorView, ...]:
    """Lay indicators out over the plan's years, and over any other year that they are printed for."""
    return tuple(_view(plan, indicator) for indicator in listed)


def _view(plan: Plan, facts: Indicator) -> IndicatorView:
    years = sorted({*map(str, plan.period), *facts.values, *facts.actual, *facts.lost})
    return IndicatorView(
        facts,
        tuple(_points(facts, facts.values, years)),
        tuple(_points(facts, facts.actual, years)) if facts.actual else (),
        read_goal(facts.kgi, facts.name, facts.unit) if facts.kgi else None,
    )


def _points(facts: Indicator, values: Mapping[str, str | None], periods: Iterable[str]) -> Iterator[Point]:
    for period in periods:
        printed = values.get(period)
        if printed is not None:
            value = read_quantity(printed, facts.unit)
            yield Point(period, "text" if value.number is None else "number", value)
        elif period in values:
            yield Point(period, "dash")
        else:
            yield Point(period, "lost" if period in facts.lost and values is facts.values else "blank")
