from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.concordance import concordance

PAIRS = st.lists(
    st.tuples(st.none() | st.integers(0, 3), st.none() | st.integers(0, 3)), max_size=9
)


@given(PAIRS)
def test_pairs_are_counted_as_by_hand(values: list[tuple[int | None, int | None]]) -> None:
    x, y = (np.array([np.nan if v[at] is None else v[at] for v in values]) for at in (0, 1))
    known = [v for v in values if None not in v]
    agree = disagree = 0
    for first in range(len(known)):
        for second in range(first):
            sign = (known[first][0] - known[second][0]) * (known[first][1] - known[second][1])
            agree, disagree = agree + (sign > 0), disagree + (sign < 0)
    found = concordance(x, y)
    assert (found.agree, found.disagree) == (agree, disagree)
    if agree + disagree:
        assert found.gamma == pytest.approx((agree - disagree) / (agree + disagree))
    else:
        assert found.gamma is None
