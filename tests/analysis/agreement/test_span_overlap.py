from __future__ import annotations

import pytest

from jejak.analysis.agreement import Ratings, span_f1, span_jaccard
from jejak.errors import InvalidInput

ROWS = (
    ("A", 0, 10, "x"), ("A", 20, 30, "x"), ("A", 40, 50, "y"),
    ("B", 0, 10, "x"), ("B", 21, 30, "x"), ("B", 40, 50, "x"),
)  # fmt: skip


def test_the_very_same_stretch_by_default() -> None:
    assert span_f1(Ratings.from_spans(ROWS, length=60)).value == pytest.approx(2 * 1 / 6)


def test_stretches_that_overlap_enough() -> None:
    assert span_f1(Ratings.from_spans(ROWS, length=60), overlap=0.9).value == pytest.approx(4 / 6)


def test_characters_in_common() -> None:
    found = span_jaccard(Ratings.from_spans(ROWS, length=60))
    assert found.value == pytest.approx((10 + 9) / (10 + 10 + 20))
    assert found.coders == 2


def test_of_three_coders_it_is_the_mean_over_pairs_that_marked_anything() -> None:
    rows = [*ROWS, ("C", 0, 10, "x")]
    found = span_f1(Ratings.from_spans(rows, length=60)).value
    assert found == pytest.approx((2 / 6 + 2 / 4 + 2 / 4) / 3)


def test_what_only_one_of_them_read_is_left_out() -> None:
    rows = [("A", 0, 5, "x", "s"), ("B", 0, 5, "x", "s"), ("A", 0, 5, "x", "t")]
    spans = Ratings.from_spans(rows, lengths={"s": 9, "t": 9}, read=[])
    assert (span_f1(spans).value, span_jaccard(spans).value) == (1.0, 1.0)


def test_nothing_marked_is_no_value() -> None:
    found = span_f1(Ratings.from_spans([], length=9, coders=["A", "B"]))
    assert (found.value, str(found.reason)) == (
        None,
        "Nobody coded anything in what several people read.",
    )
    alone = span_jaccard(Ratings.from_spans([("A", 0, 1, "x")], length=9))
    assert str(alone.reason).startswith("Only one person")


def test_half_an_overlap_is_too_little() -> None:
    with pytest.raises(InvalidInput):
        span_f1(Ratings.from_spans(ROWS, length=60), overlap=0.5)
