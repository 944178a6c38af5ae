from __future__ import annotations

import numpy as np
import pytest

from jejak.analysis.agreement import Ratings, joint_alpha, krippendorff_alpha
from jejak.analysis.agreement.characters import coded_or_not
from jejak.analysis.agreement.joint import alpha_by_value

ROWS = (("A", 0, 7, "x"), ("A", 5, 9, "y"), ("B", 0, 8, "x"), ("B", 20, 30, "z"))


def test_by_value_it_is_the_alpha_of_characters() -> None:
    spans = Ratings.from_spans(ROWS, length=60)
    found = [one.value for one in alpha_by_value(spans)]
    assert found == pytest.approx(
        [krippendorff_alpha(coded_or_not(spans, k)).value for k in range(3)]
    )
    assert [one.value for one in alpha_by_value(spans, [2])] == found[2:]


def test_jointly_it_is_alpha_over_sets_by_what_is_in_one_and_not_the_other() -> None:
    spans = Ratings.from_spans(ROWS, length=60)
    places = [
        [{v for c, s, e, v in ROWS if c == coder and s <= at < e} for at in range(60)]
        for coder in "AB"
    ]
    every = places[0] + places[1]
    observed = np.mean([len(a ^ b) for a, b in zip(*places, strict=True)])
    expected = np.sum([len(a ^ b) for a in every for b in every]) / (len(every) * (len(every) - 1))
    assert joint_alpha(spans).value == pytest.approx(1 - observed / expected)


def test_the_same_coding_twice_counts_once() -> None:
    twice = Ratings.from_spans([*ROWS, ("A", 0, 7, "x"), ("A", 2, 6, "x")], length=60)
    assert joint_alpha(twice).value == joint_alpha(Ratings.from_spans(ROWS, length=60)).value


def test_a_code_of_nobody_and_one_that_is_everywhere_have_no_value() -> None:
    rows = [(coder, 0, 60, "all") for coder in "AB"]
    spans = Ratings.from_spans([*ROWS, *rows], length=60, values=["none"])
    found = dict(zip(spans.values, alpha_by_value(spans), strict=True))
    assert (found["none"].value, found["all"].value) == (None, None)
    assert str(found["none"].reason).startswith("Nobody used this code")
    assert str(found["all"].reason).startswith("Everybody used this code everywhere")


def test_fifty_coders() -> None:
    rows = [(f"c{n}", n % 3, 20 + n % 2, "x") for n in range(50)]
    found = joint_alpha(Ratings.from_spans(rows, length=60))
    assert found.coders == 50
    assert 0.9 < (found.value or 0) < 1
