from __future__ import annotations

import pytest

from jejak.analysis.agreement import Interval, Ratings, cohen_kappa, conger_kappa
from support.agreement import CANONICAL, HAYES, TEXTBOOK, rated


@pytest.mark.parametrize(
    ("rows", "weights", "value", "chance"),
    [
        (CANONICAL, "identity", 0.76282, 0.23343),
        (CANONICAL, "quadratic", 0.85771, 0.82696),
        (HAYES, "identity", 0.47261, 0.28895),
        (HAYES, "linear", 0.61821, 0.65440),
        (HAYES, "ordinal", 0.70373, 0.76561),
        (TEXTBOOK, "identity", 0.63793, 0.28395),
    ],
)
def test_irrcac_0_4_4(rows: tuple[str, ...], weights: str, value: float, chance: float) -> None:
    found = conger_kappa(rated(rows), weights=weights)
    assert (found.value, found.expected) == pytest.approx((value, chance), abs=1e-5)


@pytest.mark.parametrize(("rows", "error"), [(CANONICAL, 0.14917), (HAYES, 0.06878)])
def test_its_analytic_error_is_gwets(rows: tuple[str, ...], error: float) -> None:
    found = conger_kappa(rated(rows), interval=Interval(method="analytic"))
    assert found.error == pytest.approx(error, abs=1e-5)


def test_by_hand() -> None:
    # Margins (1/2, 1/2), (1/4, 3/4), (1/4, 3/4): chance of the pairs 1/2, 1/2, 10/16.
    found = conger_kappa(Ratings.from_table(["aabb", "abbb", "babb"]))
    assert found.observed == pytest.approx((3 / 4 + 3 / 4 + 2 / 4) / 3)
    assert found.expected == pytest.approx((1 / 2 + 1 / 2 + 5 / 8) / 3)


def test_of_two_it_is_cohens() -> None:
    two = rated(TEXTBOOK[:2])
    assert conger_kappa(two).value == pytest.approx(cohen_kappa(two).value)


def test_somebody_who_saw_nothing_is_no_coder_and_one_value_has_no_chance() -> None:
    three = rated([*TEXTBOOK, "." * 9])
    assert conger_kappa(three).value == pytest.approx(conger_kappa(rated(TEXTBOOK)).value)
    flat = conger_kappa(rated(["111", "111", "111"]))
    assert (flat.value, "“1”" in str(flat.reason)) == (None, True)
    assert conger_kappa(rated(["12.", "..1"])).value is None
