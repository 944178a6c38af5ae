"""The numbers of the ATLAS.ti manual (c = 5/105), the rest computed by hand from the same table."""

from __future__ import annotations

import numpy as np
import pytest

from jejak.analysis.association import (
    c_coefficient,
    conditional,
    jaccard,
    lift,
    lopsided,
    odds_ratio,
    out_of_range,
    phi,
    share,
)

N1, N2, N12, N = 100, 10, 5, 400


def test_the_measures_of_one_table() -> None:
    assert float(c_coefficient(N1, N2, N12)) == pytest.approx(0.047619, abs=5e-7)
    assert float(jaccard(N1, N2, N12)) == pytest.approx(5 / 105)
    assert float(conditional(N2, N12)) == 0.5
    assert float(lift(N1, N2, N12, N)) == 2.0
    assert float(phi(N1, N2, N12, N)) == pytest.approx(0.09245, abs=5e-6)
    assert float(odds_ratio(N1, N2, N12, N)) == pytest.approx(3.094241, abs=5e-7)
    assert bool(lopsided(N1, N2))
    assert not bool(lopsided(50, 10))


def test_phi_is_the_correlation_of_two_columns() -> None:
    draw = np.random.default_rng(5)
    one, two = draw.integers(0, 2, (2, 60))
    expected = np.corrcoef(one, two)[0, 1]
    assert float(phi(one.sum(), two.sum(), (one & two).sum(), 60)) == pytest.approx(expected)


def test_what_is_not_defined_is_not_a_number() -> None:
    assert np.isnan(c_coefficient(0, 0, 0))
    assert np.isnan(lift(0, 5, 0, 10))
    assert np.isnan(phi(10, 5, 5, 10))
    assert share([1, 2], [0, 4]).tolist()[1] == 0.5


def test_overlapping_pairs_may_leave_the_range() -> None:
    c = c_coefficient([2, 2, 2, 4], [2, 2, 2, 4], [1, 3, 4, 9])
    assert out_of_range(c).tolist() == [False, True, True, True]
