from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import docx

from jejak.displays.files import shape_bytes
from jejak.model.shape import CellText, Matrix
from jejak.testing import example_corpus
from support.displays import computed


def opened(shape: Matrix, language: str = "en") -> Any:
    return docx.Document(BytesIO(shape_bytes(shape, ".docx", language)))


def cells(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_table_and_what_it_says_of_itself() -> None:
    shape = computed(example_corpus(30), "code-frequencies")
    file = opened(shape, "id")
    told = [paragraph.text for paragraph in file.paragraphs]
    assert told[0] == "Frekuensi kode: Kasus"
    assert "Isi sel: jumlah pengodean." in told
    (table,) = file.tables
    read = cells(table)
    assert read[0][:3] == ["Kode", "A", "B"]
    assert [row[0] for row in read[1:-1]] == [one.label for one in shape.rows]
    assert read[-1][0].startswith("Semua kode yang tampil")
    page = file.sections[0]
    assert page.page_width < page.page_height


def test_more_columns_than_a_page_holds_go_on_below_and_none_is_lost() -> None:
    shape = computed(example_corpus(200), "code-cooccurrence")
    many = 40
    heading = shape.columns[0]
    wide = replace(
        shape,
        columns=tuple(replace(heading, label=f"C{n}", key=f"c{n}") for n in range(many)),
        cells={(row, column % many): cell for (row, column), cell in shape.cells.items()},
        row_totals=(), column_totals=(),
    )  # fmt: skip
    file = opened(wide)
    assert file.sections[0].page_width > file.sections[0].page_height
    heads = [name for table in file.tables for name in cells(table)[0][1:]]
    assert heads == [f"C{n}" for n in range(many)]
    assert all(len(table.rows) == len(shape.rows) + 1 for table in file.tables)
    told = [paragraph.text for paragraph in file.paragraphs]
    assert any("Columns 13 to 24 of 40" in line for line in told)


def test_a_wide_table_may_have_totals_on_both_sides() -> None:
    shape = computed(example_corpus(30), "code-line", parts=20)
    assert shape.row_totals
    assert shape.column_totals
    last = cells(opened(shape).tables[-1])
    assert last[-1][-1] == ""
    assert last[1][-1] == str(shape.row_totals[0])


def test_what_an_analyst_wrote_stands_below_its_number() -> None:
    shape = computed(example_corpus(30), "code-frequencies")
    (row, column), cell = next((at, one) for at, one in shape.cells.items() if one.value)
    texts = {(row, column): CellText("Ditulis sendiri", "checked", "Rina")}
    read = cells(opened(replace(shape, texts=texts)).tables[0])
    assert read[row + 1][column + 1] == f"{cell.value:g}\nDitulis sendiri"


def test_a_row_of_many_words_is_broken_rather_than_pushed_to_the_next_page() -> None:
    shape = computed(example_corpus(30), "code-frequencies")
    long = replace(shape, said={(0, 0): ("Satu kalimat yang cukup panjang. " * 30,)})
    (table,) = opened(long).tables
    kept = [bool(row._tr.xpath("./w:trPr/w:cantSplit")) for row in table.rows]
    assert kept[:3] == [True, False, True]
