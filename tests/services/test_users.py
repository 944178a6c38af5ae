from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput
from jejak.study import open_study
from support.studies import small_study


def test_somebody_is_called_and_shown_otherwise_in_one_step(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        before = study.user
        changed = study.people.update(before, name=" Rina  Sari ", initials="r s", colour="#AA0033")
        assert (changed.name, changed.initials, changed.colour) == ("Rina Sari", "rs", "#aa0033")
        assert study.user == changed
        study.undo()
        assert study.user == before


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"name": " "}, "empty-name"),
        ({"initials": "ABCDEFG"}, "bad-initials"),
        ({"colour": "red"}, "bad-colour"),
        ({"tools": "x"}, "not-editable"),
    ],
)
def test_what_makes_no_sense_is_refused(tmp_path: Path, values: dict, code: str) -> None:
    with small_study(tmp_path) as study:
        head = study.store.head
        with pytest.raises(InvalidInput) as refused:
            study.people.update(study.user, **values)
        assert (refused.value.code, study.store.head) == (code, head)


def test_two_people_are_not_called_the_same(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    with open_study(tmp_path / "small.jejak", user="Bayu") as study:
        for values in ({"name": "rina"}, {"initials": "R"}):
            with pytest.raises(Conflict):
                study.people.update(study.user, **values)
        assert study.people.update(study.user, initials="").initials == ""
        assert [one.name for one in study.people.all()] == ["Rina", "Bayu"]
