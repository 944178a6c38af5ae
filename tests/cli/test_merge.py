"""``jejak merge`` at the command line."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from jejak.model import Memo
from jejak.study import open_study
from support.apart import copies
from support.commands import Done, call


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with copies(tmp_path) as (ours, theirs):
        for study, body in ((ours, "di sini"), (theirs, "di sana")):
            study.memos.update(study.store.all(Memo)[0], body=body)
        theirs.sources["S-01"].select("gampang").code("Lain")
    return tmp_path


def run(folder: Path, *words: str, code: int = 0) -> Done:
    done = call("merge", folder / "small.jejak", folder / "theirs.jejak", *words)
    assert done.code == code, done.err
    return done


def body(folder: Path) -> str:
    with open_study(folder / "small.jejak") as study:
        return study.store.all(Memo)[0].body


def test_a_dry_run_lists_what_would_come_and_what_clashes(folder: Path) -> None:
    said = run(folder, "--dry-run")
    assert "memo “Awal”, body" in said.out
    assert "ours:   di sini (Rina" in said.out
    assert "1 things are to be chosen. Nothing was changed." in said.err
    assert body(folder) == "di sini"
    assert "jejak merge --dry-run" in run(folder, code=4).err


def test_choices_are_taken_from_the_file_that_a_dry_run_wrote(folder: Path) -> None:
    told = run(folder, "--dry-run", "--json").json
    assert (told["change"], told["added"]["coding"]) == (None, 1)
    told["clashes"][0]["choice"] = "both"
    (folder / "choices.json").write_text(json.dumps(told), "utf-8")
    assert "jejak undo" in run(folder, "--settle", str(folder / "choices.json")).err
    assert body(folder) == "di sini\n\ndi sana"
    assert "nothing to bring in" in run(folder, "--dry-run").err


def test_a_file_without_choices_is_refused(folder: Path) -> None:
    (folder / "bad.yaml").write_text("kata", "utf-8")
    run(folder, "--settle", str(folder / "bad.yaml"), code=2)


def test_one_side_is_preferred_throughout(folder: Path) -> None:
    run(folder, "--prefer", "theirs")
    assert body(folder) == "di sana"


def test_a_person_is_asked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jejak.cli.merge.at_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("theirs\n"))
    done = run(folder)
    assert "What stays?" in done.err
    assert body(folder) == "di sana"
