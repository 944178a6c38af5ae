from __future__ import annotations

import io
from datetime import date, datetime, time

import openpyxl

from jejak.formats.reading import read_bytes


def test_cells_are_read_as_a_spreadsheet_shows_them() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Responden", "Lahir", "Datang", "Jam", "Setuju", "Umur"])
    sheet.append(
        ["R1", date(1990, 5, 1), datetime.fromisoformat("2020-05-01T14:30"), time(7, 5), True, 31.0]
    )
    stream = io.BytesIO()
    book.save(stream)
    text = read_bytes(stream.getvalue(), "a.xlsx").text
    assert text.split("\n")[:6] == [
        "Responden: R1", "Lahir: 1990-05-01", "Datang: 2020-05-01 14:30:00", "Jam: 07:05:00",
        "Setuju: TRUE", "Umur: 31",
    ]  # fmt: skip
