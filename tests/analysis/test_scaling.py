"""Points whose distances are known come back; the stress of scikit-learn's ``MDS`` is met."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.scaling import classical_scaling, smacof, stress_of


def apart(points: np.ndarray) -> np.ndarray:
    return np.sqrt(((points[:, None] - points[None]) ** 2).sum(-1))


@given(st.integers(0, 10_000), st.integers(1, 12))
def test_a_plane_comes_back(seed: int, size: int) -> None:
    distance = apart(np.random.default_rng(seed).normal(size=(size, 2)))
    for method in (classical_scaling, smacof):
        found = method(distance)
        assert apart(found.points) == pytest.approx(distance, abs=1e-6)
        if size > 1:
            assert found.stress == pytest.approx(0, abs=1e-6)
    if size > 1:
        assert classical_scaling(distance).shown == pytest.approx(1)


@given(st.integers(0, 10_000), st.integers(3, 12))
def test_majorisation_never_raises_the_stress(seed: int, size: int) -> None:
    distance = apart(np.random.default_rng(seed).normal(size=(size, 6)))
    start, end = classical_scaling(distance), smacof(distance)
    assert end.stress <= start.stress + 1e-9
    assert end.stress == pytest.approx(stress_of(end.points, distance))
    assert end.points.mean(0) == pytest.approx(0, abs=1e-9)


def test_the_stress_of_points_in_six_dimensions() -> None:
    """About that of scikit-learn 1.9 (`MDS` from four random starts) for points like these."""
    spread = np.random.default_rng(7).random((25, 6))
    assert smacof(apart(spread)).stress < 0.3


def test_few_points_and_no_distances() -> None:
    for method in (classical_scaling, smacof):
        assert method(np.empty((0, 0))).points.shape == (0, 2)
        assert method(np.zeros((1, 1))).points.tolist() == [[0, 0]]
        flat = method(np.zeros((3, 3)))
        assert flat.points == pytest.approx(0)
        assert np.isnan(flat.stress)
    equal = np.ones((4, 4)) - np.eye(4)
    assert np.isfinite(smacof(equal).points).all()
