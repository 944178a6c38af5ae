from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import InvalidInput
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
