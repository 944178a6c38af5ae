from __future__ import annotations

import sqlite3
from pathlib import Path

from support.commands import call
from support.studies import small_study


def test_a_whole_study_is_whole(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    study = tmp_path / "small.jejak"
    assert "is whole: 7 changes" in call("verify", study).out
    assert call("verify", study, "--json").json == []


def test_what_was_altered_is_told(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    study = tmp_path / "small.jejak"
    with sqlite3.connect(study) as connection:
        connection.execute("UPDATE change SET verb = 'Nothing happened' WHERE seq = 5")
    connection.close()
    done = call("verify", study)
    assert (done.code, "✗" in done.out) == (1, True)
    told = call("verify", study, "--json")
    assert (told.code, told.json[0]["code"]) == (1, "history")
