"""A matrix as rows of a table, totals included: what all tables of files are made of."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.shape import NO_DATA, Cell, Matrix, NumberForm
from ..writing import STATE_WORDS, label, number_text, whole_label, words_in, written_text

__all__ = ["Entry", "Grid", "grid_of", "stray_lines"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell or total: its value (``None`` in any state but *value*), what is read, and whether it
    is a total or subtotal; ``written`` are the words there, the study's and the analyst's."""

    value: float | None
    text: str
    form: NumberForm
    state: str = "value"
    total: bool = False
    note: str = ""
    query: str = ""
    written: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """Column heads (the totals' last, where there are any), row heads, and entries row by row; the
    last row is that of the totals where ``totals_below``. ``summed_rows`` and ``summed_columns`` say
    which of them are totals or subtotals."""

    corner: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    entries: tuple[tuple[Entry, ...], ...]
    totals_below: bool
    summed_rows: tuple[bool, ...]
    summed_columns: tuple[bool, ...]


def grid_of(matrix: Matrix, language: str, *, paths: bool = False) -> Grid:
    """The table in a language; with ``paths``, codes stand by their whole path."""
    right, below = bool(matrix.row_totals), bool(matrix.column_totals)

    columns = [label(whole_label(h, path=paths), language) for h in matrix.columns]
    rows = [label(whole_label(h, path=paths), language) for h in matrix.rows]
    entries = []
    for row in range(len(matrix.rows)):
        line = [_cell(matrix, row, column, language) for column in range(len(matrix.columns))]
        if right:
            line.append(_total(matrix, matrix.row_totals[row], language))
        entries.append(tuple(line))
    if right:
        columns.append(label(matrix.row_total, language))
    if below:
        last = [_total(matrix, value, language) for value in matrix.column_totals]
        if right:
            last.append(Entry(None, "", "count", "empty", total=True))
        entries.append(tuple(last))
        rows.append(label(matrix.column_total, language))
    corner = label(matrix.row_title, language)
    summed = (
        (*(heading.subtotal for heading in side), *[True] * more)
        for side, more in ((matrix.rows, below), (matrix.columns, right))
    )
    return Grid(corner, tuple(columns), tuple(rows), tuple(entries), below, *summed)


def _cell(matrix: Matrix, row: int, column: int, language: str) -> Entry:
    cell, note = matrix.at(row, column), _note(matrix.at(row, column), language)
    total = matrix.rows[row].subtotal or matrix.columns[column].subtotal
    written = words_in(matrix, row, column, language)
    if cell.state != "value":
        told = cell.state != "open" or not written
        words = label(STATE_WORDS[cell.state], language) if told else ""
        return Entry(None, words, matrix.number, cell.state, total, note, written=written)
    text = number_text(cell.value, matrix.number, language)
    return Entry(
        cell.value, text, matrix.number, total=total, note=note, query=cell.query, written=written
    )


def stray_lines(matrix: Matrix, language: str) -> list[str]:
    """What was written for rows and columns that are not shown, a line for each."""
    return [
        f"{stray.row} × {stray.column}: {written_text(stray.written, language)}"
        for stray in matrix.strays
    ]


def _note(cell: Cell, language: str) -> str:
    return label(cell.note, language)


def _total(matrix: Matrix, value: float | None, language: str) -> Entry:
    state = "value" if value is not None else NO_DATA.state
    text = number_text(value, matrix.total_number, language)
    return Entry(value, text, matrix.total_number, state, total=True)
