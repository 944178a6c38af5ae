"""What rests on a change: what an undo would be refused with, and by which later changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import JejakError, NotAllowed, NotFound
from jejak.model import Coding, Question
from jejak.store import Store
from jejak.study import Study
from support.studies import everything, small_study


def seqs(study: Study, words: str) -> int:
    """The number of the first change told by these words."""
    return next(e.seq for e in study.trail.search(text=words, language="en"))


def code(study: Study, seq: int) -> str | None:
    refusal = study.trail.refusal(seq)
    return None if refusal is None else refusal.code


def test_a_rehearsal_changes_nothing_and_says_what_an_undo_would_say(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.findings.add("Murah.", codes=["Murah"])
        study.codebook.update(study.codebook.get("Murah"), name="Gampang")
        before, head = everything(study.store), study.store.head
        expected = {seq: code(study, seq) for seq in range(1, head + 1)}
        assert (everything(study.store), study.store.head) == (before, head)
        for seq, refused in expected.items():
            if refused is None:
                study.store.undo(study.user.guid, seq)
                study.store.redo(study.user.guid)
                continue
            with pytest.raises(JejakError) as told:
                study.store.undo(study.user.guid, seq)
            assert told.value.code == refused, seq


def test_what_a_finding_rests_on_is_named(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        made = seqs(study, "Make the code “Anonim”")
        used = seqs(study, "with Anonim")
        assert code(study, made) == "rests-on-it"
        later = study.trail.resting_on(made)
        assert [entry.seq for entry, _ in later] == [used]
        assert {one.kind for one in later[0][1]} == {"coding"}
        study.store.undo(study.user.guid, used)
        assert code(study, made) is None
        assert study.trail.resting_on(made) == []
        assert len(study.trail.resting_on(seqs(study, "Make the code “Triple-A”"), most=1)) == 1


def test_a_change_of_the_same_thing_stands_in_the_way(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        first = study.codebook.update(study.codebook.get("Murah"), name="Gampang")
        seq = study.store.head
        study.codebook.update(first, name="Enteng")
        assert code(study, seq) == "changed-since"
        ((entry, touched),) = study.trail.resting_on(seq)
        assert entry.seq == study.store.head
        assert (touched[0].before or {})["name"] == "Gampang"


def test_a_question_that_a_finding_answers_holds_its_change(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        question = study.about.add_question("Siapa?")
        seq = study.store.head
        study.findings.add("Semua.", question=question.guid)
        assert study.store.get(Question, question.guid).text == "Siapa?"
        assert code(study, seq) == "rests-on-it"


def test_beginnings_undos_and_what_is_undone_say_why(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        assert code(study, 1) == "beginning"
        study.undo()
        assert code(study, study.store.head) == "undo-of-undo"
        assert code(study, study.store.head - 1) == "already-done"
        with pytest.raises(NotFound):
            study.trail.refusal(999)
        with pytest.raises(NotFound):
            study.trail.resting_on(999)
        assert study.trail.lasting(study.trail.entries()) == {1}
        assert study.trail.lasting([]) == set()


def test_nothing_is_taken_back_where_nothing_may_be_written(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    with Store.open(tmp_path / "small.jejak", read_only="Not mine.") as store:
        refusal = store.refusal(store.all(Coding)[0].user, 3)
    assert isinstance(refusal, NotAllowed)


def test_the_changes_of_one_entity_are_told_with_their_undos(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        murah = study.codebook.get("Murah")
        made = seqs(study, "Make the code “Murah”")
        study.codebook.update(murah, name="Gampang")
        study.undo()
        study.codebook.add("Lain")
        head = study.store.head
        assert study.trail.concerning(murah.guid) == {made, head - 2, head - 1}
        told = [entry.seq for entry in study.trail.search(entity=murah.guid, limit=2)]
        assert told == [head - 1, head - 2]
        assert study.trail.concerning(study.info.guid) == {1}
