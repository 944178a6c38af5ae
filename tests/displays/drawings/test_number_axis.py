from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.displays.drawings.number_axis import number_axis

numbers = st.lists(st.floats(-1e6, 1e6, allow_subnormal=False).map(lambda x: round(x, 3)))


@given(numbers, st.booleans())
def test_everything_is_on_the_axis_and_ticks_have_room(values, whole) -> None:
    axis = number_axis(values, 600, whole=whole)
    assert all(0 <= axis.at(value) <= 600 for value in values)
    assert 1 <= len(axis.ticks) <= 12
    assert list(axis.ticks) == sorted(set(axis.ticks))
    assert all(0 <= axis.at(tick) <= 600 for tick in axis.ticks)


@pytest.mark.parametrize(
    ("values", "whole", "ticks"),
    [
        ([1, 2, 3], True, (1, 2, 3)),
        ([0, 100], True, (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100)),
        ([1, 48], True, (0, 5, 10, 15, 20, 25, 30, 35, 40, 45)),
        ([0.1, 0.4], False, (0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4)),
        ([5], True, (5,)),
        ([], True, (0, 1)),
    ],
)
def test_ticks_are_round(values, whole, ticks) -> None:
    assert number_axis(values, 600, whole=whole).ticks == pytest.approx(ticks)
