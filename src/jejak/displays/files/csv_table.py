"""A display as CSV: the table alone, numbers in full, states in words.

What the display says of itself is left out, because programs read these files: the other endings
have it. UTF-8 with a mark, so that spreadsheets see the letters for what they are.
"""

from __future__ import annotations

import csv
import io
from typing import Any

from ...model.shape import Matrix
from .grid import Entry, Grid, grid_of, stray_lines

__all__ = ["as_csv", "safe_text"]

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def as_csv(matrix: Matrix, language: str) -> bytes:
    """A line of heads, a line for each row, the totals in the last column and line; where an analyst
    wrote in cells, a second table with the words."""
    grid = grid_of(matrix, language, paths=True)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([safe_text(text) for text in (grid.corner, *grid.columns)])
    for name, line in zip(grid.rows, grid.entries, strict=True):
        writer.writerow([safe_text(name), *(_written(entry) for entry in line)])
    if matrix.worded or matrix.strays:
        _words(writer, matrix, grid, language)
    return out.getvalue().encode("utf-8-sig")


def _words(writer: Any, matrix: Matrix, grid: Grid, language: str) -> None:
    """A second table of the same shape with what an analyst wrote; then what is not shown."""
    width = len(matrix.columns)
    writer.writerow([])
    writer.writerow([safe_text(text) for text in (grid.corner, *grid.columns[:width])])
    for name, line in zip(grid.rows[: len(matrix.rows)], grid.entries, strict=False):
        writer.writerow([safe_text(name), *(safe_text(one.written) for one in line[:width])])
    if matrix.strays:
        writer.writerow([])
        writer.writerows([safe_text(line)] for line in stray_lines(matrix, language))


def safe_text(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe before what could begin one."""
    return f"'{text}" if text.startswith(_FORMULAS) else text


def _written(entry: Entry) -> object:
    """A number as it is, to the last digit; anything else in words."""
    return entry.text if entry.value is None else entry.value
