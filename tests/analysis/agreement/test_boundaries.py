from __future__ import annotations

import pytest

from jejak.analysis.agreement import Ratings, boundary_similarity
from jejak.errors import InvalidInput
from support.agreement import STARGAZERS, segmented


@pytest.mark.parametrize(
    ("one", "two", "value"),
    [
        ((2, 3, 6), (5, 6), 0.5),
        ((5, 5, 5, 5), (4, 6, 5, 5), 0.8333333),
        ((5, 5, 5, 5), (10, 10), 0.3333333),
        (STARGAZERS[0], STARGAZERS[1], 0.5),
    ],
)
def test_segeval_2_0_11(one: tuple[int, ...], two: tuple[int, ...], value: float) -> None:
    found = boundary_similarity(segmented(one, two)).value
    assert found == pytest.approx(value, abs=1e-6)
    assert boundary_similarity(segmented(two, one)).value == pytest.approx(found)


def test_hearsts_seven_coders() -> None:
    assert boundary_similarity(segmented(*STARGAZERS)).value == pytest.approx(0.530055, abs=1e-6)


def test_a_farther_reach_forgives_more() -> None:
    cut = segmented((5, 5), (7, 3))
    found = [boundary_similarity(cut, reach=reach).value for reach in (1, 2, 3)]
    assert found == pytest.approx([0, 0, 1 / 3])


def test_without_boundaries_there_is_no_value() -> None:
    assert boundary_similarity(segmented((9,), (9,))).value is None
    alone = boundary_similarity(segmented((3, 6)))
    assert str(alone.reason).startswith("Only one person")
    with pytest.raises(InvalidInput):
        boundary_similarity(segmented((9,), (9,)), reach=0)


def test_boundaries_of_two_texts_are_not_taken_for_one_another() -> None:
    rows = [("A", 0, 9, "x", "s"), ("B", 1, 10, "x", "t")]
    spans = Ratings.from_spans(rows, lengths={"s": 10, "t": 10})
    assert boundary_similarity(spans, reach=6).value == 0.0
