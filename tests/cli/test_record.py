"""jejak record as people run it."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from jejak.cli.record import record
from jejak.model import Quality
from jejak.study import open_study
from support.studies import small_study


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(record, list(words))
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout


def test_a_finding_is_tested_on_record(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.cases.add("G")
        study.findings.add("Most people begin anew.")
        path = str(study.store.path)
    assert run(path, "F1", "feedback", "case=G", "answer=partly", "comment=Not always.")[0] == 0
    assert run(path, "F1", "search", "query=code:Murah", "inspected=2", "found=0")[0] == 0
    assert run(path, "F1", "quantity", "phrase=most", "query=code:Anonim", "low=0.5")[0] == 0
    _, out = run(path, "F1", "--json")
    rows = json.loads(out)
    assert [(row["kind"], row.get("case")) for row in rows] == [
        ("search", None), ("feedback", "G"), ("quantity", None),
    ]  # fmt: skip
    search = rows[0]["guid"]
    assert run(path, "F1", "search", "inspected=5", "--change", search)[0] == 0
    _, shown = run(path, "F1")
    assert "inspected: 5" in shown
    assert run(path, "F1", "search", "--remove", search)[0] == 0
    assert len(json.loads(run(path, "F1", "--json")[1])) == 2
    run(path, "F1", "circumstances", "first-hand=yes", "--words", "S-01:3-12")
    with open_study(Path(path)) as study:
        (quality,) = study.store.all(Quality)
        assert quality.circumstances == {"first-hand": True}
