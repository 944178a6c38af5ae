from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import jejak
from support.studies import small_study


def test_the_history_is_told_and_taken_back(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        frame = study.history().frame()
        assert frame["seq"].to_list() == sorted(frame["seq"].to_list(), reverse=True)
        assert frame.row(0, named=True)["change"] == "Kodekan sebuah bagian “S-01” dengan Anonim"
        told = study.history(limit=1, language="en").frame().row(0, named=True)
        assert told["change"] == "Code a passage of “S-01” with Anonim"
        assert told["user"] == "Rina"
        study.undo(2)
        assert study.counts()["codings"] == 0
        study.redo(2)
        assert study.counts()["codings"] == 2


def test_a_study_is_seen_as_it_stood(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        before = study.at(2)
        assert (before.counts()["sources"], before.counts()["codes"]) == (1, 0)
        assert study.at(datetime.now(UTC)).counts() == study.counts()
        assert study.at(0).language == "en"
    with jejak.open(tmp_path / "small.jejak", user="Bayu") as study:
        assert len(study.history(user="Bayu")) == 1
        assert len(study.history(user="Rina")) == len(study.history()) - 1
