from __future__ import annotations

import pytest

from jejak.analysis.agreement import Ratings, u_alpha
from jejak.errors import InvalidInput
from support.agreement import FIGURE, figure


def test_stretches_of_one_value_that_overlap_are_one_and_that_touch_are_two() -> None:
    rows = [
        ("A", 0, 5, "x"),
        ("A", 3, 8, "x"),
        ("A", 8, 9, "x"),
        ("A", 0, 5, "x"),
        ("A", 4, 4, "x"),
    ]
    spans = Ratings.from_spans(rows, length=20)
    assert list(zip(spans.start.tolist(), spans.end.tolist(), strict=True)) == [(0, 8), (8, 9)]


def test_some_values_and_some_coders() -> None:
    spans = figure()
    two = spans.of_coders([2, 0])
    assert (two.coders, len(two)) == (("Suzan", "Alex"), 12)
    some = [row for row in FIGURE if row[0] != "Paul"]
    assert u_alpha(two).value == pytest.approx(u_alpha(Ratings.from_spans(some, length=60)).value)
    fewer = spans.of_values([5, 0])
    assert fewer.values == ("6", "1")
    assert sorted({fewer.values[v] for v in fewer.value}) == ["1", "6"]


def test_who_marked_something_has_read_it() -> None:
    spans = Ratings.from_spans([("A", 0, 1, "x")], length=5, coders=["A", "B"], read=[])
    assert spans.read[:, 0].tolist() == [True, False]


def test_a_stretch_outside_its_source_is_refused() -> None:
    for row in (("A", 3, 9, "x"), ("A", -1, 2, "x"), ("A", 4, 2, "x"), ("A", 0, 1, "x", "other")):
        with pytest.raises(InvalidInput):
            Ratings.from_spans([row], length=5)
