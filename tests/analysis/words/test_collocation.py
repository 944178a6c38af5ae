from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.words.collocation import log_dice, neighbours, pmi
from jejak.analysis.words.splitting import BROKEN


def test_published_values() -> None:
    together = np.array([20, 20])
    assert pmi(together, np.array([42, 24]), np.array([20, 320]), 14307668) == pytest.approx(
        [18.378, 15.185], abs=5e-4
    )
    assert log_dice(np.array([20]), 42, 20) == pytest.approx([13.367732], abs=1e-6)


@given(
    st.lists(st.integers(0, 2), max_size=20),
    st.sets(st.integers(0, 19)),
    st.integers(0, 3),
    st.integers(0, 3),
)
def test_neighbours_are_those_one_counts_by_hand(steps, chosen, left, right) -> None:
    gap = np.array(steps, np.uint8)
    line = np.cumsum(np.append(0, gap[:-1] == BROKEN))[: len(gap)]
    nodes = np.isin(np.arange(len(gap)), list(chosen))
    before, after = neighbours(nodes, gap, left, right)
    places = np.flatnonzero(nodes).tolist()
    for at in range(len(gap)):
        here = [node - at for node in places if line[node] == line[at]]
        assert before[at] == any(0 < away <= left for away in here)
        assert after[at] == any(0 > away >= -right for away in here)
