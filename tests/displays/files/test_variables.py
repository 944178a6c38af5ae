"""Displays for programs of statistics, read again by the library and by hand."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pyreadstat
import pytest

from jejak.displays.files import shape_bytes
from jejak.displays.files.variables import variables_of
from jejak.model.message import say
from jejak.model.shape import NO_DATA, UNFIT, Cell, Heading, Matrix
from jejak.testing import example_corpus
from support.displays import computed

TABLE = computed(example_corpus(30), "code-frequencies")
NAMES = ("Murah 😀", "murah", "Tema/Sangat panjang " + "x" * 300, "if", "1 dua", "=rumus")


def table(**more: object) -> Matrix:
    rows = tuple(Heading(f"k{n}", name) for n, name in enumerate(("Ge", "Ay 😀", "Bu")))
    columns = tuple(Heading(f"c{n}", name, path=name) for n, name in enumerate(NAMES))
    cells = {(0, 0): Cell(3), (1, 0): NO_DATA, (2, 0): UNFIT, (0, 1): Cell(0.125)}
    found = replace(TABLE, rows=rows, columns=columns, cells=cells, row_title=say("Case"),
                    column_title=say("Code"), row_totals=(), column_totals=(), number="decimal")  # fmt: skip
    return replace(found, **more)


def sav(folder: Path, matrix: Matrix):
    (folder / "a.sav").write_bytes(shape_bytes(matrix, ".sav", "en"))
    return pyreadstat.read_sav(folder / "a.sav", user_missing=True, output_format="polars")


def test_a_data_file_has_names_labels_and_kinds_of_missing_values(tmp_path: Path) -> None:
    frame, about = sav(tmp_path, table())
    names = [one.name for one in variables_of(table(), "en")]
    assert about.column_names == names == list(dict.fromkeys(map(str.casefold, names))) or len(
        set(map(str.casefold, names))
    ) == len(names)
    assert frame[names[0]].to_list() == ["Ge", "Ay 😀", "Bu"]
    assert frame[names[1]].to_list() == [3, -99999, -99998]
    assert frame[names[2]].to_list() == [0.125, 0, 0]
    labels = about.column_names_to_labels
    assert [labels[name] for name in names[1:3]] == ["Murah 😀", "murah"]
    assert labels[names[3]].startswith("Tema/Sangat panjang xxx")
    assert about.variable_value_labels[names[1]] == {-99999: "no data", -99998: "not applicable"}
    assert len(about.missing_ranges[names[1]]) == 2
    without, _ = pyreadstat.read_sav(tmp_path / "a.sav", output_format="polars")
    assert without[names[1]].to_list()[0] == 3
    assert without[names[1]].null_count() == 2


def test_cases_are_rows_even_where_the_display_has_codes_there(tmp_path: Path) -> None:
    frame, about = sav(tmp_path, TABLE)
    assert len(frame) == sum(not one.subtotal for one in TABLE.columns)
    first = next(at for at, cell in TABLE.cells.items() if cell.value)
    path = TABLE.rows[first[0]].path
    (name,) = [n for n, text in about.column_names_to_labels.items() if text == path]
    assert frame[name][first[1]] == TABLE.cells[first].value


def test_the_archive_for_r_has_the_same() -> None:
    content = shape_bytes(table(), ".zip", "en")
    assert content == shape_bytes(table(), ".zip", "en")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        data = list(csv.reader(io.StringIO(archive.read("data.csv").decode())))
        labels = list(csv.reader(io.StringIO(archive.read("variables.csv").decode())))
        assert archive.namelist() == ["data.csv", "variables.csv", "read.R"]
    assert data[1:] == [
        ["Ge", "3", "0.125", "0", "0", "0", "0"],
        ["Ay 😀", "NA", "0", "0", "0", "0", "0"],
        ["Bu", "NA", "0", "0", "0", "0", "0"],
    ]
    assert [row[0] for row in labels[1:]] == data[0]
    assert labels[2] == [data[0][1], "Murah 😀", "no data; not applicable"]
    assert labels[-1][1] == "'=rumus"


def test_nothing_to_show_is_a_file_with_nothing_in_it(tmp_path: Path) -> None:
    empty = table(rows=(), cells={})
    frame, _ = sav(tmp_path, empty)
    assert len(frame) == 0


@pytest.mark.parametrize("name", NAMES)
def test_names_are_names_everywhere(name: str) -> None:
    for one in variables_of(table(), "en"):
        assert one.name.isidentifier()
        assert one.name.isascii()
        assert len(one.name) <= 64
    assert name
