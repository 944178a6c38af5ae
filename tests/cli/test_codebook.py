from __future__ import annotations

from pathlib import Path

import pytest

import jejak
from support.commands import call
from support.studies import small_study


@pytest.mark.parametrize("ending", [".yaml", ".csv", ".xlsx", ".docx", ".qdc"])
def test_a_codebook_goes_out_and_comes_back(tmp_path: Path, ending: str) -> None:
    with small_study(tmp_path) as study:
        study.codes["Anonim"].update(definition="=tak dikenal", examples=("satu", "-dua"))
        before = study.codes.frame().drop("guid", "codings")
    path = tmp_path / f"book{ending}"
    assert call("codebook", tmp_path / "small.jejak", "-o", path).code == 0
    call("new", tmp_path / "new.jejak", "--title", "Baru")
    done = call("codebook", tmp_path / "new.jejak", "--apply", path)
    assert done.err == "3 codes made, 0 filled.\n"
    with jejak.open(tmp_path / "new.jejak") as study:
        assert study.codes.frame().drop("guid", "codings").equals(before)
        assert study.codes["Anonim"].record.examples == ("satu", "-dua")


def test_it_is_shown(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    study = tmp_path / "small.jejak"
    assert "- name: Triple-A" in call("codebook", study).out
    assert call("codebook", study, "--json").json[0]["path"] == "Triple-A"
    english = call("codebook", study, "--apply", "triple-a", "--lang", "en", "--json").json
    assert "Triple-A/Anonymity" in [row["path"] for row in english]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--apply", "no-frame"), 3),
        (("--apply", "none.csv"), 3),
        (("--apply", "{folder}"), 2),
        (("--apply", "{folder}/S-01.txt"), 2),
        (("--apply", "{folder}/book.docx"), 3),
        (("-o", "book.odt"), 2),
    ],
)
def test_bad_input_is_told_and_changes_nothing(
    tmp_path: Path, words: tuple[str, ...], code: int
) -> None:
    small_study(tmp_path).close()
    study = tmp_path / "small.jejak"
    before = study.read_bytes()
    done = call("codebook", study, *(word.format(folder=tmp_path) for word in words))
    assert (done.code, done.err.count("\n")) == (code, 1)
    assert study.read_bytes() == before
