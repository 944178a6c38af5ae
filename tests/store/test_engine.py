from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from jejak.errors import NotFound, StoreFailure
from jejak.store import Store


def test_a_database_of_another_program_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "other.jejak"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE thing (a)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreFailure) as caught:
        Store.open(path)
    assert caught.value.code == "not-a-study"
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["other.jejak"]


def test_a_pipe_is_no_study(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jejak")
    with pytest.raises(NotFound):
        Store.open(tmp_path / "pipe.jejak")
