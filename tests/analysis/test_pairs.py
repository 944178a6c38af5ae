from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis import pairs
from jejak.analysis.pairs import count_pairs

labelled = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 12)), max_size=12)


def naive(rows: list[tuple[int, int]], size: int) -> list[list[int]]:
    counts = [[0] * size for _ in range(size)]
    for i, (one, upto) in enumerate(rows):
        for two, _ in rows[i + 1 : upto]:
            counts[one][two] += 1
            if one != two:
                counts[two][one] += 1
    return counts


def columns(rows: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    table = np.array([(label, min(upto, len(rows))) for label, upto in rows], np.int64)
    return table.reshape(-1, 2)[:, 0], table.reshape(-1, 2)[:, 1]


@given(labelled)
def test_every_pair_of_labels_is_counted(rows: list[tuple[int, int]]) -> None:
    assert count_pairs(*columns(rows), 4, compiled=False).tolist() == naive(rows, 4)


@pytest.mark.parametrize("limits", [{"CHUNK": 3}, {"WIDEST": 1}, {"CHUNK": 1, "WIDEST": 1}])
def test_small_chunks_and_wide_squares_count_the_same(
    limits: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [(n * n % 5, n + 1 + n % 7) for n in range(40)]
    for name, value in limits.items():
        monkeypatch.setattr(pairs, name, value)
    assert count_pairs(*columns(rows), 5, compiled=False).tolist() == naive(rows, 5)


def test_the_compiled_way_counts_the_same() -> None:
    pytest.importorskip("numba")
    rows = [(n * n % 5, n + 1 + n % 7) for n in range(40)]
    assert count_pairs(*columns(rows), 5, compiled=True).tolist() == naive(rows, 5)


def test_what_is_compiled_is_right_uncompiled() -> None:
    rows = [(n * n % 5, n + 1 + n % 7) for n in range(40)]
    label, upto = columns(rows)
    counts = np.zeros((5, 5), np.int64)
    pairs._sweep(label, upto, counts)
    both = counts + counts.T
    np.fill_diagonal(both, counts.diagonal())
    assert both.tolist() == naive(rows, 5)


def test_by_default_small_work_is_not_compiled() -> None:
    label, upto = columns([(0, 2), (1, 2)])
    assert count_pairs(label, upto, 2).tolist() == [[0, 1], [1, 0]]
