from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.model.corpus import Corpus
from jejak.model.query import CoderIs, Query
from support.corpora import Row, corpora, corpus
from support.displays import computed, found, only

KIND = "code-sequence"


def gap(study: Corpus, a: int, b: int) -> int:
    """From the end of one to the beginning of the other, less than 0 where they overlap; none between
    sources."""
    c = study.codings
    if c.source[a] != c.source[b]:
        return 10**9
    return int(max(c.start[b] - c.end[a], c.start[a] - c.end[b]))


@given(
    corpora,
    st.sampled_from(("before", "order", "proximity")),
    st.integers(1, 12),
    st.sampled_from((None, CoderIs("Rina"))),
)
def test_each_cell_leads_to_its_pairs(
    study: Corpus, measure: str, distance: int, filter: Query | None
) -> None:
    matrix = computed(study, KIND, filter, measure=measure, distance=distance)
    passing = only(study, filter).rows
    rows = range(len(study.codings)) if passing is None else passing.tolist()
    codes = [study.codes.guid.index(row.key) for row in matrix.rows]
    c = study.codings
    for row, column in np.ndindex(len(codes), len(codes)):
        cell = matrix.at(row, column)
        if row == column:
            assert cell.state == "not applicable"
            continue
        one, two = ([n for n in rows if c.code[n] == codes[at]] for at in (row, column))
        apart = {(a, b): gap(study, a, b) for a in one for b in two}
        if measure == "proximity":
            pairs = [pair for pair, far in apart.items() if far <= distance]
            value = sum(np.exp(-max(apart[pair], 0) * 3 / distance) for pair in pairs)
        else:
            after = [
                p
                for p, far in apart.items()
                if 0 <= far <= distance and c.end[p[0]] <= c.start[p[1]]
            ]
            both = [p for p, far in apart.items() if 0 <= far <= distance]
            pairs = after if measure == "before" else both
            value = len(after) if measure == "before" else 2 * len(after) / max(len(both), 1)
        assert bool(cell.query) == bool(pairs)
        if pairs:
            assert cell.value == pytest.approx(value)
            assert set(found(study, cell.query).coding.tolist()) == {n for p in pairs for n in p}


def test_what_leads_to_what() -> None:
    rows = [
        Row(0, 0, 2, code=1),
        Row(0, 4, 6, code=3),
        Row(0, 7, 9, code=1),
        Row(1, 0, 2, code=1),
        Row(1, 3, 4, code=3),
    ]
    order = computed(corpus(rows), KIND, measure="order")
    assert order.at(0, 1).value == pytest.approx(4 / 3)
    assert order.at(1, 0).value == pytest.approx(2 / 3)
    assert order.row_totals == (3, 2)
    assert computed(corpus(), KIND).rows == ()


def test_codes_that_never_come_near_have_no_order() -> None:
    study = corpus([Row(0, 0, 2, code=1), Row(1, 0, 2, code=3)])
    assert computed(study, KIND, measure="order").at(0, 1).state == "not applicable"
    assert computed(study, KIND).at(0, 1).value == 0
    unused = computed(study, KIND, codes=["Anonim", "Anonim/Murah"])
    assert unused.at(0, 1).state == "no data"
