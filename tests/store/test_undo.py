"""What may be taken back, and what stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import Conflict, NotFound
from jejak.model import User
from jejak.study import create_study, open_study


def test_the_beginning_of_a_study_is_not_taken_back(tmp_path: Path) -> None:
    with create_study(tmp_path / "new.jejak", "Baru", user="Rina") as study:
        study.codebook.add("Murah")
        assert len(study.undo(2)) == 1
        with pytest.raises(NotFound, match="nothing to undo"):
            study.undo()
        with pytest.raises(Conflict, match="stays"):
            study.store.undo(study.user.guid, seq=1)
        assert study.trail.pending()[0] is None
        assert study.info.title == "Baru"
        assert len(study.codes) == 0


def test_a_person_who_joined_stays_joined(tmp_path: Path) -> None:
    create_study(tmp_path / "new.jejak", "Baru", user="Rina").close()
    with open_study(tmp_path / "new.jejak", user="Bayu") as study:
        with pytest.raises(NotFound, match="nothing to undo"):
            study.undo()
        study.codebook.add("Murah")
        study.undo()
        assert study.user in study.store.all(User)
