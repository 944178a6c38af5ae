from __future__ import annotations

from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis import sequence
from jejak.analysis.sequence import code_sequence
from jejak.errors import InvalidInput
from jejak.model.corpus import Corpus
from support.corpora import Row, corpora, corpus


@given(corpora, st.integers(1, 20))
def test_it_is_what_pair_by_pair_gives(study: Corpus, reach: int) -> None:
    c, size = study.codings, len(study.codes.guid)
    pairs, before, near = (np.zeros((size, size)) for _ in range(3))
    for i in range(len(c)):
        for j in range(len(c)):
            gap = int(c.start[j] - c.end[i])
            if c.source[i] != c.source[j] or i == j or not 0 <= gap <= reach:
                continue
            before[c.code[i], c.code[j]] += 1
        for j in range(i + 1, len(c)):
            gap = max(int(c.start[j] - c.end[i]), int(c.start[i] - c.end[j]), 0)
            if c.source[i] != c.source[j] or gap > reach:
                continue
            for one, two in {(c.code[i], c.code[j]), (c.code[j], c.code[i])}:
                pairs[one, two] += 1
                near[one, two] += exp(-gap * 3 / reach)
    found = code_sequence(c, c.code, size, reach=reach)
    assert np.array_equal(found.pairs, pairs)
    assert np.array_equal(found.before, before)
    assert found.proximity == pytest.approx(near)
    order = found.order()
    met = ~np.isnan(order)
    assert (order + order.T)[met] == pytest.approx(2)


def test_chunks_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [Row(0, n, n + 2, code=n % 3) for n in range(12)]
    study = corpus(rows).codings
    whole = code_sequence(study, study.code, 6, reach=9)
    monkeypatch.setattr(sequence, "CHUNK", 3)
    parts = code_sequence(study, study.code, 6, reach=9)
    assert np.array_equal(whole.pairs, parts.pairs)
    assert parts.proximity == pytest.approx(whole.proximity)


def test_too_many_pairs_are_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    study = corpus([Row(0, n, n + 2) for n in range(5)]).codings
    monkeypatch.setattr(sequence, "MOST_PAIRS", 3)
    with pytest.raises(InvalidInput) as caught:
        code_sequence(study, study.code, 6)
    assert caught.value.code == "too-many-pairs"
