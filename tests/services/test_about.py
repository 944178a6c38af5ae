from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput
from jejak.model.privacy import Privacy
from support.studies import small_study


def test_a_study_is_retitled_and_that_is_undone(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.about.update(title="  Besar\tsekali ", description="Tentang akun.")
        assert (study.info.title, study.info.description) == ("Besar sekali", "Tentang akun.")
        study.store.undo(study.user.guid)
        assert (study.info.title, study.info.description) == ("Kecil", "")


def test_nothing_else_is_changed_there(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        with pytest.raises(InvalidInput, match="settings"):
            study.about.update(settings={})
        with pytest.raises(InvalidInput, match="empty"):
            study.about.update(title=" ")
        assert study.info.title == "Kecil"


def test_questions_are_asked_ordered_and_removed(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        second = study.about.add_question(" Siapa? ")
        first = study.about.add_question("Di mana?", position=1)
        texts = [(one.position, one.text) for one in study.questions]
        assert texts == [(1, "Di mana?"), (2, "Mengapa?"), (3, "Siapa?")]
        study.about.change_question(first, position=99)
        study.about.change_question(second, text="Siapa saja?")
        assert [one.text for one in study.questions] == ["Mengapa?", "Siapa saja?", "Di mana?"]
        study.about.remove_question(study.questions[0])
        assert [(one.position, one.text) for one in study.questions] == [
            (1, "Siapa saja?"), (2, "Di mana?"),
        ]  # fmt: skip
        study.undo()
        assert [one.position for one in study.questions] == [1, 2, 3]


def test_a_question_that_a_finding_answers_stays(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.findings.add("Murah.", question=study.questions[0].guid)
        with pytest.raises(Conflict):
            study.about.remove_question(study.questions[0])
        assert len(study.questions) == 1


def test_what_leaves_the_study_is_said_in_it(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        assert study.about.privacy == Privacy()
        study.about.set_privacy(coders="initials")
        study.about.set_privacy(hidden=["a", "b", "a"])
        assert study.about.privacy == Privacy("initials", ("a", "b"))
        with pytest.raises(InvalidInput):
            study.about.set_privacy(coders="all")
        study.undo(2)
        assert study.about.privacy == Privacy()


def test_a_study_has_at_least_one_language(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        assert study.about.update(languages=["id", "en", "id"]).languages == ("id", "en")
        for none in ([], [" "]):
            with pytest.raises(InvalidInput):
                study.about.update(languages=none)
