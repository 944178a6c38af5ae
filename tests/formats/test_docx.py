from __future__ import annotations

import io

import docx

from jejak.formats.reading import read_bytes


def written(document: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_row_is_a_line_and_its_cells_are_parted_by_tabs() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"sel {number}"
    assert read_bytes(written(document), "a.docx").text.strip() == "sel 0\tsel 1\nsel 2\tsel 3"


def test_the_words_of_a_table_within_a_table_stand_once() -> None:
    document = docx.Document()
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "kiri"
    right = outer.cell(0, 1)
    right.text = "kanan"
    inner = right.add_table(2, 2)
    for number, cell in enumerate(cell for row in inner.rows for cell in row.cells):
        cell.text = f"dalam {number}"
    deepest = inner.cell(1, 1).add_table(1, 1)
    deepest.cell(0, 0).text = "terdalam"
    reading = read_bytes(written(document), "a.docx")
    assert [line for line in reading.text.split("\n") if line] == [
        "kiri", "kanan", "dalam 0\tdalam 1", "dalam 2", "dalam 3", "terdalam",
    ]  # fmt: skip
    assert [block.kind for block in reading.blocks].count("row") == 2
