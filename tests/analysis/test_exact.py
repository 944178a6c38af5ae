"""Fisher's tea, a table of Agresti whose exact p R gives, and every table counted one by one."""

from __future__ import annotations

from itertools import product
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.analysis.exact import (
    benjamini_hochberg,
    fisher,
    fisher_table,
    holm,
    hypergeometric_tail,
)

TEA = [[3, 1], [1, 3]]
JOBS = [[1, 2, 1, 0], [3, 3, 6, 1], [10, 10, 14, 9], [6, 7, 12, 11]]
small = st.integers(0, 8)


def test_the_tea() -> None:
    assert fisher(TEA) == pytest.approx((0.485714, 0.242857), abs=5e-7)
    assert fisher_table(TEA, draws=40_000) == pytest.approx(0.485714, abs=0.012)


def test_a_larger_table() -> None:
    assert fisher_table(JOBS) == pytest.approx(0.7827, abs=0.012)
    assert fisher_table(JOBS) == fisher_table(JOBS)


def test_how_many_units_two_codes_share_by_chance() -> None:
    assert float(hypergeometric_tail(100, 10, 5, 400)) == pytest.approx(0.075545, abs=5e-7)
    found = hypergeometric_tail([30, 30, 60, 0], 20, [0, 21, 20, 0], 60)
    assert found.tolist() == [1, 0, 1, 1]


@given(small, small, small, small)
def test_the_tail_is_the_one_sided_test(a: int, b: int, c: int, d: int) -> None:
    tail = hypergeometric_tail(a + b, a + c, a, a + b + c + d)
    assert float(tail) == pytest.approx(fisher([[a, b], [c, d]])[1])


def test_an_empty_table_says_nothing_against_anything() -> None:
    assert fisher([[0, 0], [0, 0]]) == (1, 1)
    assert fisher_table([[0, 0], [0, 0]], draws=99) == 1


@given(small, small, small, small)
def test_all_tables_with_the_same_margins(a: int, b: int, c: int, d: int) -> None:
    def chance(first: int) -> float:
        others = a + b - first, a + c - first, d - a + first
        if min(first, *others) < 0:
            return 0
        return comb(a + b, first) * comb(c + d, a + c - first) / comb(a + b + c + d, a + c)

    every = [chance(n) for n in range(a + b + 1)]
    two = sum(one for one in every if one <= chance(a) * (1 + 1e-7))
    assert fisher([[a, b], [c, d]]) == pytest.approx((two, sum(every[a:])), abs=1e-9)


@settings(max_examples=15)
@given(st.lists(st.integers(0, 3), min_size=6, max_size=6))
def test_drawn_tables_follow_their_chances(cells: list[int]) -> None:
    table = np.array(cells).reshape(2, 3)
    down = [range(total + 1) for total in table.sum(0)]

    def weight(first: tuple[int, ...]) -> int:
        return int(np.prod([comb(t, x) for t, x in zip(table.sum(0).tolist(), first, strict=True)]))

    every = [weight(x) for x in product(*down) if sum(x) == table[0].sum()]
    exact = sum(w for w in every if w <= weight(tuple(table[0].tolist()))) / sum(every)
    assert fisher_table(table, draws=3_999) == pytest.approx(exact, abs=0.04)


def test_corrections_by_hand() -> None:
    p = [0.01, 0.04, 0.03, 0.005]
    assert holm(p).tolist() == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert benjamini_hochberg(p).tolist() == pytest.approx([0.02, 0.04, 0.04, 0.02])
    assert holm([0.9, 0.8]).tolist() == [1, 1]


@given(st.lists(st.floats(0, 1) | st.just(float("nan")), max_size=9))
def test_corrections_keep_the_order_and_what_was_not_tested(p: list[float]) -> None:
    for correct in (holm, benjamini_hochberg):
        found = correct(p)
        assert np.isnan(found).tolist() == np.isnan(np.array(p, float)).tolist()
        made = ~np.isnan(found)
        given_, now = np.array(p, float)[made], found[made]
        assert (now >= given_ - 1e-12).all()
        assert (now <= 1).all()
        assert (np.diff(now[np.argsort(given_, kind="stable")]) >= -1e-12).all()
    made = np.isfinite(p)
    assert (holm(p)[made] >= benjamini_hochberg(p)[made] - 1e-12).all()
