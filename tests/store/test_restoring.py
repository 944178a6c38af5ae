"""A history and entities that came along with it make a study again, and its trail tells all of it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from jejak.errors import Conflict
from jejak.model import Code, Coding, Record, Segment, Source, User
from jejak.store import Store
from jejak.store.restoring import restore
from jejak.store.texts import digest_of
from jejak.study import Study, open_study
from support.carried import SOMEBODY, Lines, carried
from support.studies import everything, small_study


def same(one: Store, other: Store) -> bool:
    """The same entities, in the same order."""
    return {kind: list(there.items()) for kind, there in everything(one).items()} == {
        kind: list(there.items()) for kind, there in everything(other).items()
    }


def test_a_study_comes_back_with_its_history_and_can_be_undone(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.codebook.remove(study.codebook.get("Murah"))
        study.undo()
        study.redo()
        study.undo()
        study.sources.correct(study.sources.get("S-01"), 3, 8, "Buat")
        new, told = carried(study.store, tmp_path / "new.jejak")
        with new:
            assert (told.changes, told.left, told.otherwise) == (study.store.head, 0, {})
            assert same(new, study.store)
            assert new.verify() == []
            assert new.entry(new.head) == study.store.entry(study.store.head)
            for _ in range(4):
                new.undo(study.user.guid)
                study.undo()
                assert same(new, study.store)
            assert new.redo(study.user.guid).seq
            study.redo()
            assert same(new, study.store)


def test_a_study_that_somebody_withdrew_from_comes_back(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        other = study.sources.add_text("S-02", "G: Yang lain.\n")
        case = study.cases.add("Ge", kind="person")
        study.cases.tie_source(case, study.sources.get("S-01"))
        study.cases.add("De")
        study.protection.withdraw(case)
        study.codebook.add("Sesudah")
        new, told = carried(study.store, tmp_path / "new.jejak")
        with new:
            assert told.otherwise == {}
            assert everything(new) == everything(study.store)
            assert new.verify() == []
            assert new.get(Source, other.guid) == other
            assert new.undo(study.user.guid).seq == study.store.head
            assert new.refusal(study.user.guid, study.store.head - 1) is not None


def forked(tmp_path: Path) -> tuple[Study, Study]:
    """Two studies that went apart: one by one change, the other by two."""
    with small_study(tmp_path) as study:
        path = study.store.path
    assert path is not None
    shutil.copy(path, tmp_path / "other.jejak")
    ours, theirs = open_study(path), open_study(tmp_path / "other.jejak", user="Bayu")
    ours.codebook.add("Ours")
    theirs.codebook.add("Theirs")
    return ours, theirs


def test_of_two_histories_that_went_apart_the_longer_one_stays_and_the_rest_is_a_change(
    tmp_path: Path,
) -> None:
    ours, theirs = forked(tmp_path)
    with ours, theirs:
        lines: Lines = []
        carried(ours.store, tmp_path / "1.jejak", told=lambda own: lines.extend(own) or own)[
            0
        ].close()
        mine = ours.codebook.get("Ours")
        new, told = carried(
            theirs.store,
            tmp_path / "new.jejak",
            told=lambda own: [*lines, *own[-2:]],
            records=lambda all_: [*all_, mine],
            user=ours.user,
        )
        with new:
            assert (told.changes, told.left) == (theirs.store.head, 1)
            assert told.otherwise == {"code": 1}
            assert new.verify() == []
            assert new.get(Code, mine.guid) == mine
            assert new.head == theirs.store.head + 1
            assert new.entry(new.head).verb.text.startswith("Taken in from files")
            new.undo(ours.user.guid)
            assert everything(new) == everything(theirs.store)


def test_what_was_changed_outside_is_one_change_by_whoever_takes_it_in(tmp_path: Path) -> None:
    def changed(records: list[Record]) -> list[Record]:
        dropped = next(one for one in records if isinstance(one, Coding))
        renamed = [
            replace(one, name="Lain") if isinstance(one, Code) and one.name == "Anonim" else one
            for one in records
            if one.guid != dropped.guid
        ]
        return [*renamed, User(name="New")]

    with small_study(tmp_path) as study:
        new, told = carried(study.store, tmp_path / "new.jejak", records=changed)
        with new:
            assert told.otherwise == {"user": 1, "code": 1, "coding": 1}
            assert new.verify() == []
            assert {one.name for one in new.all(User)} == {"Rina", "New", SOMEBODY.name}
            assert new.entry(new.head).touched == {"user": 1, "code": 1, "coding": 1}
            assert new.first(Code, name="Lain") is not None
            new.undo(SOMEBODY.guid)
            there = everything(new)
            del there["user"][SOMEBODY.guid]
            assert there == everything(study.store)


def test_somebody_who_comes_along_and_takes_it_in_can_take_it_back(tmp_path: Path) -> None:
    newcomer = User(name="New")
    with small_study(tmp_path) as study:
        new, _ = carried(
            study.store,
            tmp_path / "new.jejak",
            user=newcomer,
            records=lambda all_: [newcomer, *all_, Code(name="New")],
        )
        with new:
            new.undo(newcomer.guid)
            assert new.first(Code, name="New") is None
            assert new.get(User, newcomer.guid) == newcomer


def test_a_text_that_was_changed_outside_goes_back_to_the_one_it_had(tmp_path: Path) -> None:
    text = "Wholly other words.\n"

    def changed(records: list[Record]) -> list[Record]:
        return [
            replace(one, text=digest_of(text), length=len(text)) if isinstance(one, Source)
            else replace(one, start=0, end=6) if isinstance(one, Segment) else one
            for one in records if one.KIND != "block"
        ]  # fmt: skip

    with small_study(tmp_path) as study:
        old = study.sources.get("S-01").text
        new, told = carried(
            study.store, tmp_path / "new.jejak", records=changed, texts=(text,),
        )  # fmt: skip
        with new:
            assert told.otherwise["source"] == 1
            new.undo(SOMEBODY.guid)
            assert new.all(Source)[0].text == old


def test_nothing_goes_back_to_a_text_that_did_not_come_along(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.sources.correct(study.sources.get("S-01"), 3, 8, "Buat")
        corrected = study.sources.get("S-01")
        new, _ = carried(study.store, tmp_path / "new.jejak", former=False)
        with new:
            assert new.verify() == []
            assert new.all(Source) == [corrected]
            with pytest.raises(Conflict, match="cannot be taken back"):
                new.undo(study.user.guid)


def test_a_history_is_taken_up_to_where_it_is_broken(tmp_path: Path) -> None:
    def spoilt(lines: Lines) -> Lines:
        return [
            *lines[:4],
            {**lines[4], "verb": "Something else"},
            *lines[5:],
            {"seq": 1},
            {"seq": "x", "digest": "zz"},
        ]

    with small_study(tmp_path) as study:
        new, told = carried(study.store, tmp_path / "new.jejak", told=spoilt)
        with new:
            assert told.changes == 4
            assert told.left == study.store.head - 4 + 2
            assert new.verify() == []
            there = everything(new)
            del there["user"][SOMEBODY.guid]
            assert there == everything(study.store)


def test_a_line_with_words_taken_out_stands_for_the_one_that_has_them(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        before: Lines = []
        carried(study.store, tmp_path / "1.jejak", told=lambda own: before.extend(own) or own)[
            0
        ].close()
        case = study.cases.add("Ge")
        study.cases.tie_source(case, study.sources.get("S-01"))
        study.protection.withdraw(case)
        new, told = carried(
            study.store, tmp_path / "new.jejak", told=lambda own: [*before, *own, *before]
        )
        with new:
            assert told.left == 0
            assert same(new, study.store)
            with new.read() as rows:
                kept = rows.conn.exec_driver_sql("SELECT payload, args FROM change").all()
            assert not any(b"Bikin" in part for row in kept for part in row)


def test_without_a_history_everything_is_one_change(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        new, told = carried(study.store, tmp_path / "new.jejak", told=lambda _: [], user=study.user)
        with new:
            assert told.changes == 0
            assert same(new, study.store)
            assert new.verify() == []


def test_a_study_that_has_something_in_it_takes_no_history(tmp_path: Path) -> None:
    with small_study(tmp_path) as study, pytest.raises(Conflict, match="empty study"):
        restore(study.store, lambda: iter([]), [], study.user)
