"""Axes of charts: round ends and ticks that enclose the values."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

_STEPS = (1, 2, 5, 10, 20)
_MOST_TICKS = 6


@dataclass(frozen=True)
class Axis:
    """The scale of one direction of a chart."""

    ticks: tuple[float, ...]
    """Round numbers, the lowest and the highest of which are the ends of the axis."""

    def share(self, value: float) -> float:
        """Where a value lies between the ends, from 0 to 1."""
        low, high = self.ticks[0], self.ticks[-1]
        return (value - low) / (high - low)


def axis(values: Iterable[float]) -> Axis:
    """An axis for some values: at most six ticks, one, two or five units of a power of ten apart."""
    listed = tuple(values)
    step = _step(min(listed), max(listed))
    first = math.floor(min(listed) / step)
    last = max(math.ceil(max(listed) / step), first + 1)
    return Axis(tuple(round(n * step, 9) for n in range(first, last + 1)))


def _step(low: float, high: float) -> float:
    """The smallest round step that needs few ticks from `low` to `high`."""
    power = 10.0 ** math.floor(math.log10((high - low) / _MOST_TICKS or 1))
    steps = (n * power for n in _STEPS)
    return next(step for step in steps if math.ceil(high / step) - math.floor(low / step) < _MOST_TICKS)
