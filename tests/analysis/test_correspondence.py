"""The smoking table of Greenacre (1984), and what holds for every table."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.contingency import contingency
from jejak.analysis.correspondence import correspondence

SMOKE = [[4, 2, 3, 2], [4, 3, 7, 4], [25, 10, 12, 4], [18, 24, 33, 13], [10, 6, 7, 2]]


def test_the_smoking_table() -> None:
    found = correspondence(SMOKE)
    assert found.inertias.tolist() == pytest.approx([0.074759, 0.010017, 0.000414], abs=5e-7)
    assert found.total == pytest.approx(0.08519, abs=5e-7)
    first = np.abs(found.rows.principal[:, 0])
    assert first.tolist() == pytest.approx([0.0658, 0.259, 0.3806, 0.233, 0.2011], abs=5e-5)
    assert found.shares()[0] == pytest.approx(0.878, abs=5e-4)
    assert found.rows.quality[:, 0].tolist() == pytest.approx(
        [0.092, 0.526, 0.999, 0.942, 0.865], abs=1e-3
    )


tables = st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=1, max_size=5).map(
    np.array
)


@given(tables)
def test_what_holds_for_every_table(table: np.ndarray) -> None:
    found = correspondence(table, 9)
    n, some = table.sum(), table.sum(1) > 0
    assert found.total == pytest.approx(float(contingency(table).chi2) / n if n else 0, abs=1e-9)
    assert (np.isnan(found.rows.mass) == ~some).all()
    if found.rows.principal.shape[1]:
        mass, points = found.rows.mass[some], found.rows.principal[some]
        assert mass @ points == pytest.approx(0, abs=1e-9)
        assert mass @ points**2 == pytest.approx(found.inertias[: points.shape[1]], abs=1e-9)
        profiles = table[some] / table[some].sum(1, keepdims=True)
        masses = table.sum(0) / n
        kept = masses > 0
        apart = ((profiles[0] - profiles[-1])[kept] ** 2 / masses[kept]).sum()
        assert ((points[0] - points[-1]) ** 2).sum() == pytest.approx(apart, abs=1e-8)
        assert found.columns.contribution[kept].sum(0) == pytest.approx(1)


def test_what_has_one_profile_has_no_axis() -> None:
    for table in ([[2, 4], [1, 2]], [[3, 0], [5, 0]], [[4, 4]], [[0, 0]]):
        found = correspondence(table)
        assert found.rows.principal.shape[1] == 0
        assert found.total == pytest.approx(0)
        assert found.shares().sum() == pytest.approx(0)
    assert correspondence(np.empty((0, 3))).total == 0
