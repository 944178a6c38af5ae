from __future__ import annotations

import pytest

from jejak.analysis.agreement import Interval, Ratings, brennan_prediger, fleiss_kappa, gwet_ac
from support.agreement import CANONICAL, rated

# Brennan & Prediger, AC, Fleiss on a table with gaps.
BY_WEIGHTS = {
    "identity": (0.77273, 0.77544, 0.76117),
    "linear": (0.84848, 0.85874, 0.81794),
    "quadratic": (0.90152, 0.914, 0.86494),
    "ordinal": (0.88636, 0.89894, 0.85021),
}
WAYS = (brennan_prediger, gwet_ac, fleiss_kappa)


@pytest.mark.parametrize("weights", BY_WEIGHTS)
def test_a_table_with_gaps(weights: str) -> None:
    found = [way(rated(CANONICAL), weights=weights).value for way in WAYS]
    assert found == pytest.approx(BY_WEIGHTS[weights], abs=5e-6)


def test_analytic_errors_are_those_of_gwet() -> None:
    analytic = Interval(method="analytic")
    errors = [way(rated(CANONICAL), interval=analytic).error for way in WAYS]
    assert errors == pytest.approx([0.14472, 0.14295, 0.15302], abs=5e-6)


def test_it_holds_up_where_nearly_everything_has_one_value() -> None:
    assert gwet_ac(Ratings.from_cross_table([[118, 5], [2, 0]])).value == pytest.approx(0.9408, abs=5e-5)  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_without_variation_there_is_no_value(way: object) -> None:
    found = way(Ratings.from_table([[1, 1], [1, 1]], values=[1, 2]))  # type: ignore[operator]
    assert found.value is None
    assert found.reason
