from __future__ import annotations

import numpy as np
import pytest

from jejak.analysis.agreement import NO_INTERVAL, Interval, Ratings, krippendorff_alpha, percent
from jejak.errors import InvalidInput
from support.agreement import CANONICAL, rated


def test_units_are_drawn_as_published() -> None:
    """The README of the R package icr: 0.417 to 1.00 when units are drawn."""
    found = krippendorff_alpha(rated(CANONICAL), interval=Interval(samples=20_000, seed=7))
    assert (found.low, found.high) == pytest.approx((0.417, 1.0), abs=2e-3)
    assert found.error == pytest.approx(0.146, abs=5e-3)


def test_leaving_out_gives_the_error_of_the_jackknife() -> None:
    found = krippendorff_alpha(rated(CANONICAL), interval=Interval(method="jackknife"))
    assert (found.error, found.low) == pytest.approx((0.14633, 0.457), abs=5e-4)
    assert (found.high, found.interval) == (1.0, "jackknife")


def test_a_seed_gives_the_same_again_and_another_another() -> None:
    one, same, other = (
        krippendorff_alpha(rated(CANONICAL), interval=Interval(samples=500, seed=seed))
        for seed in (3, 3, 4)
    )
    assert one == same
    assert one.low != other.low


def test_fewer_than_ten_have_no_interval_but_what_leaving_one_out_does() -> None:
    found = percent(Ratings.from_table([[1, 1, 2, 2], [1, 1, 2, 1]]))
    assert (found.low, found.high, found.interval) == (None, None, "")
    assert found.without_one == pytest.approx((2 / 3, 1.0))
    assert found.groups_for(0.1) is None


def test_units_of_a_source_are_drawn_together() -> None:
    row = [1, 2, 1, 1, 2, 2, 1, 2] * 50
    other = [1, 2, 1, 2, 2, 2, 1, 1] * 50
    alone = percent(Ratings.from_table([row, other]))
    together = percent(Ratings.from_table([row, other], group=[n // 40 for n in range(400)]))
    assert (alone.groups, together.groups) == (400, 10)
    assert together.width == pytest.approx(0.0)
    assert (alone.width or 0) > 0.05


def test_how_many_more_would_narrow_it() -> None:
    draw = np.random.default_rng(2)
    same = draw.random(400) < 0.8
    found = percent(Ratings.from_table([[1] * 400, np.where(same, 1, 2).tolist()]))
    wanted = found.groups_for((found.width or 0) / 2)
    assert wanted == 1600


def test_equal_groups_are_drawn_as_kinds_with_the_same_spread() -> None:
    """Of 5,000 units of two kinds: the error is that of a share, root of p (1 - p) / n."""
    rows = [[1] * 5_000, [1] * 4_000 + [2] * 1_000]
    for method in ("bootstrap", "jackknife", "analytic"):
        found = percent(Ratings.from_table(rows), interval=Interval(method=method))
        assert found.error == pytest.approx((0.8 * 0.2 / 5_000) ** 0.5, rel=0.06)


def test_samples_without_a_value_are_counted() -> None:
    rare = Ratings.from_table([[1] * 11 + [2], [1] * 11 + [2]])
    found = krippendorff_alpha(rare, interval=Interval(samples=2_000))
    # No sample holds the one unit that varies in (11/12)^12 of all.
    assert found.undefined / 2_000 == pytest.approx((11 / 12) ** 12, abs=0.03)
    assert (found.value, found.high) == (1.0, 1.0)


def test_no_interval_costs_nothing() -> None:
    found = krippendorff_alpha(rated(CANONICAL), interval=NO_INTERVAL)
    assert (found.low, found.interval, found.groups) == (None, "", 11)


@pytest.mark.parametrize(
    "wrong", [{"method": "guess"}, {"confidence": 1.0}, {"samples": 0}, {"samples": 10**7}]
)
def test_what_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(InvalidInput):
        Interval(**wrong)  # type: ignore[arg-type]
