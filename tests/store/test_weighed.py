"""Evidence as columns: what is in the tables, for one finding and for all."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from jejak.model import Evidence, Segment
from jejak.store.weighed import load_weighed
from support.found_out import talked_study


def test_the_columns_are_those_of_the_records(tmp_path: Path) -> None:
    with talked_study(tmp_path) as study:
        one, other = (study.findings.add(words) for words in ("They fear.", "They hope."))
        source = study.sources.all()[0]
        study.findings.add_evidence(one, source=source, start=0, end=4, weight=3)
        study.findings.add_evidence(other, source=source, start=2, end=9, stance="contradicts")
        with study.store.read() as rows:
            alone = load_weighed(rows.conn, [other.guid])
            many = load_weighed(rows.conn, [one.guid, other.guid] * 300)
            records = {record.guid: record for record in rows.all(Evidence)}
            segments = {record.guid: record for record in rows.all(Segment)}
    assert len(alone) == 1
    assert alone.findings == [other.guid]
    assert sorted(many.guid) == sorted(records)
    for row, guid in enumerate(many.guid):
        record, segment = records[guid], segments[many.target[row]]
        assert many.findings[many.finding[row]] == record.finding
        assert many.users[many.user[row]] == record.user
        assert (many.stance[row], many.target[row]) == (record.stance, record.target)
        assert (None if np.isnan(many.weight[row]) else many.weight[row]) == record.weight
        place = many.sources[many.source[row]], many.start[row], many.end[row]
        assert place == (segment.source, segment.start, segment.end)
        assert many.words[row]
        assert not many.lost[row]


def test_a_finding_without_evidence_has_no_rows(tmp_path: Path) -> None:
    with talked_study(tmp_path) as study:
        finding = study.findings.add("They fear.")
        with study.store.read() as rows:
            assert len(load_weighed(rows.conn, [finding.guid])) == 0
