from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from jejak.errors import Conflict, NotAllowed, NotFound, StoreFailure
from jejak.model import KINDS, Code, Coding, Record, Segment, User, say
from jejak.store import Store
from jejak.store.moments import replayed
from jejak.study import Study, open_study
from support.studies import everything, small_study


def read_all(path: Path) -> None:
    with Store.open(path) as store:
        everything(store)


def take_away(study: Study, code: Code) -> None:
    with study.change("take away") as change:
        change.remove(code)


def do_half(study: Study) -> None:
    with study.change("half") as change:
        change.add(Code(name="never"))
        _ = 1 / 0


def test_undo_takes_every_step_back_and_redo_brings_each_again(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    store, user = study.store, study.user.guid
    states = [everything(store)]
    for _ in range(store.head - 1):
        try:
            store.undo(user)
        except Conflict:
            break
        states.append(everything(store))
    assert len(states) > 5
    for state in reversed(states[:-1]):
        store.redo(user)
        assert everything(store) == state
    with pytest.raises(NotFound):
        store.redo(user)
    study.close()


def test_redo_does_not_bring_back_what_newer_work_replaced(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.codebook.add("Lama")
        study.trail.undo()
        study.codebook.add("Baru")
        study.trail.undo()
        study.trail.redo()
        assert {"Baru"} == {code.name for code in study.codebook.all()} & {"Lama", "Baru"}
        with pytest.raises(NotFound):
            study.trail.redo()


def test_a_moment_is_the_study_as_it_stood(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    states: dict[int, dict[str, dict[str, Record]]] = {study.store.head: everything(study.store)}
    study.coding.remove([study.store.all(Coding)[0].guid])
    states[study.store.head] = everything(study.store)
    study.trail.undo()
    study.codebook.add("Lain")
    states[study.store.head] = everything(study.store)
    for seq, state in states.items():
        assert everything(study.store.at(seq)) == state
    assert everything(study.store.at(0)) == {kind: {} for kind in KINDS}
    with pytest.raises(NotFound):
        study.store.at(999)
    study.close()


def test_replaying_the_log_gives_the_tables(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    study.trail.undo(2)
    study.trail.redo()
    study.codebook.merge([study.codebook.get("Murah")], study.codebook.get("Anonim"))
    with study.store.read() as rows:
        again = Store(replayed(rows.conn), None, "a replay")
    assert everything(again) == everything(study.store)
    study.close()


def test_columns_mended_equal_columns_loaded(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    study.store.corpus()
    source = study.sources.get("S-01")
    study.coding.apply(source, 3, 9, ["Anonim", "Murah"])
    study.coding.update(study.store.all(Coding)[0].guid, start=30)
    study.trail.undo()
    study.coding.remove([study.store.all(Coding)[1].guid])
    case = study.cases.add("Ge")
    study.cases.tie_speaker(case, "g")
    mended = study.store.corpus().codings
    with Store.open(tmp_path / "small.jejak") as fresh:
        loaded = fresh.corpus().codings
    for name in ("coding", "segment", "source", "start", "end", "code", "coder", "case"):
        assert getattr(mended, name).tolist() == getattr(loaded, name).tolist()
    assert 0 in mended.case
    study.close()


def test_what_something_rests_on_stays(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    code = study.codebook.get("Anonim")
    before = everything(study.store)
    with pytest.raises(Conflict, match="rests on"):
        take_away(study, code)
    assert everything(study.store) == before
    other = User(name="Bayu")
    with study.store.write(say("Bayu comes"), other.guid) as change:
        change.add(other)
        change.set(code, name="Tanpa nama")
    with pytest.raises(Conflict, match="changed again"):
        study.store.undo(study.user.guid, 4)
    study.close()


def test_a_change_that_fails_leaves_nothing(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    head, before = study.store.head, everything(study.store)
    with pytest.raises(ZeroDivisionError):
        do_half(study)
    assert (study.store.head, everything(study.store)) == (head, before)
    study.close()


def test_fifty_thousand_codings_go_in_one_step(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    code, source = study.codebook.get("Anonim"), study.sources.get("S-01")
    with study.change("very many") as change:
        segments = [Segment(source=source.guid, start=0, end=1 + n % 50) for n in range(5_000)]
        change.add_many(segments)
        change.add_many(
            Coding(segment=segment.guid, code=code.guid, user=study.user.guid)
            for segment in segments
        )
    assert study.store.count(Coding) == 5_002
    study.trail.undo()
    assert study.store.count(Coding) == 2
    study.close()


def test_one_file_is_left_and_a_foreign_lock_is_heeded(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    path = tmp_path / "small.jejak"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["S-01.txt", "small.jejak"]
    (tmp_path / "small.jejak.lock").write_text('["elsewhere:1"]')
    with Store.open(path) as store:
        assert store.read_only
        with pytest.raises(NotAllowed), store.write(say("no"), "x"):
            pass


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"hello", "not-a-study"),
        (b"SQLite format 3\0" + b"x" * 90, "not-a-study"),
        (b"", "not-a-study"),
    ],
)
def test_what_is_no_study_is_named(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "x.jejak"
    path.write_bytes(content)
    with pytest.raises(StoreFailure) as caught:
        Store.open(path)
    assert caught.value.code == code
    assert path.read_bytes() == content


def test_newer_cut_and_missing_studies_are_named(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    path = tmp_path / "small.jejak"
    cut = tmp_path / "cut.jejak"
    cut.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(StoreFailure):
        read_all(cut)
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreFailure) as caught:
        Store.open(path)
    assert caught.value.code == "newer-study"
    with pytest.raises(NotFound):
        Store.open(tmp_path / "none.jejak")
    with pytest.raises(Conflict):
        Store.create(path)


WRITER = """
import sys
from jejak.study import open_study
with open_study(sys.argv[1], user=sys.argv[2]) as study:
    for n in range(int(sys.argv[3])):
        study.codebook.add(f"{sys.argv[2]} {n}")
        print(n, flush=True)
"""


def test_two_processes_write_at_once_and_lose_nothing(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    path = str(tmp_path / "small.jejak")
    both = [
        subprocess.Popen([sys.executable, "-c", WRITER, path, name, "25"], stdout=subprocess.PIPE)
        for name in ("Rina", "Bayu")
    ]
    assert [process.communicate()[0].count(b"\n") for process in both] == [25, 25]
    with Store.open(Path(path)) as store:
        assert store.count(Code) == 3 + 50


def test_killed_while_writing_every_answered_change_is_there(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    path = str(tmp_path / "small.jejak")
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, path, "Rina", "100000"], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    said = [process.stdout.readline() for _ in range(40)]
    os.kill(process.pid, signal.SIGKILL)
    said += process.stdout.readlines()
    process.wait()
    with Store.open(Path(path)) as store:
        names = {code.name for code in store.all(Code)}
        assert {f"Rina {line.strip()}" for line in said if line.endswith("\n")} <= names
        with store.read() as rows:
            again = Store(replayed(rows.conn), None, "a replay")
        assert everything(again) == everything(store)


def fail_after_coding(study: Study) -> None:
    with study.change("fails"):
        study.coding.apply(study.sources.get("S-01"), 0, 3, ["Anonim"])
        assert study.retrieval.find("code:Anonim").total == 2
        _ = 1 / 0


def test_columns_see_a_change_from_within_and_forget_it_when_it_fails(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    with pytest.raises(ZeroDivisionError):
        fail_after_coding(study)
    assert len(study.store.corpus().codings) == study.store.count(Coding) == 2
    with Store.open(tmp_path / "small.jejak") as fresh:
        assert len(fresh.corpus().codings) == 2
    study.close()


def test_a_refused_part_of_a_change_leaves_nothing_and_the_rest_stands(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    rows = [
        {"source": "S-01", "code": "Anonim", "quote": "P: Tidak", "coder": "Someone new"},
        {"source": "S-01", "code": "Nobody", "quote": "x"},
    ]
    before = everything(study.store)
    with study.change("Two things"):
        study.codebook.add("Stays")
        assert study.batch_coding.apply(rows).applied == 0
        study.coding.apply(study.sources.get("S-01"), 0, 3, ["Stays"])
    assert study.store.count(User) == 1
    assert study.store.count(Coding) == 3
    entry = study.trail.entries()[0]
    assert str(entry.verb) == "Two things"
    after = everything(study.store)
    study.trail.undo()
    assert everything(study.store) == before
    study.trail.redo()
    assert everything(study.store) == after
    assert study.store.verify() == []
    study.close()


def test_a_view_is_one_moment_for_all_that_a_thread_reads(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        with study.store.view(), study.store.view():
            head, codes = study.store.head, study.codebook.all()
            with open_study(tmp_path / "small.jejak", user="Rina") as other:
                other.codebook.add("Baru")
            assert (study.store.head, study.codebook.all()) == (head, codes)
        assert (study.store.head, len(study.codebook.all())) == (head + 1, len(codes) + 1)
