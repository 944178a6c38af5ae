"""A display as CSV: the table alone, numbers in full, states in words.

What the display says of itself is left out, because programs read these files: the other endings
have it. UTF-8 with a mark, so that spreadsheets see the letters for what they are.
"""

from __future__ import annotations

import csv
import io

from ...model.shape import Matrix
from .grid import Entry, grid_of

__all__ = ["as_csv", "safe_text"]

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def as_csv(matrix: Matrix, language: str) -> bytes:
    """A line of heads, a line for each row, the totals in the last column and line."""
    grid = grid_of(matrix, language, paths=True)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([safe_text(text) for text in (grid.corner, *grid.columns)])
    for name, line in zip(grid.rows, grid.entries, strict=True):
        writer.writerow([safe_text(name), *(_written(entry) for entry in line)])
    return out.getvalue().encode("utf-8-sig")


def safe_text(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe before what could begin one."""
    return f"'{text}" if text.startswith(_FORMULAS) else text


def _written(entry: Entry) -> object:
    """A number as it is, to the last digit; anything else in words."""
    return entry.text if entry.value is None else entry.value
