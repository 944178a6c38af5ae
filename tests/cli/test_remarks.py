from __future__ import annotations

from pathlib import Path

from support.commands import call
from support.studies import named_study


def test_remarks_go_from_a_copy_back_into_the_study(tmp_path: Path) -> None:
    with named_study(tmp_path) as study:
        study.findings.add("Budi Santoso membeli.")
    made, copy, sent = (tmp_path / name for name in ("named.jejak", "copy.jejak", "remarks.json"))
    done = call("audit", made, "--copy", copy, "--texts", "whole")
    assert done.code == 0, done.err
    # The hidden attribute and its two values.
    assert "3 things stay" in done.err
    for words in (["finding:F1", "Siapa?"], ["T:4-11", "Ini siapa?"]):
        assert call("remark", copy, *words, "--user", "Dr. Tari").code == 0
    assert call("memo", copy, "Baru", "--body", "x").code != 0
    assert call("remarks", copy, "-o", sent).code == 0
    taken = call("remarks", made, "--take-in", sent, "--json")
    assert taken.code == 0, taken.err
    assert [(one["who"], one["kind"], one["text"]) for one in taken.json] == [
        ("Dr. Tari", "finding", "Siapa?"), ("Dr. Tari", "segment", "Ini siapa?"),
    ]  # fmt: skip
    guid = taken.json[0]["guid"]
    assert call("remark", made, guid, "--answer", "Semua.", "--settled").code == 0
    left = call("remarks", made, "--open", "--json").json
    assert [one["text"] for one in left] == ["Ini siapa?"]
    assert call("remark", made, guid, "--remove").code == 0
    assert len(call("remarks", made, "--json").json) == 1


def test_what_makes_no_sense_is_refused(tmp_path: Path) -> None:
    named_study(tmp_path).close()
    study = tmp_path / "named.jejak"
    assert call("remark", study, "code:Membeli").code == 2
    assert call("remark", study, "finding:F9", "Hm").code == 3
    assert call("remarks", study, "-o", tmp_path / "r.json").code == 2
    (tmp_path / "r.json").write_text("[]", "utf-8")
    assert call("remarks", study, "--take-in", tmp_path / "r.json").code == 2
