"""Mantel–Haenszel by hand, the interval as statsmodels 0.15 gives it, and Simpson’s paradox."""

from __future__ import annotations

from math import inf, isnan

import numpy as np
import pytest

from jejak.analysis.strata import mantel_haenszel


def test_the_pooled_odds_ratio() -> None:
    found = mantel_haenszel([[[5, 10], [3, 12]], [[20, 5], [9, 8]]])
    assert found.crude == pytest.approx((25 * 20) / (15 * 12))
    assert found.each.tolist() == pytest.approx([2, 160 / 45])
    assert found.pooled == pytest.approx((60 / 30 + 160 / 42) / (30 / 30 + 45 / 42))
    assert (found.low, found.high) == pytest.approx((0.978717, 8.036819), abs=1e-6)
    assert found.low < found.pooled < found.high


def test_strata_can_turn_an_association_round() -> None:
    """The kidney stones of Charig et al. 1986: treatment A is better for small and for large."""
    found = mantel_haenszel([[[81, 6], [234, 36]], [[192, 71], [55, 25]]])
    assert found.crude < 1 < found.pooled
    assert (found.each > 1).all()


def test_what_divides_by_nothing() -> None:
    found = mantel_haenszel([[[3, 0], [0, 3]]])
    assert found.pooled == inf
    assert isnan(found.low)
    assert isnan(mantel_haenszel([[[0, 0], [0, 0]]]).pooled)
    assert isnan(mantel_haenszel(np.empty((0, 2, 2))).crude)
    one = [[[4, 2], [1, 3]]]
    assert mantel_haenszel([*one, [[0, 0], [0, 0]]]).pooled == mantel_haenszel(one).pooled
