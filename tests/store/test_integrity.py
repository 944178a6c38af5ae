from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from jejak.store import Store
from support.studies import small_study


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ("UPDATE change SET verb = 'Nothing happened' WHERE seq = 2", "history"),
        ("UPDATE change SET payload = x'6d90' WHERE seq = 3", "history"),
        ("DELETE FROM change WHERE seq = 3", "history"),
        ('UPDATE segment SET "end" = 99999', "segment-outside"),
        ("UPDATE passage SET body = replace(body, 'akun', 'nama')", "text"),
        ("UPDATE original_piece SET body = x'00'", "original"),
        ("UPDATE code SET parent_id = id WHERE name = 'Anonim'", "circle"),
        ("DELETE FROM code WHERE name = 'Anonim'", "reference"),
    ],
)
def test_what_was_tampered_with_shows(tmp_path: Path, damage: str, code: str) -> None:
    with small_study(tmp_path) as study:
        study.trail.undo()
        study.trail.redo()
        assert study.store.verify() == []
    with sqlite3.connect(tmp_path / "small.jejak") as raw:
        raw.execute(damage)
    with Store.open(tmp_path / "small.jejak") as store:
        assert code in {problem.code for problem in store.verify()}
