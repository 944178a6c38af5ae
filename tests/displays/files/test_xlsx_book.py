from __future__ import annotations

import io

import openpyxl
import pytest

from jejak.displays.files import shape_bytes
from jejak.testing import example_corpus
from support.displays import computed


def book(matrix, language: str = "id"):
    return openpyxl.load_workbook(io.BytesIO(shape_bytes(matrix, ".xlsx", language)))


def test_numbers_are_numbers_and_texts_are_no_formulas() -> None:
    matrix = computed(example_corpus(30), "code-frequencies")
    found = book(matrix)
    assert found.sheetnames == ["Tabel", "Catatan"]
    sheet = found["Tabel"]
    assert sheet.freeze_panes == "B2"
    assert sheet["B2"].value == matrix.at(0, 0).value
    heads = {sheet.cell(row, 1).value: sheet.cell(row, 1) for row in range(2, sheet.max_row + 1)}
    assert heads["=Three|3"].data_type == "s"
    assert sheet.conditional_formatting
    told = [row[0].value for row in found["Catatan"].iter_rows() if row[0].value]
    assert told[0] == "Frekuensi kode: Kasus"
    assert "Isi sel: jumlah pengodean." in told


@pytest.mark.parametrize("measure", ["phi", "lift", "conditional"])
def test_states_are_words(measure: str) -> None:
    matrix = computed(example_corpus(30), "code-cooccurrence", unit="segment", measure=measure)
    assert book(matrix, "en")["Table"]["B2"].value == "not applicable"


def test_notes_on_cells_are_comments() -> None:
    from support.corpora import Row, corpus

    study = corpus([Row(0, 0, 1, code=1), *(Row(0, n, n + 1, code=3) for n in range(6))])
    sheet = book(computed(study, "code-cooccurrence"), "en")["Table"]
    assert "five times" in sheet["C2"].comment.text


def test_presence_is_written_in_words() -> None:
    matrix = computed(example_corpus(30), "code-frequencies", measure="presence")
    assert book(matrix)["Tabel"]["B2"].value == "ya"


def test_a_table_of_nothing_is_a_workbook_too() -> None:
    assert book(computed(example_corpus(0), "code-cooccurrence"))["Tabel"]["A1"].value == "Kode"


def test_the_same_display_is_the_same_file() -> None:
    matrix = computed(example_corpus(30), "code-frequencies")
    assert shape_bytes(matrix, ".xlsx", "id") == shape_bytes(matrix, ".xlsx", "id")
