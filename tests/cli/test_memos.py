from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from support.commands import call
from support.studies import small_study


@pytest.fixture
def study(tmp_path: Path) -> Path:
    small_study(tmp_path).close()
    return tmp_path / "small.jejak"


def test_a_memo_is_written_about_things_and_found_by_them(study: Path) -> None:
    done = call(
        "memo", study, "--title", "Kenapa?", "--body", "Karena **mudah**.", "--kind", "jotting",
        "--about", "code:Anonim", "--about", "source:S-01",
    )  # fmt: skip
    assert done.code == 0, done.err
    call("memo", study, "--body", "Lepas.")
    rows = call("memos", study, "--json").json
    assert [row["name"] for row in rows] == ["Kenapa?", "Lepas."]
    assert rows[0]["kind"] == "jotting"
    assert rows[0]["about"] == ["code Anonim", "source S-01"]
    about = call("memos", study, "--about", "code:Triple-A/Anonim")
    assert "Kenapa?" in about.out
    assert "Lepas." not in about.out


def test_a_memo_is_read_from_standard_input(study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Catatan harian.\n"))
    assert call("memo", study, "--kind", "reflexive").code == 0
    assert call("memos", study, "--json").json[0]["body"] == "Catatan harian.\n"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--body", " "], 2),
        (["--body", "x", "--kind", "poem"], 2),
        (["--body", "x", "--about", "Anonim"], 2),
        (["--body", "x", "--about", "planet:Mars"], 2),
        (["--body", "x", "--about", "code:Tidak ada"], 3),
    ],
)
def test_bad_input_writes_nothing(study: Path, words: list[str], code: int) -> None:
    assert call("memo", study, *words).code == code
    assert call("memos", study, "--json").json == []
