from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from support.commands import call
from support.studies import small_study


@pytest.fixture
def study(tmp_path: Path) -> Path:
    with small_study(tmp_path) as made:
        case = made.cases.add("Ge")
        made.cases.tie_speaker(case, "G")
        made.cases.set_attributes(case, {"peran": "=1+1"})
    return tmp_path / "small.jejak"


def test_quotations_are_printed(study: Path) -> None:
    done = call("find", study, "code:Triple-A")
    assert done.out.splitlines()[0].endswith("Ge: Bikin akun baru lagi 😀")
    around = call("find", study, "code:Anonim", "--context", 5)
    assert "[namanya palsu]" in around.out
    first = call("find", study, "code:Triple-A", "--limit", 1)
    assert (len(first.out.splitlines()), "The first 1 of 2" in first.err) == (1, True)


def test_words_are_printed_in_context(study: Path) -> None:
    assert "[akun]" in call("find", study, "akun", "--text").out
    assert (
        call("find", study, "akun", "--kwic", "--context", 0).out.splitlines()[0].endswith("[akun]")
    )
    assert len(call("find", study, "pals.", "--regex", "--json").json) == 2
    lines = call("find", study, "akun", "--kwic", "--sort", "right1,left1", "--context", 8)
    told = [line.split("[akun]")[1].split()[0] for line in lines.out.splitlines()]
    assert told == ["apa?", "baru", "palsu."]
    where = call("find", study, "akun", "--kwic", "--where", "code:Murah", "--json").json
    assert [(line["match"], line["codes"]) for line in where] == [("akun", "Triple-A/Murah")]
    assert call("find", study, "akun", "--sort", "up").code == 2


@pytest.mark.parametrize(
    "ending", [".csv", ".xlsx", ".docx", ".html", ".md", ".parquet", ".json", ".jsonl"]
)
def test_quotations_go_to_a_file_with_all_that_is_known(
    study: Path, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"quotes{ending}"
    done = call("find", study, "code:Triple-A", "-o", path)
    assert (done.code, done.out, done.err) == (0, "", f"2 rows written to {path}.\n")
    assert b"namanya palsu" in path.read_bytes() or ending in {".xlsx", ".docx", ".parquet"}


def test_words_in_context_go_to_a_file_without_the_names_of_coders(
    study: Path, tmp_path: Path
) -> None:
    done = call("find", study, "akun", "--text", "-o", tmp_path / "words.parquet")
    assert (done.code, done.err.split()[0]) == (0, "3")
    assert call("find", study, "akun", "--text", "-o", tmp_path / "words.docx").code == 2


def test_headings_say_how_many_stand_under_them(study: Path) -> None:
    told = call("find", study, "code:Triple-A", "--by", "code").out.splitlines()
    assert [line for line in told if not line.startswith(" ")] == [
        "Triple-A/Anonim (1)",
        "Triple-A/Murah (1)",
    ]
    rows = call("find", study, "code:Triple-A", "--by", "coder", "--json").json
    assert [row["coder"] for row in rows] == ["Rina", "Rina"]


def test_no_quotation_is_a_formula(study: Path, tmp_path: Path) -> None:
    call("find", study, "code:Triple-A", "-o", tmp_path / "q.csv")
    with (tmp_path / "q.csv").open(encoding="utf-8-sig", newline="") as stream:
        row = next(csv.DictReader(stream))
    assert (row["case"], row["case.peran"], row["source.kind"]) == ("Ge", "'=1+1", "interview")
    call("find", study, "code:Triple-A", "-o", tmp_path / "q.xlsx")
    sheet = load_workbook(tmp_path / "q.xlsx").worksheets[0]
    column = [cell.value for cell in sheet[1]].index("case.peran") + 1
    assert sheet.cell(2, column).data_type == "s"


def test_json_is_one_array_of_flat_objects(study: Path) -> None:
    rows = call("find", study, "code:Triple-A", "--json").json
    assert {"guid", "source", "start", "end", "text", "codes", "coders", "case"} <= set(rows[0])
    assert not [value for row in rows for value in row.values() if isinstance(value, dict)]
    nothing = call("find", study, "code:Triple-A and coder:Rina and weight > 99", "--json")
    assert json.loads(nothing.out) == []
    assert call("find", study, 'text:"tiada"').err == "Nothing was found.\n"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("code:Nobody",), 3),
        (("code:((",), 2),
        (("[", "--regex"), 2),
        (("code:Anonim", "-o", "x.odt"), 2),
        (("code:Anonim", "-o", "x"), 2),
        (("code:Anonim", "-o", "/nowhere/x.csv"), 2),
        (("code:Anonim", "--limit", "0"), 2),
        (("code:Anonim", "--zzz"), 2),
        (("\udcff", "--text"), 2),
    ],
)
def test_bad_input_is_told_and_changes_nothing(
    study: Path, words: tuple[str, ...], code: int
) -> None:
    before = study.read_bytes()
    done = call("find", study, *words)
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith("jejak: ")
    assert study.read_bytes() == before
