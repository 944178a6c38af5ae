from __future__ import annotations

import pytest

from jejak.analysis.agreement import Ratings, holsti, percent


def test_holstis_own_numbers() -> None:
    """N₁ = 50, N₂ = 40, M = 36."""
    first = ["a"] * 50 + [None] * 0
    second = ["a"] * 36 + ["b"] * 4 + [None] * 10
    assert holsti(Ratings.from_table([first, second])).value == pytest.approx(0.8)


def test_of_a_whole_table_it_is_percent_agreement() -> None:
    table = Ratings.from_table([[1, 2, 1, 2], [1, 2, 2, 2], [1, 1, 1, 2]])
    assert holsti(table).value == pytest.approx(percent(table).value)


def test_nothing_read_by_both_is_no_value() -> None:
    found = holsti(Ratings.from_table([[1, None], [None, 1]]))
    assert (found.value, str(found.reason)) == (
        None,
        "No two people read the same text, so there is nothing to compare.",
    )
