from __future__ import annotations

import polars as pl
import pytest

from jejak.analysis.agreement import Ratings, krippendorff_alpha
from jejak.errors import InvalidInput
from support.agreement import CANONICAL, rated


def test_a_frame_has_a_column_for_each_coder() -> None:
    frame = pl.DataFrame({"Ana": [1, 2, None], "Budi": [1, 2, 3]})
    table = Ratings.from_frame(frame)
    assert (table.coders, table.values) == (("Ana", "Budi"), (1, 2, 3))
    assert table.table.tolist() == [[0, 1, -1], [0, 1, 2]]


def test_nan_is_missing_and_values_that_cannot_be_sorted_stay_as_they_came() -> None:
    table = Ratings.from_table([["b", float("nan"), 1], ["b", "b", 1]])
    assert table.values == ("b", 1)
    assert table.table.tolist() == [[0, -1, 1], [0, 0, 1]]


def test_a_run_counts_as_so_many_units() -> None:
    one = Ratings.from_table([[1, 1, 1, 2, 2], [1, 1, 1, 2, 1]])
    run = Ratings.from_table([[1, 2, 2], [1, 2, 1]], size=[3, 1, 1])
    assert krippendorff_alpha(one).value == pytest.approx(krippendorff_alpha(run).value, abs=1e-12)


def test_two_coders_by_pairs_and_by_counting_agree_on_each_unit() -> None:
    table = rated(CANONICAL)
    wide = Ratings.from_table(
        [[None if x < 0 else int(x) + 1 for x in row] for row in table.table],
        values=range(1, 60),
    )
    assert wide.agreement() == pytest.approx(table.agreement())


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: Ratings.from_table([[1, 2], [1]]), "uneven-rows"),
        (lambda: Ratings.from_table([[1, 9]], values=[1, 2]), "unknown-value"),
        (lambda: Ratings.from_counts([[1, -1]]), "negative-count"),
        (lambda: Ratings.from_cross_table([[1, 2]]), "not-square"),
        (lambda: krippendorff_alpha(Ratings.from_table([["a"], ["b"]]), level="ratio"), "not-numbers"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(make: object, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        make()  # type: ignore[operator]
    assert caught.value.code == code
