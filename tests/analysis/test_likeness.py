from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.likeness import LIKENESSES, likeness

profiles = st.integers(1, 5).flatmap(
    lambda width: st.lists(
        st.lists(st.booleans(), min_size=width, max_size=width), min_size=1, max_size=5
    )
)


def naive(one: list[bool], two: list[bool], measure: str) -> float:
    a = sum(x and y for x, y in zip(one, two, strict=True))
    d = sum(not x and not y for x, y in zip(one, two, strict=True))
    n = len(one)
    if measure == "jaccard":
        return a / (n - d) if n > d else float("nan")
    return {"matching": (a + d) / n, "russell-rao": a / n, "zeta": (2 * a + d) / (n + a)}[measure]


@given(profiles, st.sampled_from(sorted(LIKENESSES)))
def test_it_is_what_counting_gives(rows: list[list[bool]], measure: str) -> None:
    has = np.array(rows, int)
    found = likeness(has @ has.T, has.sum(1), has.shape[1], measure)
    for i, j in np.ndindex(*found.shape):
        assert found[i, j] == pytest.approx(naive(rows[i], rows[j], measure), nan_ok=True)


def test_without_any_feature_nothing_is_defined() -> None:
    assert np.isnan(likeness([[0]], [0], 0, "matching")).all()
