"""Subtotals are told from what they are of in every file."""

from __future__ import annotations

import io
import re

import docx
import openpyxl

from jejak.displays.files import shape_bytes
from jejak.displays.files.grid import grid_of
from support.corpora import Row, corpus
from support.displays import computed

SHAPE = computed(
    corpus([Row(0, 0, 4, code=1), Row(0, 5, 9, code=3), Row(1, 0, 4, code=1), Row(2, 0, 4, code=3)]),
    "matrix", rows=["source.kind", "code"], columns=["source.kind", "study"], subtotals="both",
    below=False,
)  # fmt: skip
ROWS = [False, False, True, False, True, True]
COLUMNS = [False, True, False, True, True]


def test_a_table_knows_its_subtotals_and_totals() -> None:
    grid = grid_of(SHAPE, "en")
    assert list(grid.summed_rows) == ROWS
    assert list(grid.summed_columns) == COLUMNS


def test_a_workbook_has_them_bold_and_out_of_its_colours() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(shape_bytes(SHAPE, ".xlsx", "en")))["Table"]
    assert [bool(cell.font.b) for cell in sheet["A"][1:]] == ROWS
    assert [bool(cell.font.b) for cell in sheet[2][1:]][1::3] == [True, True]
    (scale,) = sheet.conditional_formatting
    assert str(scale.sqref) == "B2:B3 B5 D2:D3 D5"


def test_a_word_file_has_them_bold() -> None:
    (table,) = docx.Document(io.BytesIO(shape_bytes(SHAPE, ".docx", "en"))).tables
    looks = [
        [cell.paragraphs[0].runs[0].bold is True for cell in row.cells] for row in table.rows[:-1]
    ]
    assert [line[0] for line in looks[1:]] == ROWS[:-1]
    assert looks[1][1:] == COLUMNS


def test_a_page_and_markdown_have_them_bold() -> None:
    page = shape_bytes(SHAPE, ".html", "en").decode()
    assert len(re.findall('<tr class="subtotal">', page)) == 2
    assert len(re.findall('<th scope="col" class="total">', page)) == 3
    lines = shape_bytes(SHAPE, ".md", "en").decode().splitlines()
    rows = [line for line in lines if line.startswith("|")][2:]
    assert [line.startswith("| **") for line in rows] == ROWS
