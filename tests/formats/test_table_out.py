from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from jejak.errors import InvalidInput, MissingExtra
from jejak.formats.table_out import TABLE_ENDINGS, guarded_cell, table_bytes, write_table

ROWS = [
    {"name": "=HYPERLINK(1)", "n": 3, "codes": ["a", "b"], "day": date(2020, 5, 1), "ok": True},
    {"name": "a|b\nc <i>", "n": None, "codes": (), "day": None, "ok": False},
]
NAMES = ["name", "n", "codes", "day", "ok"]


def test_no_cell_of_a_csv_is_a_formula() -> None:
    for sign in "=+-@\t\r":
        assert guarded_cell(f"{sign}1").startswith("'")
    text = table_bytes(".csv", NAMES, ROWS).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[1] == ["'=HYPERLINK(1)", "3", "a; b", "2020-05-01", "true"]
    assert rows[2] == ["a|b\nc <i>", "", "", "", "false"]


def test_a_negative_number_stays_a_number() -> None:
    assert b"\n-5" in table_bytes(".csv", ["n"], [{"n": -5}]).replace(b"\r", b"")


def test_no_cell_of_a_spreadsheet_is_a_formula() -> None:
    book = load_workbook(io.BytesIO(table_bytes(".xlsx", NAMES, ROWS, title="a/b[c]")))
    cells = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    assert cells[1] == ["=HYPERLINK(1)", 3, "a; b", "2020-05-01", True]
    assert book.worksheets[0]["A2"].data_type == "s"


def test_programs_and_people_get_theirs() -> None:
    plain = json.loads(table_bytes(".json", NAMES, ROWS))
    lines = [json.loads(line) for line in table_bytes(".jsonl", NAMES, ROWS).splitlines()]
    assert plain == lines
    assert plain[0] == {**ROWS[0], "day": "2020-05-01"}
    moment = {"at": datetime(2020, 5, 1, tzinfo=UTC)}
    assert (
        json.loads(table_bytes(".json", ["at"], [moment]))[0]["at"] == "2020-05-01T00:00:00+00:00"
    )
    markdown = table_bytes(".md", NAMES, ROWS).decode().splitlines()
    assert markdown[3] == r"| a\|b<br>c <i> |  |  |  | false |"
    assert b"c &lt;i&gt;" in table_bytes(".html", NAMES, ROWS, title="<t>")


def test_what_a_spreadsheet_cannot_hold_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(InvalidInput):
        table_bytes(".xlsx", ["a"], [{"a": "x" * 40_000}])
    monkeypatch.setattr("jejak.formats.table_out._MOST_ROWS", 2)
    with pytest.raises(InvalidInput):
        write_table(tmp_path / "a.xlsx", ["a"], [{"a": 1}, {"a": 2}])
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(InvalidInput) as caught:
        table_bytes("", ["a"], [])
    assert all(ending in caught.value.hint for ending in TABLE_ENDINGS)
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    with pytest.raises(MissingExtra):
        table_bytes(".xlsx", ["a"], [])
