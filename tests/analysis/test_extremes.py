from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.extremes import FAR_OUT, code_profiles, ends_of, profiles, robust_z

VALUES = st.lists(st.none() | st.integers(0, 5), max_size=12)


def column(values: list[int | None]) -> np.ndarray:
    return np.array([np.nan if one is None else one for one in values], float)


@given(VALUES)
def test_ends_are_those_a_reader_would_name(values: list[int | None]) -> None:
    found = ends_of(column(values))
    known = [one for one in values if one is not None]
    ends = len(set(known)) > 1
    assert found.missing.tolist() == [at for at, one in enumerate(values) if one is None]
    assert found.lowest.tolist() == [
        at for at, one in enumerate(values) if ends and one == min(known)
    ]
    assert found.highest.tolist() == [
        at for at, one in enumerate(values) if ends and one == max(known)
    ]
    if known:
        middle = float(np.median(known))
        near = min(abs(one - middle) for one in known)
        assert found.typical.tolist() == [
            at for at, one in enumerate(values) if one is not None and abs(one - middle) == near
        ]
    else:
        assert found.median is None


def test_an_outlier_is_far_from_all_others() -> None:
    # Median 10, MAD 1: 0.6745 * (20 - 10) / 1 = 6.745; for 15 it is 3.37, within the bound of 3.5.
    assert ends_of(np.array([9.0, 10, 11, 10, 9, 11, 20, 15])).outliers.tolist() == [6]
    assert ends_of(np.array([1.0, 1, 9])).outliers.tolist() == []


@given(
    st.lists(st.tuples(st.none() | st.integers(0, 4), st.none() | st.integers(0, 9)), max_size=8)
)
def test_a_profile_is_as_far_as_its_variables_are(
    table: list[tuple[int | None, int | None]],
) -> None:
    values = np.array([[np.nan if v is None else v for v in row] for row in table], float)
    found = profiles(values.reshape(-1, 2))
    for row, cells in enumerate(table):
        away = []
        for at, cell in enumerate(cells):
            known = [one[at] for one in table if one[at] is not None]
            if cell is not None:
                span = max(known) - min(known)
                away.append(abs(cell - float(np.median(known))) / span if span else 0.0)
        assert int(found.known[row]) == len(away)
        if away:
            assert found.distance[row] == pytest.approx(sum(away) / len(away))
        else:
            assert np.isnan(found.distance[row])


def test_how_far_from_the_median_profile() -> None:
    has = [[1, 1, 0, 0], [1, 1, 0, 0], [1, 0, 0, 0], [0, 0, 1, 1], [0, 0, 0, 0]]
    found = code_profiles(has)
    assert found.median.tolist() == [True, False, False, False]
    assert found.distance.tolist() == pytest.approx([0.5, 0.5, 0, 1, 1])
    empty = code_profiles([[0, 0], [0, 0], [0, 1]])
    assert np.isnan(empty.distance).tolist() == [True, True, False]
    assert len(code_profiles(np.empty((0, 2))).distance) == 0


def test_robust_z() -> None:
    z = robust_z([2, 3, 3, 4, 4, 5, 30])
    assert (np.abs(z) > FAR_OUT).tolist() == [False] * 6 + [True]
    assert z[-1] == pytest.approx(0.6745 * 26 / 1)
    assert robust_z([1, float("nan"), 3, 5]).tolist() == pytest.approx(
        [-0.6745, float("nan"), 0, 0.6745], nan_ok=True
    )
    assert np.isnan(robust_z([4, 4, 4, 9])).all()
    assert robust_z([]).tolist() == []
    assert np.isnan(robust_z([float("nan")])).all()
