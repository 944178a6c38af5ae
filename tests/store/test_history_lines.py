"""The history as lines: what they say, and that they are read back as they were."""

from __future__ import annotations

import json
from pathlib import Path

from jejak.store.history_lines import change_of, former_contents, history_lines
from jejak.store.schema import tables
from support.studies import TALK, small_study


def test_a_line_says_in_words_who_did_what_when(tmp_path: Path) -> None:
    with small_study(tmp_path) as study, study.store.read() as rows:
        line = list(history_lines(rows))[-1]
    assert line["user"] == study.user.guid
    assert line["did"] == "Code a passage of “S-01” with Anonim"
    assert line["touched"] == {"coding": 1, "segment": 1}
    assert str(line["time"]).endswith("Z")


def test_lines_are_the_rows(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.undo()
        study.cases.tie_source(study.cases.add("Ge"), study.sources.get("S-01"))
        study.protection.withdraw(study.cases.get("Ge"))
        with study.store.read() as rows:
            lines = json.loads(json.dumps(list(history_lines(rows))))
            kept = [dict(row) for row in rows.conn.execute(tables.change.select()).mappings()]
    assert [change_of(line) for line in lines] == [{**row, "undone": False} for row in kept]


def test_what_is_no_line_of_a_history_is_none(tmp_path: Path) -> None:
    with small_study(tmp_path) as study, study.store.read() as rows:
        line = next(history_lines(rows))
    for name in ("time", "user", "touched", "seq", "payload", "digest"):
        assert change_of({key: value for key, value in line.items() if key != name}) is None
        assert change_of({**line, name: ["x"]}) is None
    assert change_of({**line, "payload": "%%%"}) is None


def test_former_texts_are_those_that_no_source_has_now(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.sources.correct(study.sources.get("S-01"), 3, 8, "Buat")
        with study.store.read() as rows:
            texts, originals = former_contents(rows.conn)
            assert [rows.text(digest) for digest in texts] == [TALK]
            assert originals == []
