"""A study of an older form: opened, read where it may not be written, and the same afterwards."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from jejak.model import Event, Rating, State, say
from jejak.store import Store
from jejak.store.migrations import STEPS
from jejak.store.schema import SCHEMA_VERSION
from support.studies import everything, small_study

# What each step adds: taken out again, a study is as the form before wrote it.
ADDED = {
    1: ("rating", "state", "event"),
    2: ("edge", "node"),
    3: (
        "quality",
        "search",
        "feedback",
        "rule",
        "standing",
        "contest",
        "quantity",
        "appraisal",
        "prose",
        "item",
        "remark",
    ),
    4: ("snapshot",),
    5: ("kept_column",),
    6: ("plausible", "surprise", "step"),
    7: ("annotation", "manuscript"),
    8: ("translation",),
    9: ("version", "settlement"),
    10: ("assignment", "round"),
    11: ("keepsake",),
}


def older(folder: Path, form: int) -> Path:
    """The file of a small study in an older form."""
    with small_study(folder) as study:
        path = study.store.path
    with sqlite3.connect(path) as file:
        for step in reversed(range(form, SCHEMA_VERSION)):
            for table in ADDED[step]:
                file.execute(f"DROP TABLE {table}")
        file.execute(f"PRAGMA user_version = {form}")
        file.execute("VACUUM")
    file.close()
    return path


def shape(path: Path) -> dict[str, object]:
    """The columns, keys and indexes of every table."""
    with sqlite3.connect(path) as file:
        names = [name for (name,) in file.execute("SELECT name FROM sqlite_master"
                                                  " WHERE type = 'table' ORDER BY name")]  # fmt: skip
        found: dict[str, object] = {}
        for name in names:
            indexes = [
                (entry[2], [part[2] for part in file.execute(f"PRAGMA index_info('{entry[1]}')")])
                for entry in file.execute(f"PRAGMA index_list('{name}')")
            ]
            found[name] = (
                file.execute(f"PRAGMA table_info('{name}')").fetchall(),
                sorted(row[2:] for row in file.execute(f"PRAGMA foreign_key_list('{name}')")),
                sorted(indexes),
            )
    file.close()
    return found


def plain(value: object) -> object:
    """A shape without whether a primary key says NOT NULL: that is so in any case."""
    return repr(value).replace("'id', 'INTEGER', 0, None, 1", "'id', 'INTEGER', 1, None, 1")


@pytest.mark.parametrize("form", sorted(STEPS))
def test_a_study_of_an_older_form_becomes_as_one_made_now(tmp_path: Path, form: int) -> None:
    path = older(tmp_path, form)
    with Store.open(path) as store:
        before = everything(store)
        assert store.verify() == []
        user = next(iter(before["user"].values()))
        with store.write(say("Try"), user.guid) as change:
            change.add(Event(name="E", user=user.guid), State(name="S", user=user.guid))
        store.undo(user.guid)
        assert everything(store) == before
    fresh_folder = tmp_path / "fresh"
    fresh_folder.mkdir()
    with small_study(fresh_folder) as fresh:
        fresh_path = fresh.store.path
    assert plain(shape(path)) == plain(shape(fresh_path))


@pytest.mark.parametrize("form", sorted(STEPS))
def test_a_study_of_an_older_form_is_read_where_it_may_not_be_written(
    tmp_path: Path, form: int
) -> None:
    path = older(tmp_path, form)
    before = path.read_bytes()
    with Store.open(path, read_only="It is looked at.") as store:
        assert store.all(Event) == store.all(Rating) == []
        head = store.head
        with store.at(head - 1) as earlier:
            assert earlier.all(Event) == []
        assert store.verify() == []
    assert path.read_bytes() == before
