from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from support.commands import call
from support.studies import small_study


@pytest.fixture
def study(tmp_path: Path) -> Path:
    small_study(tmp_path).close()
    return tmp_path / "small.jejak"


def test_the_trail_is_read(study: Path) -> None:
    lines = call("history", study).out.splitlines()
    assert lines[0].endswith("Rina  Code a passage of “S-01” with Anonim")
    rows = call("history", study, "--limit", 2, "--json").json
    assert [row["seq"] for row in rows] == [7, 6]
    assert rows[0]["touched"] == {"segment": 1, "coding": 1}
    assert call("history", study, "--user", "Rina", "--json").json[0]["seq"] == 7
    assert call("history", study, "--user", "Nobody").code == 3


def test_one_change_is_told_whole(study: Path) -> None:
    done = call("history", study, "--entry", 4, "--json")
    (row,) = done.json
    assert (row["kind"], row["what"], row["name"], row["before"]) == (
        "code",
        "added",
        "Anonim",
        None,
    )
    assert "Make the code “Anonim”" in done.err
    assert "code" in call("history", study, "--entry", 4).out
    assert call("history", study, "--entry", 99).code == 3


def test_the_study_as_it_stood(study: Path) -> None:
    rows = call("history", study, "--at", 3, "--json").json
    assert {row["kind"]: row["count"] for row in rows}["codes"] == 1
    now = datetime.now().astimezone()
    for moment in (now, now.date(), now.replace(tzinfo=None)):
        done = call("history", study, "--at", moment.isoformat(), "--json")
        assert {row["kind"]: row["count"] for row in done.json}["codings"] == 2
    long_ago = call("history", study, "--at", now.date() - timedelta(days=2))
    assert "sources   0" in long_ago.out
    assert call("history", study, "--at", "yesterday").code == 2
    assert call("history", study, "--at", 99).code == 3


def test_undo_and_redo_say_what_they_did(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = call("undo", study, 2)
    assert done.err.splitlines()[0] == "Undone: Code a passage of “S-01” with Anonim"
    assert "(undone)" in call("history", study).out
    monkeypatch.setenv("JEJAK_LANG", "id")
    assert call("redo", study).err == "Dilakukan lagi: Kodekan sebuah bagian “S-01” dengan Murah\n"
    assert "(dibatalkan)" in call("history", study).out
    assert call("undo", study, 0).code == 2
    assert call("undo", study, 99).code == 0
    assert call("undo", study).code == 3
