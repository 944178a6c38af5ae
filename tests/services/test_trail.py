from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import Conflict, NotFound
from jejak.i18n import translate
from jejak.model import Message, say
from jejak.model.identity import to_millis
from jejak.study import open_study
from support.studies import small_study


def test_the_trail_tells_who_did_what(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        newest, *_, first = study.trail.entries()
        assert translate(first.verb, "en") == "Begin the study “Kecil”"
        assert translate(newest.verb, "en") == "Code a passage of “S-01” with Anonim"
        assert study.trail.get(newest.seq) == newest
        assert study.trail.seq_at(to_millis(newest.time)) >= newest.seq - 1
        touched = study.trail.touched(newest.seq)
        assert [(one.kind, one.before) for one in touched] == [("segment", None), ("coding", None)]
        assert study.trail.entries(user=study.user.guid, after=newest.seq - 1) == [newest]


def test_texts_are_shown_in_the_manner_of_a_language() -> None:
    message = say("{a} {b} {c} {d}", a=1200, b=0.5, c=["x", "y", "z"], d=True)
    assert translate(message, "en") == "1,200 0.5 x, y, and z yes"
    assert translate(say("{n} way|{n} ways", n=1), "en") == "1 way"
    assert translate("plain", "en") == "plain"
    assert str(Message("{a}", {"a": ["x", "y"]})) == "x, y"


def test_as_many_steps_as_there_are_are_taken_back(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        before = study.store.head
        assert len(study.undo(1_000)) == before - 1
        assert len(study.redo(1_000)) == before - 1
        with pytest.raises(NotFound):
            study.redo(2)


def test_steps_that_were_made_are_told_where_one_cannot_be(tmp_path: Path) -> None:
    with small_study(tmp_path) as study, open_study(tmp_path / "small.jejak", user="Bayu") as other:
        code = study.codebook.add("Lagi")
        study.memos.add("Catatan", "isi")
        other.codebook.update(code, short="singkat")
        with pytest.raises(Conflict, match="The 1 steps before it were made and stay"):
            study.undo(2)
        assert len(study.memos.all()) == 0
        assert other.codebook.get("Lagi").short == "singkat"
