"""Other projects brought into a study that has work of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jejak.errors import InvalidInput
from jejak.model import Code, Coding, Source, User
from jejak.study import import_study
from support.apart import copies
from support.qualcoder import coded_project
from support.refi import CODES, USERS, project, qdpx, source
from support.rqda import rqda_project
from support.studies import everything, small_study
from support.taguette import taguette_file


def _qualcoder(folder: Path) -> Path:
    coded_project(folder / "p.qda").done()
    return folder / "p.qda"


def _rqda(folder: Path) -> Path:
    rqda_project(folder / "p.rqda").done()
    return folder / "p.rqda"


def _refi(folder: Path) -> Path:
    text = source("Aku punya dua akun.", (10, 18, "dua akun"))
    return qdpx(folder / "p.qdpx", project(f"{USERS}{CODES}{text}"))


def _brat(folder: Path) -> Path:
    (folder / "made").mkdir()
    with small_study(folder / "made") as study:
        study.exchange.write(folder / "brat", format="brat")
    return folder / "brat"


def test_a_project_comes_beside_what_is_there_and_goes_again(tmp_path: Path) -> None:
    file = taguette_file(tmp_path / "pasar.sqlite3")
    with small_study(tmp_path) as study:
        before = everything(study.store)
        told = study.exchange.read(file, answers={"tree": "yes"})
        assert told.format == "taguette"
        assert told.written["coding"] == 4
        assert study.store.count(Coding) == 6
        assert study.store.verify() == []
        assert study.exchange.read(file, answers={"tree": "yes"}).written == {}
        assert study.store.count(Source) == 3
        study.undo()
        assert everything(study.store) == before


def test_a_plain_text_study_comes_from_the_history_that_both_share(tmp_path: Path) -> None:
    with copies(tmp_path) as (study, other):
        other.codebook.remove(other.codes["Triple-A/Anonim"].record)
        other.codebook.add("Baru")
        other.exchange.write(tmp_path / "out", format="plain")
        study.codebook.update(study.codes["Triple-A/Murah"].record, name="Gratis")
        told = study.exchange.read(tmp_path / "out")
        # What was removed there is so here; what was renamed here alone stays.
        assert {one.name for one in study.store.all(Code)} == {"Triple-A", "Gratis", "Lain", "Baru"}
        assert told.written["code"] == 1
        assert study.store.count(Coding) == 1
        assert told.problems == ()


def test_stopping_changes_nothing(tmp_path: Path) -> None:
    file = taguette_file(tmp_path / "pasar.sqlite3")
    with small_study(tmp_path) as study:
        before, head = everything(study.store), study.history()[0].seq
        with pytest.raises(InvalidInput):
            study.exchange.read(file, stop=lambda: True)
        with pytest.raises(InvalidInput):
            study.exchange.read(tmp_path / "S-01.txt")
        assert (everything(study.store), study.history()[0].seq) == (before, head)


@pytest.mark.parametrize(
    "make", [lambda at: taguette_file(at / "p.sqlite3"), _qualcoder, _rqda, _refi, _brat]
)
def test_what_came_once_comes_no_second_time_and_makes_no_change(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    file = make(tmp_path)
    whole, _ = import_study(file, tmp_path / "whole.jejak")
    with whole:
        names = [one.name for one in whole.store.all(User)]
    # Whoever imports may be one of them, whenever the project names them.
    alone, _ = import_study(file, tmp_path / "alone.jejak", user=names[-1])
    with alone, small_study(tmp_path) as beside:
        beside.exchange.read(file)
        for study in (alone, beside):
            people = [one.name for one in study.store.all(User)]
            assert len(people) == len(set(people))
            before, head = everything(study.store), study.store.head
            assert study.exchange.read(file).written == {}
            assert (everything(study.store), study.store.head) == (before, head)


@pytest.mark.parametrize("name", ["a.qdpx", "a.jsonl", "a.zip", "plain"])
def test_an_export_that_is_stopped_leaves_what_was_there(tmp_path: Path, name: str) -> None:
    form = "plain" if name in {"plain", "a.zip"} else None
    with small_study(tmp_path) as study:
        folder = tmp_path / "out"
        folder.mkdir()
        study.exchange.write(folder / name, format=form)
        before = {one: one.is_file() and one.read_bytes() for one in folder.rglob("*")}
        asked = iter([False, True])
        with pytest.raises(InvalidInput) as told:
            study.exchange.write(folder / name, format=form, stop=lambda: next(asked, True))
        assert told.value.code == "cancelled"
        assert {one: one.is_file() and one.read_bytes() for one in folder.rglob("*")} == before
