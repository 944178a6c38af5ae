"""The permutation test against every way of dealing the values out, and what must not matter."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from jejak.analysis import permutation
from jejak.analysis.contingency import contingency
from jejak.analysis.permutation import permute_groups


def chi2(amount: np.ndarray, whole: np.ndarray, group: np.ndarray) -> float:
    tables = [[(v[group == g]).sum() for g in np.unique(group)] for v in (amount, whole - amount)]
    return float(contingency(tables).chi2)


def test_every_way_of_dealing_out() -> None:
    amount, whole = np.array([5, 4, 1, 0, 0, 1]), np.array([6, 5, 6, 5, 6, 5])
    group = np.array([0, 0, 1, 1, 2, 2])
    seen = chi2(amount, whole, group)
    every = [chi2(amount, whole, np.array(dealt)) for dealt in permutations(group.tolist())]
    exact = np.mean([one >= seen - 1e-9 for one in every])
    found = permute_groups(amount[:, None], whole, group)
    assert found.chi2.tolist() == pytest.approx([seen])
    assert found.p[0] == pytest.approx(exact, abs=0.015)
    assert found.draws == 9_999
    assert permute_groups(amount[:, None], whole, group).p.tolist() == found.p.tolist()


def test_one_talkative_participant_proves_nothing() -> None:
    """A hundred segments of one person look like a strong association, and are one person's."""
    amount = np.array([[100], [0], [1], [1], [0], [1], [1], [0]])
    whole, group = np.full(8, 110), np.array([0, 0, 0, 0, 1, 1, 1, 1])
    segments = contingency([[102, 3], [338, 437]])
    assert float(segments.p) < 1e-20
    assert permute_groups(amount, whole, group, draws=999).p[0] > 0.3


def test_under_independence_small_p_are_rare() -> None:
    draw = np.random.default_rng(4)
    amount, group = draw.poisson(2, (30, 200)), draw.integers(0, 3, 30)
    p = permute_groups(amount, np.full(30, 400), group, draws=999).p
    assert 0.01 < (p <= 0.05).mean() < 0.1


def test_what_does_not_vary_is_not_tested() -> None:
    amount, whole = np.array([[0, 3, 1], [0, 3, 2]]), np.array([3, 3])
    assert np.isnan(permute_groups(amount, whole, np.array([0, 1])).p).tolist() == [1, 1, 0]
    assert np.isnan(permute_groups(amount, whole, np.array([0, 0])).p).all()
    nothing = permute_groups(np.empty((0, 1), int), np.empty(0, int), np.empty(0, int))
    assert np.isnan(nothing.p).all()


def test_fewer_draws_where_many_would_take_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(permutation, "MOST_DEALT", 40_000)
    amount, group = np.ones((100, 1), int), np.arange(100) % 2
    assert permute_groups(amount, np.full(100, 3), group).draws == 400
    monkeypatch.setattr(permutation, "MOST_WORK", 1)
    assert permute_groups(amount, np.full(100, 3), group).draws == 199
