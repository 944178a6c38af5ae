from __future__ import annotations

import csv
import io

from jejak.displays.files import shape_bytes
from jejak.testing import example_corpus
from support.displays import computed


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_numbers_come_back_to_the_last_digit() -> None:
    matrix = computed(example_corpus(30), "code-cooccurrence", unit="segment", measure="phi")
    head, *lines = rows(shape_bytes(matrix, ".csv", "id"))
    assert head[:2] == ["Kode", "Folder/One"]
    for row, line in enumerate(lines):
        for column in range(len(matrix.columns)):
            cell = matrix.at(row, column)
            written = line[column + 1]
            assert written == ("tidak berlaku" if cell.value is None else str(cell.value))
            assert cell.value is None or float(written) == cell.value


def test_no_text_is_a_formula() -> None:
    content = shape_bytes(computed(example_corpus(30), "code-frequencies"), ".csv", "en")
    assert any(line[0] == "'=Three|3" for line in rows(content))


def test_totals_stand_last() -> None:
    table = rows(shape_bytes(computed(example_corpus(30), "code-frequencies"), ".csv", "en"))
    assert table[0][-1] == "All columns, each counted once"
    assert table[-1][0] == "All codes shown, each counted once"
    assert table[-1][-1] == ""
