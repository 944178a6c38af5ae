from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.query.arranged import arranged
from jejak.analysis.query.hits import Hits
from jejak.analysis.query.ownership import cases_of
from jejak.model.corpus import Corpus
from jejak.model.identity import name_key
from support.corpora import corpora, spans
from support.naive_query import columns


@given(corpora, st.lists(spans, max_size=4), st.sampled_from(["source", "case", "code", "coder"]))
def test_segments_stand_under_all_they_belong_to(
    study: Corpus, bare: list[tuple[int, int, int]], by: str
) -> None:
    hits = Hits.union([Hits.of_codings(study.codings), Hits.of_spans(columns(bare))], study.codings)
    segments = hits.segments()
    codings, cases = study.codings, cases_of(hits, study)
    wanted: dict[int, list[int]] = {}
    for number in range(len(segments)):
        place = segments.source[number], segments.start[number], segments.end[number]
        same = [
            row
            for row in range(len(codings))
            if (codings.source[row], codings.start[row], codings.end[row]) == place
        ]
        column = codings.code if by == "code" else codings.coder
        owners = {
            "source": {int(segments.source[number])},
            "case": {int(cases[segments.first[number]])},
        }.get(by, {int(column[row]) for row in same} or {-1})
        for owner in owners:
            wanted.setdefault(owner, []).append(number)
    names = {"case": study.cases.name, "coder": study.users.name}.get(by)
    order = sorted(
        wanted,
        key=lambda row: (row < 0, name_key(names[row]) if names and row >= 0 else row, row),
    )
    found = arranged(hits, segments, study, by)
    assert [(group.row, group.count) for group in found.groups] == [
        (row, len(wanted[row])) for row in order
    ]
    assert found.places.tolist() == [number for row in order for number in wanted[row]]
    assert found.rows.tolist() == [row for row in order for _ in wanted[row]]
