from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.agreement import Coefficient, Ratings, p_k, window_diff
from jejak.errors import InvalidInput
from support.agreement import STARGAZERS, segmented

Measured = Callable[..., Coefficient]


@pytest.mark.parametrize(
    ("one", "two", "window", "by_ends", "by_number"),
    [
        ((2, 3, 6), (5, 6), 0, 0.763889, 0.763889),
        ((5, 5, 5, 5), (4, 6, 5, 5), 0, 0.888889, 0.888889),
        ((5, 5, 5, 5), (10, 10), 0, 0.555556, 0.555556),
        ((5, 5, 5, 5), (10, 10), 5, 0.333333, 0.333333),
        (STARGAZERS[0], STARGAZERS[1], 0, 0.631579, 0.631579),
        (STARGAZERS[0], STARGAZERS[1], 5, 0.75, 0.125),
        ((21,), (2, 8, 11), 0, 0.368984, 0.368984),
        ((1,) * 20, (10, 10), 0, 0.222222, 0.0),
    ],
)
def test_segeval_2_0_11(
    one: tuple[int, ...], two: tuple[int, ...], window: int, by_ends: float, by_number: float
) -> None:
    for measured, value in ((p_k, by_ends), (window_diff, by_number)):
        found = measured(segmented(one, two), window=window).value
        assert found == pytest.approx(value, abs=1e-6)
        assert measured(segmented(two, one), window=window).value == pytest.approx(found)


def test_hearsts_seven_coders() -> None:
    assert p_k(segmented(*STARGAZERS)).value == pytest.approx(0.674185, abs=1e-6)
    assert window_diff(segmented(*STARGAZERS)).value == pytest.approx(0.588972, abs=1e-6)


def plainly(reference: Sequence[int], other: Sequence[int], whole: int, *, number: bool) -> float:
    """Window by window, as it was published."""
    cut = [[at in cuts for at in range(whole)] for cuts in (reference, other)]
    k = max(round(whole / (len(reference) + 1) / 2), 2)
    wrong = 0
    for i in range(whole - k):
        inside = [sum(row[i + 1 : i + k + 1]) for row in cut]
        wrong += inside[0] != inside[1] if number else (inside[0] > 0) != (inside[1] > 0)
    return 1 - wrong / (whole - k)


@given(st.integers(5, 40), st.data())
def test_it_is_what_one_finds_window_by_window(whole: int, data: st.DataObject) -> None:
    cuts = st.sets(st.integers(1, whole - 1), min_size=1, max_size=8).map(sorted)
    one, two = data.draw(cuts), data.draw(cuts)
    spans = segmented(*(np.diff([0, *row, whole]).tolist() for row in (one, two)))
    for measured, number in ((p_k, False), (window_diff, True)):
        both = [plainly(a, b, whole, number=number) for a, b in ((one, two), (two, one))]
        assert measured(spans).value == pytest.approx(np.mean(both))


def test_sources_add_up_and_windows_do_not_reach_into_the_next() -> None:
    cut = [
        ("A", 0, 4, "x", "s"),
        ("B", 0, 6, "x", "s"),
        ("A", 0, 9, "x", "t"),
        ("B", 0, 9, "x", "t"),
    ]
    found = p_k(Ratings.from_spans(cut, lengths={"s": 9, "t": 9}), window=3)
    # In the first, the windows at 1, 2, 4 and 5 differ, of 6; in the second nobody cut.
    assert found.value == pytest.approx(1 - 4 / 12)


@pytest.mark.parametrize("measured", [p_k, window_diff])
def test_without_boundaries_there_is_no_value(measured: Measured) -> None:
    found = measured(segmented((9,), (9,)))
    assert (found.value, str(found.reason)) == (None, "Nobody cut what several people read.")
    assert str(measured(segmented((3, 6))).reason).startswith("Only one person")
    assert measured(segmented((1, 1), (1, 1))).value is None
    wide = measured(segmented((4, 5), (3, 6)), window=50)
    assert (wide.value, str(wide.reason)) == (None, "No text is longer than the window.")
    with pytest.raises(InvalidInput):
        measured(segmented((9,), (9,)), window=-1)
