"""Axes of charts: round numbers around the values, never too many."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.axes import axis

NUMBERS = st.floats(min_value=-1e6, max_value=1e6).filter(lambda value: value == 0 or abs(value) > 1e-3)


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([10, 100], [0, 20, 40, 60, 80, 100]),
        ([20, 95], [20, 40, 60, 80, 100]),
        ([1, 2, 3], [1, 1.5, 2, 2.5, 3]),
        ([3, 3], [3, 4]),
        ([0], [0, 1]),
        ([-5, 12], [-5, 0, 5, 10, 15]),
    ],
)
def test_ticks_are_round_numbers_around_the_values(values: list[float], ticks: list[float]) -> None:
    assert list(axis(values).ticks) == ticks


def test_a_value_lies_between_the_ends() -> None:
    scale = axis([0, 100])
    assert [scale.share(value) for value in (0, 25, 100)] == [0, 0.25, 1]


@given(st.lists(NUMBERS, min_size=1, max_size=5))
def test_any_values_fit_between_few_ticks(values: list[float]) -> None:
    scale = axis(values)
    assert 2 <= len(scale.ticks) <= 7
    assert all(-1e-6 <= scale.share(value) <= 1 + 1e-6 for value in values)
