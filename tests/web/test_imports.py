from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import Conflict, NotAllowed, NotFound
from jejak.model import ChangeEntry
from jejak.web import imports
from jejak.web.imports import Imports, UnderWay
from support.studies import everything, small_study


def staged(found: UnderWay, count: int) -> None:
    for number in range(count):
        found.add(number, f"T-{number}.txt", f"Kalimat {number}.\n".encode())


def test_nothing_is_done_to_files_while_they_are_written(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        found = Imports(study.store, study.sources).begin()
        staged(found, 2)
        refused = []

        def meanwhile(_: ChangeEntry) -> None:
            for doing in (found.write, lambda: found.say(None, {}), lambda: staged(found, 1)):
                with pytest.raises(Conflict, match="being written") as error:
                    doing()
                refused.append(error.value.code)

        stop = study.store.listen(meanwhile)
        found.write()
        stop()
        assert refused == ["import-busy"] * 3
        assert [file.state for file in found.files.values()] == ["written"] * 2
        assert all(not file.packed for file in found.files.values())


def test_files_that_could_not_be_written_wait_to_be_tried_again(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        found = Imports(study.store, study.sources).begin()
        staged(found, 2)
        before = everything(study.store)
        study.store.read_only = "The disk is full."
        with pytest.raises(NotAllowed, match="can only be read"):
            found.write()
        assert (found.busy, [file.state for file in found.files.values()]) == (False, ["ready"] * 2)
        assert everything(study.store) == before
        study.store.read_only = None
        found.write()
        assert [source.name for source in study.sources.all()] == ["S-01", "T-0", "T-1"]


def test_no_more_is_held_than_there_is_room_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "MOST_KEPT", 10)
    with small_study(tmp_path) as study:
        all_ = Imports(study.store, study.sources)
        staged(first := all_.begin(), 1)
        with pytest.raises(Conflict, match="Too many files"):
            all_.begin()
        all_.forget(first.guid)
        assert all_.begin() in all_.all()
        with pytest.raises(NotFound):
            all_.get(first.guid)
