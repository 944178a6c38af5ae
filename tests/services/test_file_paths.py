from __future__ import annotations

import os
from pathlib import Path

import pytest

from jejak.errors import InvalidInput
from jejak.services.file_paths import files_in, path_text
from support.studies import small_study


def test_folders_and_globs_mean_their_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden", "below/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    names = [path.name for path in files_in([tmp_path, tmp_path / "a.txt"])]
    assert names == ["a.txt", "b.txt", "c.txt"]
    assert [path.name for path in files_in([f"{tmp_path}/*.txt"])] == ["a.txt", "b.txt"]
    with pytest.raises(InvalidInput):
        files_in([f"{tmp_path}/*.none"])
    assert files_in(["none.txt"]) == [Path("none.txt")]


def test_a_glob_may_be_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("a", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert files_in(["*.txt"]) == [Path("a.txt")]


def test_a_file_whose_name_is_no_text_comes_in(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(raw)).write_text("Kopi dan teh.", "utf-8")
    assert path_text(Path(os.fsdecode(raw))).endswith("caf�.txt")
    with small_study(tmp_path) as study:
        (report,) = study.add(os.fsdecode(raw)).files
        assert (report.name, study.sources["caf�"].record.original_name) == ("caf�", "caf�.txt")
