"""Ways on are those one finds by following each run word by word, however they are counted."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.words import ways
from jejak.analysis.words.splitting import BROKEN, NEXT
from jejak.analysis.words.ways import at_least, ways_on

STREAM = st.lists(
    st.tuples(st.integers(-1, 3), st.sampled_from([NEXT, NEXT, NEXT, BROKEN])), max_size=40
)


def followed(stream: list[tuple[int, int]], at: list[int], step: int, far: int) -> Counter:
    found: Counter = Counter()
    for place in at:
        run, here = (), place
        while len(run) < far:
            there = here + step
            if not 0 <= there < len(stream) or stream[min(here, there)][1] != NEXT:
                break
            if stream[there][0] < 0:
                break
            run, here = (*run, stream[there][0]), there
            found[run] += 1
    return found


@pytest.mark.parametrize("sparse", [0, 32])
@given(STREAM, st.integers(0, 3), st.booleans(), st.integers(1, 3))
def test_ways_are_counted_as_by_hand(
    sparse: int, stream: list[tuple[int, int]], root: int, after: bool, least: int
) -> None:
    key = np.array([word for word, _ in stream], np.int32)
    gap = np.array([between for _, between in stream], np.uint8)
    at = np.flatnonzero(key == root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ways, "_SPARSE", sparse)
        runs: list[tuple[int, ...]] = [()]
        found: Counter = Counter()
        for step in ways_on(key, gap, at, after=after, least=least):
            rows = zip(step.above.tolist(), step.word.tolist(), step.count.tolist(), strict=True)
            made = [((*runs[above], word), count) for above, word, count in rows]
            found.update(dict(made))
            runs = [run for run, _ in made]
    wanted = followed(stream, at.tolist(), 1 if after else -1, len(stream))
    assert found == {run: count for run, count in wanted.items() if count >= least}


def test_the_least_of_the_most_frequent() -> None:
    counts = [np.array([5]), np.array([3, 3, 2])]
    assert [at_least(most, counts) for most in (1, 2, 3, 4)] == [5, 3, 3, 0]
