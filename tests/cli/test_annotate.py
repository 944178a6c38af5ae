from __future__ import annotations

import json
from pathlib import Path

import pytest

from jejak.study import open_study
from support.commands import call
from support.manuscripts import members, written
from support.studies import small_study

TEXT = ["Orang bilang “tapi namanya palsu” saja.", "Kedua: “Bikin akun anyar lagi, gampang.”"]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    with small_study(tmp_path) as made:
        made.findings.add("Orang memakai nama palsu.", codes=["Anonim"])
    (tmp_path / "bab4.docx").write_bytes(
        written(TEXT, blocks=["Ini tidak pernah dikatakan siapa."])
    )
    return tmp_path / "small.jejak"


def test_quotations_are_shown_as_they_differ(study: Path) -> None:
    done = call("annotate", study, study.parent / "bab4.docx")
    assert done.code == 0, done.err
    assert "“Bikin akun [-baru-]{+anyar+} lagi[- 😀-], gampang.”" in done.out
    assert "← S-01:90-108" in done.out
    assert "3 passages: 1 not in the words of its source, 1 not found in the material" in done.out
    again = call("annotate", study, study.parent / "bab4.docx", "--json")
    rows = json.loads(again.out)
    assert [row["standing"] for row in rows] == ["proposed", "misquoted", "unfound"]
    assert rows[1]["differences"] == 11
    with open_study(study) as work:
        verbs = [str(entry.verb) for entry in work.trail.entries(limit=None)]
    assert sum(verb.startswith("Bring") for verb in verbs) == 1


def test_passages_are_tied_and_the_file_is_annotated(study: Path, tmp_path: Path) -> None:
    file, out = tmp_path / "bab4.docx", tmp_path / "out.docx"
    before = file.read_bytes()
    done = call("annotate", study, file, "--tie", "exact", "--set-aside", "3", "--passage", "2",
                "--note", "Diperbaiki.", "--finding", "F1", "-o", out)  # fmt: skip
    assert done.code == 0, done.err
    assert file.read_bytes() == before
    assert "Diperbaiki." in members(out.read_bytes())["word/comments.xml"].decode()
    by_hand = call("annotate", study, "bab4", "--words", "Orang bilang", "--finding", "F1",
                   "--source", "S-01:90-108", "--json")  # fmt: skip
    rows = json.loads(by_hand.out)
    assert [row["standing"] for row in rows] == ["tied", "tied", "misquoted", "set aside"]
    assert rows[0]["findings"] == ["F1"]
    assert call("annotate", study, "bab4", "--untie", "1-2").code == 0
    told = call("manuscripts", study, "--json")
    assert json.loads(told.out)[0]["passages"] == 2
    assert call("annotate", study, "bab4", "-o", tmp_path / "t.csv").code == 0


def test_a_pipeline_fails_on_what_is_misquoted(study: Path) -> None:
    assert call("check", study, "--fail-on", "misquoted").code == 0
    call("annotate", study, study.parent / "bab4.docx")
    done = call("check", study, "--fail-on", "misquoted", "--lang", "en")
    assert done.code == 1
    assert "misquoted: “bab4” has 1 quotation that is not in the words of its source: 2" in done.err
    assert call("check", study, "F1", "--fail-on", "misquoted").code == 0


@pytest.mark.parametrize(
    "words",
    [
        ["bab5"], ["bab4", "--tie", "9"], ["bab4", "--tie", "x"], ["bab4", "--note", "Ya"],
        ["bab4", "--words", "tidak ada"], ["bab4", "-o", "o.pdf"],
        ["bab4", "--passage", "1", "--source", "S-01"], ["bab4", "--passage", "1", "--finding", "F7"],
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_one_line(study: Path, words: list[str]) -> None:
    call("annotate", study, study.parent / "bab4.docx")
    done = call("annotate", study, *words)
    assert done.code not in {0, 1}
    assert len(done.err.strip().splitlines()) == 1, done.err


def test_the_file_that_was_brought_in_comes_out_again(study: Path, tmp_path: Path) -> None:
    file, out = tmp_path / "bab4.docx", tmp_path / "out.docx"
    before = file.read_bytes()
    call("annotate", study, file, "--tie", "exact")
    file.unlink()
    assert call("annotate", study, "bab4", "--as", "original", "-o", out).code == 0
    assert out.read_bytes() == before
    assert call("annotate", study, "bab4", "-o", out).code == 0
    assert "word/comments.xml" in members(out.read_bytes())
    assert call("annotate", study, "bab4", "-o", tmp_path / "bab4.zip").code == 0
    assert "sources.csv" in members((tmp_path / "bab4.zip").read_bytes())
