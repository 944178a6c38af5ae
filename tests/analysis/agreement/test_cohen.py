from __future__ import annotations

import pytest

from jejak.analysis.agreement import (
    Interval,
    Ratings,
    brennan_prediger,
    cohen_kappa,
    gwet_ac,
    krippendorff_alpha,
    percent,
    scott_pi,
)
from jejak.analysis.agreement.cohen import greatest_kappa
from jejak.errors import InvalidInput
from support.agreement import TWO_CODERS, rated

COHEN_1968 = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]


@pytest.mark.parametrize(
    ("author", "table", "told"), TWO_CODERS, ids=[one[0] for one in TWO_CODERS]
)
def test_published_tables(author: str, table: list[list[int]], told: dict[str, float]) -> None:
    ratings = Ratings.from_cross_table(table)
    analytic = cohen_kappa(ratings, interval=Interval(method="analytic"))
    found = {
        "cohen": analytic.value,
        "scott": scott_pi(ratings).value,
        "bp": brennan_prediger(ratings).value,
        "ac": gwet_ac(ratings).value,
        "po": percent(ratings).value,
        "alpha": krippendorff_alpha(ratings).value,
        "kappa_max": greatest_kappa(ratings),
        # Fleiss, Cohen & Everitt 1969.
        "se_cohen": analytic.error,
    }
    assert found == pytest.approx(told, abs=6e-7), author


def test_what_other_programs_print() -> None:
    """NVivo’s kappa of characters, and MAXQDA’s kappa after Brennan and Prediger, by their manuals."""
    characters = Ratings.from_cross_table([[50, 100], [50, 800]])
    assert percent(characters).value == pytest.approx(0.85)
    assert cohen_kappa(characters).value == pytest.approx(0.318182, abs=5e-7)
    segments = Ratings.from_table([[0] * 15, [0] * 14 + [1]], values=range(10))
    assert percent(segments).value == pytest.approx(0.933333, abs=5e-7)
    assert brennan_prediger(segments).value == pytest.approx(0.925926, abs=5e-7)


@pytest.mark.parametrize(
    ("table", "apart", "value"),
    [
        (COHEN_1968, [[0, 1, 3], [1, 0, 6], [3, 6, 0]], 0.348),
        (
            [[46, 0, 0], [6, 32, 6], [0, 0, 10]],
            [[0, 1, 0.5], [1, 0, 0.5], [0.5, 0.5, 0]],
            0.8163,
        ),
    ],
    ids=["Cohen 1968", "Artstein & Poesio 2008"],
)
def test_published_weights(table: list[list[int]], apart: list[list[float]], value: float) -> None:
    found = cohen_kappa(Ratings.from_cross_table(table), weights=apart)
    assert round(found.value or 0, 4 if value == 0.8163 else 3) == value


@pytest.mark.parametrize(
    ("weights", "values"),
    [
        ("linear", (0.473684, 0.466667, 0.55, 0.609756)),
        ("quadratic", (0.454545, 0.444444, 0.55, 0.638554)),
    ],
)
def test_weights_by_rank(weights: str, values: tuple[float, ...]) -> None:
    ratings = Ratings.from_cross_table(COHEN_1968)
    ways = (cohen_kappa, scott_pi, brennan_prediger, gwet_ac)
    assert [way(ratings, weights=weights).value for way in ways] == pytest.approx(values, abs=1e-6)


def test_of_three_coders_it_is_the_mean_over_their_pairs() -> None:
    three = rated(("112231", "112211", "122231"))
    pairs = [cohen_kappa(three.of_coders(a, b)).value or 0 for a, b in ((0, 1), (0, 2), (1, 2))]
    assert cohen_kappa(three).value == pytest.approx(sum(pairs) / 3)


def test_the_greatest_kappa_is_that_of_two() -> None:
    with pytest.raises(InvalidInput):
        greatest_kappa(rated(("12", "12", "12")))
    assert greatest_kappa(rated(("11", "11"))) is None
    assert greatest_kappa(rated(("1.", ".1"))) is None


def test_weights_that_are_none_are_refused() -> None:
    with pytest.raises(InvalidInput, match="weights"):
        cohen_kappa(Ratings.from_cross_table(COHEN_1968), weights="heavy")
    with pytest.raises(InvalidInput, match="3 by 3"):
        cohen_kappa(Ratings.from_cross_table(COHEN_1968), weights=[[0, 1], [1, 0]])
