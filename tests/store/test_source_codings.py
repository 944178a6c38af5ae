from __future__ import annotations

from pathlib import Path

from jejak.model import Code, Coding, Segment
from jejak.model.identity import to_millis
from jejak.store.revisions import revision_of
from jejak.store.source_codings import CODING_FIELDS, codings_of, codings_of_source
from support.studies import small_study


def test_the_columns_say_what_the_records_say(tmp_path: Path) -> None:
    with small_study(tmp_path) as study, study.store.read() as rows:
        columns = codings_of_source(rows, study.sources.get("S-01").guid)
        assert tuple(columns) == CODING_FIELDS
        told = list(zip(*columns.values(), strict=True))
        codings = {coding.guid: coding for coding in rows.all(Coding)}
        assert len(told) == len(codings) == 2
        for guid, segment, start, end, code, coder, weight, created, origin, revision in told:
            coding, there = codings[guid], rows.get(Segment, segment)
            assert (coding.segment, there.start, there.end) == (segment, start, end)
            assert (coding.code, coding.user, coding.weight) == (code, coder, weight)
            assert (to_millis(coding.created), coding.origin) == (created, origin)
            assert revision == revision_of(rows, Coding.KIND, guid)
        some = codings_of(rows, [told[1][0], rows.all(Code)[0].guid])
        assert list(zip(*some.values(), strict=True)) == [told[1]]


def test_a_source_without_codings_has_empty_columns(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources.add_text("Kosong", "Tidak ada apa-apa.")
        with study.store.read() as rows:
            assert codings_of_source(rows, source.guid) == {name: [] for name in CODING_FIELDS}
            assert codings_of(rows, []) == {name: [] for name in CODING_FIELDS}
