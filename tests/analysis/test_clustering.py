"""Average linkage against joining by hand; heights of SciPy's ``linkage(…, 'average')``."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.clustering import average_linkage

points = st.lists(st.integers(0, 40), min_size=2, max_size=9, unique=True)


def distances(line: list[int]) -> np.ndarray:
    at = np.array(line, float)
    return np.abs(at[:, None] - at[None, :])


def test_a_tree_by_hand() -> None:
    tree = average_linkage(distances([0, 1, 5, 7, 20]))
    assert sorted(tree.joined.tolist()) == pytest.approx([1, 2, 5.5, 16.75])
    assert tree.order.tolist() in ([0, 1, 2, 3, 4], [4, 3, 2, 1, 0])
    assert tree.groups(2).tolist() in ([0, 0, 0, 0, 1], [0, 1, 1, 1, 1])
    assert tree.groups(9).tolist() == [0, 1, 2, 3, 4]
    assert tree.groups(1).tolist() == [0] * 5


def naive(distance: np.ndarray) -> list[float]:
    groups = [[n] for n in range(len(distance))]
    heights = []
    while len(groups) > 1:
        pairs = [(i, j) for i in range(len(groups)) for j in range(i + 1, len(groups))]
        apart = {(i, j): distance[np.ix_(groups[i], groups[j])].mean() for i, j in pairs}
        i, j = min(pairs, key=lambda pair: apart[pair])
        heights.append(float(apart[i, j]))
        groups = [g for n, g in enumerate(groups) if n not in (i, j)] + [groups[i] + groups[j]]
    return heights


@given(st.integers(0, 10_000), st.integers(2, 12))
def test_it_joins_what_is_nearest(seed: int, size: int) -> None:
    spread = np.random.default_rng(seed).random((size, 3))
    distance = np.sqrt(((spread[:, None] - spread[None]) ** 2).sum(-1))
    tree = average_linkage(distance)
    assert sorted(tree.joined.tolist()) == pytest.approx(naive(distance))
    assert sorted(tree.order.tolist()) == list(range(size))
    for many in range(1, size + 1):
        assert len(set(tree.groups(many).tolist())) == many


@given(st.integers(0, 10_000), st.integers(2, 20))
def test_ties_make_a_tree_all_the_same(seed: int, size: int) -> None:
    has = np.random.default_rng(seed).integers(0, 2, (size, 3))
    distance = (has[:, None] != has[None]).mean(-1)
    tree = average_linkage(distance)
    heights = tree.heights()
    assert sorted(tree.order.tolist()) == list(range(size))
    for i, j, k in np.ndindex(size, size, size):  # an ultrametric: what a tree's heights are
        assert heights[i, j] <= max(heights[i, k], heights[k, j]) + 1e-9
    for many in range(1, size + 1):
        assert len(set(tree.groups(many).tolist())) <= many


def test_how_well_a_tree_tells_the_distances() -> None:
    assert average_linkage(distances([0, 1, 50, 51])).cophenetic > 0.99
    assert np.isnan(average_linkage(np.ones((4, 4)) - np.eye(4)).cophenetic)
    assert average_linkage(np.zeros((1, 1))).order.tolist() == [0]
    assert average_linkage(np.empty((0, 0))).groups(3).tolist() == []
