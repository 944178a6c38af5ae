from __future__ import annotations

from pathlib import Path

import pytest

from support.commands import call
from support.studies import small_study


@pytest.fixture
def study(tmp_path: Path) -> Path:
    small_study(tmp_path).close()
    return tmp_path / "small.jejak"


def test_each_file_is_told(study: Path, tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes("Kafé itu ramai, katanya begitu sekali.".encode("latin-1"))
    done = call("add", study, tmp_path / "latin.txt", tmp_path / "S-01.txt", tmp_path / "none.txt")
    first, second, third = done.out.splitlines()
    assert first.startswith("✓ latin: document; text; ")
    assert "38 characters; 1 block; The encoding was guessed" in first
    assert second.endswith("the study has this file already, as “S-01”.")
    assert third.endswith("none.txt: There is no such file.")
    assert done.code == 6


def test_what_is_said_of_files_goes_before_what_is_seen(study: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("A: Apa?\nB: Itu.\nA: O.\nB: Ya.\n", "utf-8")
    words = ("--kind", "focus group", "--case", "Ge", "--lang", "id", "--json")
    dry = call("add", study, tmp_path / "b.txt", *words, "--dry-run").json
    assert (dry["out"], dry["seq"], dry["files"][0]["speakers"]) == (0, None, ["A", "B"])
    (told,) = call("add", study, tmp_path / "b.txt", *words).json["files"]
    assert (told["kind"], told["language"], told["ok"]) == ("focus group", "id", True)
    assert call("cases", study, "--json").json[0]["sources"] == ["b"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("*.none",), 2),
        (("S-01.txt", "--kind", "song"), 2),
        (("S-01.txt", "--as", "papyrus"), 6),
        (("S-01.txt", "--encoding", "klingon"), 6),
    ],
)
def test_bad_input_changes_nothing(
    study: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: int
) -> None:
    monkeypatch.chdir(study.parent)
    before = study.read_bytes()
    assert call("add", study, *words).code == code
    assert study.read_bytes() == before


def test_it_speaks_indonesian(study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JEJAK_LANG", "id")
    (tmp_path / "b.txt").write_text("A: Apa?\nB: Itu.\nA: O.\nB: Ya.\n", "utf-8")
    assert "karakter; 4 blok; penutur A, B" in call("add", study, tmp_path / "b.txt").out
