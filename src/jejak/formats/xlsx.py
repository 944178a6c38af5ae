"""Spreadsheets (.xlsx): the first sheet that has rows."""

from __future__ import annotations

import io
from datetime import datetime

from ..errors import MissingExtra, UnreadableSource
from ..model import Problem, Reading, say
from .format import Format, ReadOptions
from .tables import reading_of_table

__all__ = ["FORMAT"]

_MOST_ROWS = 200_000
_MOST_COLUMNS = 1_000


def read(data: bytes, _options: ReadOptions) -> Reading:
    """A survey or a table of posts. Values are read, not formulas."""
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise MissingExtra("files", "Reading spreadsheets") from None
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (KeyError, ValueError, OSError, SyntaxError) as error:
        raise UnreadableSource("corrupt", f"The spreadsheet is broken: {error}.") from None
    problems: list[Problem] = []
    chosen: list[list[str]] = []
    for sheet in book.worksheets:
        rows = [
            [_text(cell) for cell in row]
            for row in sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True)
            if any(cell is not None for cell in row)
        ]
        if rows and not chosen:
            chosen = rows
        elif rows:
            problems.append(
                Problem(
                    "sheet-left-out", say("The sheet “{sheet}” was left out.", sheet=sheet.title)
                )
            )
    return reading_of_table("xlsx", chosen, problems=tuple(problems))


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return value.isoformat(sep=" ").removesuffix(" 00:00:00")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


FORMAT = Format("xlsx", (".xlsx", ".xlsm"), read, apart=True, archive=True)
