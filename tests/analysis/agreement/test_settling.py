from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.agreement.settling import decided, shared, whole
from jejak.errors import InvalidInput

STRETCH = st.tuples(st.integers(0, 20), st.integers(1, 9)).map(lambda one: (one[0], sum(one)))
VERSIONS = st.lists(st.lists(STRETCH, min_size=1, max_size=4), min_size=2, max_size=4)


def places(stretches: list[tuple[int, int]]) -> set[int]:
    return {at for start, end in stretches for at in range(start, end)}


@given(VERSIONS)
def test_what_all_share_is_what_each_of_them_has(versions: list[list[tuple[int, int]]]) -> None:
    found = shared(versions)
    assert places(found) == set.intersection(*(places(one) for one in versions))
    assert sum(end - start for start, end in found) == len(places(found))
    ((start, end),) = whole(versions)
    every = set.union(*(places(one) for one in versions))
    assert (start, end) == (min(every), max(every) + 1)


def test_decisions_over_versions() -> None:
    versions = [[(0, 4), (6, 9)], [(2, 7)], []]
    assert decided(versions, "keep", 0) == [(0, 4), (6, 9)]
    assert decided(versions, "keep", 2) == []
    assert decided(versions, "both") == [(0, 4), (2, 7), (6, 9)]
    assert decided(versions, "neither") == []
    assert decided(versions, "outer") == [(0, 9)]
    # Whoever coded nothing is not asked where the boundaries are.
    assert decided(versions, "inner") == [(2, 4), (6, 7)]
    # Stretches that only touch stay two.
    assert decided([[(0, 2), (2, 4)], [(1, 3)]], "inner") == [(1, 2), (2, 3)]
    for wrong in ("outer", "inner"):
        with pytest.raises(InvalidInput, match="Only one of them"):
            decided([[(0, 3)], []], wrong)
    with pytest.raises(InvalidInput, match="no word here"):
        decided([[(0, 3)], [(2, 5)], [(4, 6)]], "inner")
