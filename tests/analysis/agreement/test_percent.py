from __future__ import annotations

import pytest

from jejak.analysis.agreement import Ratings, percent


def test_it_is_the_mean_over_units_of_pairs_that_agree() -> None:
    table = Ratings.from_table([[1, 1, 2], [1, 2, None], [1, 2, 2]])
    assert percent(table).value == pytest.approx((1 + 1 / 3 + 1) / 3)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([], "There is no text"),
        ([[], []], "There is no text"),
        ([[1, 2]], "Only one person coded"),
        ([[1, 2], [None, None]], "Only one person coded"),
        ([[1, None], [None, 2]], "No two people read the same text"),
    ],
)
def test_without_two_coders_of_a_unit_there_is_no_value(rows: list[list[int]], reason: str) -> None:
    found = percent(Ratings.from_table(rows, values=[1, 2]))
    assert found.value is None
    assert str(found.reason).startswith(reason)
