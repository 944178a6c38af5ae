"""What a coding touches is what one finds pair by pair, however the pairs are cut into pieces."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis import touched
from jejak.analysis.membership import Membership
from jejak.analysis.touched import Touched
from jejak.model.corpus import Corpus
from support.corpora import corpora


def plain(corpus: Corpus, groups: list[list[int]]) -> list[list[int]]:
    c = corpus.codings
    places = list(zip(c.source.tolist(), c.start.tolist(), c.end.tolist(), strict=True))

    def meet(a: tuple[int, int, int], b: tuple[int, int, int]) -> bool:
        return a[0] == b[0] and max(a[1], b[1]) < min(a[2], b[2])

    return [
        sorted({g for o, b in enumerate(places) if meet(a, b) for g in groups[c.code[o]]})
        for a in places
    ]


@pytest.mark.parametrize("chunk", [1, 3, 1_000_000])
@given(corpora, st.lists(st.sets(st.integers(0, 3)), min_size=6, max_size=6))
def test_groups_are_those_of_all_that_is_touched(
    chunk: int, corpus: Corpus, groups: list[set[int]]
) -> None:
    lists = [sorted(one) for one in groups]
    row = np.array([code for code, held in enumerate(lists) for _ in held], np.int64)
    group = np.array([one for held in lists for one in held], np.int64)
    table = Membership.of_pairs(row, group, 6, 4, corpus.codings.code)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(touched, "CHUNK", chunk)
        found = Touched.of(corpus.codings, table).groups()
    cut = zip(found.first[:-1].tolist(), found.first[1:].tolist(), strict=True)
    assert [found.group[a:b].tolist() for a, b in cut] == plain(corpus, lists)


@given(corpora, st.lists(st.sets(st.integers(0, 3)), min_size=6, max_size=6), st.integers(1, 4))
def test_what_is_not_looked_at_is_not_among_the_most_touched(
    corpus: Corpus, groups: list[set[int]], most: int
) -> None:
    lists = [sorted(one) for one in groups]
    row = np.array([code for code, held in enumerate(lists) for _ in held], np.int64)
    group = np.array([one for held in lists for one in held], np.int64)
    touched = Touched.of(corpus.codings, Membership.of_pairs(row, group, 6, 4, corpus.codings.code))
    looked, surely = touched.contenders(most)
    table = touched.groups(looked)
    some = [table.group[a:b].tolist() for a, b in pairwise(table.first.tolist())]
    true = plain(corpus, lists)
    assert some == [[one for one in held if looked[one]] for held in true]
    counts = np.bincount([one for held in true for one in held], minlength=4)
    assert (surely <= counts).all()
    assert ((surely > 0) == (counts > 0)).all()
    assert (counts[~looked] < np.sort(counts)[-most]).all()
