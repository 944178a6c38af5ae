from __future__ import annotations

from pathlib import Path

from support.commands import call
from support.studies import small_study


def test_the_categories_are_listed_and_things_put_elsewhere(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    study = tmp_path / "small.jejak"
    rows = call("audit", study, "--json").json
    assert {"category": "raw", "kind": "source", "count": 1, "what": "sources"} in rows
    done = call("audit", study, "--put", "source:S-01=instruments", "--json")
    assert [row["category"] for row in done.json if row["kind"] == "source" and row["count"]] == [
        "instruments"
    ]
    back = call("audit", study, "--put", "source:S-01=none")
    assert back.code == 0
    assert call("audit", study, "--put", "source").code == 2
    assert call("audit", study, "--put", "source:S-99=raw").code == 3


def test_a_trail_is_written_and_its_log_verified(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    out = tmp_path / "trail"
    done = call("audit", tmp_path / "small.jejak", "-o", out, "--lang", "en")
    assert done.code == 0, done.err
    log = out / "4-process-notes" / "log" / "history.jsonl"
    assert "is whole: 7 changes" in call("verify", log).out
    log.write_bytes(log.read_bytes().replace(b'"seq": 3,', b'"seq": 4,'))
    assert call("verify", log, "--json").json[0]["code"] == "history"
    assert call("verify", tmp_path / "none.jsonl").code == 3
