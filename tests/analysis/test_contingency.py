"""Published and recomputed values; p-values as SciPy 1.17 gives them; naive recomputation."""

from __future__ import annotations

from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.contingency import chi_squared_tail, contingency

TABLE = [[762, 327, 468], [484, 239, 477]]  # Agresti: party by sex


def tables(most: int = 9) -> st.SearchStrategy[list[list[int]]]:
    def of(shape: tuple[int, int]) -> st.SearchStrategy[list[list[int]]]:
        row = st.lists(st.integers(0, most), min_size=shape[1], max_size=shape[1])
        return st.lists(row, min_size=shape[0], max_size=shape[0])

    return st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(of)


def test_a_published_table() -> None:
    found = contingency(TABLE)
    assert float(found.chi2) == pytest.approx(30.070149, abs=5e-7)
    assert int(found.df) == 2
    assert float(found.p) == pytest.approx(2.953589e-07, rel=1e-6)
    assert float(found.g2) == pytest.approx(30.016693, abs=5e-7)
    assert float(found.v) == pytest.approx(0.104436, abs=5e-7)
    assert found.pearson == pytest.approx(
        np.array([[2.198856, 0.41137, -2.84324], [-2.504669, -0.468583, 3.238673]]), abs=1e-6
    )
    assert found.adjusted == pytest.approx(
        np.array([[4.502054, 0.699452, -5.315946], [-4.502054, -0.699452, 5.315946]]), abs=1e-6
    )
    assert int(found.small) == 0


def test_the_tail_of_chi_squared() -> None:
    for value, df, tail in (
        (3.841458820694124, 1, 0.05),
        (5.991464547107979, 2, 0.05),
        (0.01, 7, 0.999999999243),
        (20, 9, 0.01791240452),
        (90, 39, 6.5790037574e-06),
    ):
        assert chi_squared_tail(value, df) == pytest.approx(tail, rel=2e-5)
    assert chi_squared_tail(0, 3) == 1
    assert chi_squared_tail(4_000, 1) == 0


@given(tables())
def test_it_is_what_the_formulas_say(table: list[list[int]]) -> None:
    found, seen = contingency(table), np.array(table)
    n, chi2, g2 = seen.sum(), 0.0, 0.0
    for row, column in np.ndindex(*seen.shape):
        expected = seen[row].sum() * seen[:, column].sum() / n if n else 0
        if not expected:
            assert np.isnan(found.expected[row, column])
            continue
        off = (seen[row, column] - expected) / sqrt(expected)
        assert found.pearson[row, column] == pytest.approx(off)
        chi2 += off**2
        if seen[row, column]:
            g2 += 2 * seen[row, column] * log(seen[row, column] / expected)
    assert float(found.chi2) == pytest.approx(chi2, abs=1e-9)
    assert float(found.g2) == pytest.approx(max(g2, 0), abs=1e-9)


@given(tables())
def test_margins_of_nothing_change_nothing(table: list[list[int]]) -> None:
    wider = np.pad(np.array(table), ((0, 1), (0, 2)))
    one, two = contingency(table), contingency(wider)
    for name in ("chi2", "df", "p", "g2", "v", "v_corrected"):
        assert getattr(two, name) == pytest.approx(getattr(one, name), nan_ok=True)
    assert np.isnan(two.adjusted[-1]).all()


def test_many_tables_at_once_are_each_by_itself() -> None:
    draw = np.random.default_rng(2).integers(0, 9, (20, 2, 3))
    whole = contingency(draw)
    for at, table in enumerate(draw):
        one = contingency(table)
        for name in ("chi2", "p", "v", "v_corrected", "adjusted"):
            assert getattr(whole, name)[at] == pytest.approx(getattr(one, name), nan_ok=True)


def test_a_perfect_association_and_none() -> None:
    assert float(contingency([[10, 0], [0, 10]]).v) == 1
    assert float(contingency([[10, 0], [0, 10]]).v_corrected) == pytest.approx(1)
    assert float(contingency([[5, 5], [5, 5]]).v) == 0
    assert float(contingency([[3, 2], [2, 3]]).v_corrected) == 0


def test_where_there_is_nothing_to_compare_there_is_no_p() -> None:
    for table in ([[0, 0], [0, 0]], [[4, 2]], [[3, 0], [9, 0]]):
        found = contingency(table)
        assert np.isnan(found.p)
        assert np.isnan(found.v)
        assert int(found.df) == 0
