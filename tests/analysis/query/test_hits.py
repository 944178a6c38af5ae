from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.query.hits import Hits
from jejak.model.corpus import Corpus
from support.corpora import corpora, spans
from support.naive_query import columns

Row = tuple[int, int, int, int]


def listed(hits: Hits) -> list[Row]:
    parts = (hits.source, hits.start, hits.end, hits.coding)
    return list(zip(*(part.tolist() for part in parts), strict=True))


@given(corpora, st.lists(st.lists(spans, max_size=4), min_size=1, max_size=3), st.data())
def test_a_union_has_every_row_once_in_order(
    study: Corpus, bare: list[list[tuple[int, int, int]]], data: st.DataObject
) -> None:
    parts = [Hits.of_spans(columns(part)) for part in bare]
    for _ in range(data.draw(st.integers(0, 2))):
        mask = data.draw(
            st.lists(st.booleans(), min_size=len(study.codings), max_size=len(study.codings))
        )
        parts.append(Hits.of_codings(study.codings, np.flatnonzero(mask)))
    union = Hits.union(parts, study.codings)
    assert listed(union) == sorted({row for part in parts for row in listed(part)})


@given(corpora, st.lists(spans, max_size=4))
def test_segments_hold_all_hits(study: Corpus, bare: list[tuple[int, int, int]]) -> None:
    hits = Hits.union([Hits.of_codings(study.codings), Hits.of_spans(columns(bare))], study.codings)
    segments = hits.segments()
    places = list(zip(segments.source, segments.start, segments.end, strict=True))
    assert places == sorted({row[:3] for row in listed(hits)})
    for number, place in enumerate(places):
        mine = [row[3] for row in listed(hits) if row[:3] == place and row[3] >= 0]
        assert segments.codings(number).tolist() == mine


@given(corpora, st.integers(-2, 14), st.integers(-1, 14))
def test_pages_are_pieces(study: Corpus, offset: int, limit: int) -> None:
    segments = Hits.of_codings(study.codings).segments()
    page = segments.page(offset, limit)
    begin = min(max(offset, 0), len(segments))
    assert page.start.tolist() == segments.start[begin : begin + max(limit, 0)].tolist()
    for number in range(len(page)):
        assert page.codings(number).tolist() == segments.codings(begin + number).tolist()


def test_empty_stretches_are_no_hits() -> None:
    assert listed(Hits.of_spans(columns([(0, 3, 3), (0, 4, 2), (0, 1, 2)]))) == [(0, 1, 2, -1)]
