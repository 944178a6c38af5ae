from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.words.ngrams import grams


@given(
    st.lists(st.tuples(st.integers(-1, 3), st.integers(0, 2), st.booleans()), max_size=30),
    st.integers(1, 4),
)
def test_runs_of_words_are_those_one_counts_by_hand(rows, size) -> None:
    key = np.array([row[0] for row in rows], np.int32)
    gap = np.array([row[1] for row in rows], np.uint8)
    there = np.array([row[2] for row in rows], np.bool_)
    found = grams(key, gap, size, there)
    wanted: Counter[tuple[int, ...]] = Counter()
    for at in range(len(rows) - size + 1):
        part = rows[at : at + size]
        if all(k >= 0 and t for k, _, t in part) and all(g == 0 for _, g, _ in part[:-1]):
            wanted[tuple(k for k, _, _ in part)] += 1
    counts = np.bincount(found.number, minlength=len(found.example))
    there = np.flatnonzero(counts)
    runs = [tuple(key[at : at + size].tolist()) for at in found.example[there].tolist()]
    assert dict(zip(runs, counts[there].tolist(), strict=True)) == wanted
    assert sorted(found.at.tolist()) == found.at.tolist()
