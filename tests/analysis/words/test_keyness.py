from __future__ import annotations

import numpy as np
import pytest

from jejak.analysis.words.keyness import informative_prior, log_likelihood, log_odds, log_ratio


@pytest.mark.parametrize(
    ("a", "b", "c", "d", "likelihood", "ratio"),
    [
        (12, 2, 1000, 2000, 16.505298, 3.584963),
        (110, 54, 10000, 20000, 77.644704, 2.026472),
        (0, 7, 1000, 2000, 5.676512, -2.807355),
    ],
)
def test_published_values_of_keyness(a, b, c, d, likelihood, ratio) -> None:
    assert log_likelihood(np.array([a]), np.array([b]), c, d) == pytest.approx(
        [likelihood], abs=1e-6
    )
    assert log_ratio(np.array([a]), np.array([b]), c, d) == pytest.approx([ratio], abs=1e-6)


def test_published_values_of_log_odds() -> None:
    one, other = np.array([10, 3, 0, 7]), np.array([4, 3, 5, 8])
    delta, z = log_odds(one, other, 0.5)
    assert delta == pytest.approx([1.267152, 0, -2.662588, -0.196622], abs=1e-6)
    assert z == pytest.approx([2.248971, 0, -1.80258, -0.392475], abs=1e-6)
    delta, z = log_odds(one, other, informative_prior(one, other, 10, 40))
    assert delta == pytest.approx([0.897942, 0, -1.800493, -0.142293], abs=1e-6)
    assert z == pytest.approx([1.971678, 0, -1.837621, -0.337145], abs=1e-6)


def test_nothing_to_compare_is_no_number() -> None:
    none, some = np.array([0]), np.array([3])
    assert log_likelihood(some, none, 3, 0).tolist() == [0]
    assert np.isnan(log_ratio(some, none, 3, 0)).all()
    assert np.isnan(log_odds(some, none, informative_prior(some, none, 1, 3))[1]).all()
    assert informative_prior(none, none, 1, 0).tolist() == [0]
