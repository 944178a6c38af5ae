from __future__ import annotations

import pytest

from jejak.analysis.saturation import stopping
from jejak.errors import InvalidInput

# Guest, Namey & Chen 2020: 37 codes in the first four interviews, then 4, 3, 1 and 0 new ones.
GUEST = (20, 9, 5, 3, 4, 3, 1, 0)


def test_guest_namey_and_chen_2020() -> None:
    found = stopping(GUEST)
    assert found.seen == 37
    assert [round(100 * ratio) for ratio in found.ratios] == [19, 11, 3]
    assert (found.point, found.label) == (6, "6+2")
    assert found.share == pytest.approx(44 / 45)


def test_nothing_new_at_all_takes_longer() -> None:
    found = stopping(GUEST, threshold=0)
    assert (found.point, found.share) == (None, None)
    assert "not reached" in str(found.reason)
    assert stopping((*GUEST, 0), threshold=0).label == "7+2"


def test_ratios_are_compared_unrounded() -> None:
    assert stopping((40, 0, 0, 0, 2, 0)).point == 4
    assert stopping((39, 0, 0, 0, 2, 0)).point is None


@pytest.mark.parametrize(
    ("new", "reason"),
    [((3, 1, 0, 0, 0), "need 6 sources; there are 5"), ((0, 0, 0, 0, 3, 1), "have no code")],
)
def test_what_cannot_be_told_says_why(new: tuple[int, ...], reason: str) -> None:
    found = stopping(new)
    assert found.point is None
    assert reason in str(found.reason)


@pytest.mark.parametrize("wrong", [{"base": 0}, {"run": 0}, {"threshold": 1.0}])
def test_a_rule_that_is_none_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(InvalidInput):
        stopping(GUEST, **wrong)  # type: ignore[arg-type]
