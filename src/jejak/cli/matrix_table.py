"""A matrix as tables for a terminal: as many columns side by side as there is room for."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from ..displays.files.grid import Entry, Grid, grid_of
from ..displays.writing import STATE_SIGNS
from ..model.shape import Matrix

__all__ = ["tables"]

_BETWEEN = 2
_WIDEST_HEAD = 14


def tables(matrix: Matrix, language: str, width: int) -> Iterator[Table]:
    """One table, or several below each other where ``width`` characters do not hold all columns."""
    grid = grid_of(matrix, language)
    depths = [heading.depth for heading in matrix.rows] + [0]
    names = ["  " * depth + name for depth, name in zip(depths, grid.rows, strict=False)]
    room = width - max([cell_len(name) for name in (grid.corner, *names)]) - _BETWEEN
    widths = [_width(grid, column) for column in range(len(grid.columns))]
    for columns in _parts(widths, room):
        yield _table(grid, names, columns, widths)


def _width(grid: Grid, column: int) -> int:
    """As wide as the widest entry, and the longest word of the head up to a limit."""
    words = [cell_len(word) for word in grid.columns[column].split()]
    entries = [cell_len(_written(line[column])) for line in grid.entries]
    return max([1, *entries, min(max(words, default=1), _WIDEST_HEAD)])


def _parts(widths: list[int], room: int) -> Iterator[list[int]]:
    part: list[int] = []
    taken = 0
    for column, wide in enumerate(widths):
        if part and taken + wide + _BETWEEN > room:
            yield part
            part, taken = [], 0
        part.append(column)
        taken += wide + _BETWEEN
    if part or not widths:
        yield part


def _table(grid: Grid, names: list[str], columns: list[int], widths: list[int]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, _BETWEEN, 0, 0), pad_edge=False)
    table.add_column(Text(grid.corner), no_wrap=True)
    for column in columns:
        table.add_column(Text(grid.columns[column]), justify="right", width=widths[column])
    for name, line, total in zip(names, grid.entries, grid.summed_rows, strict=True):
        cells = [_entry(line[column]) for column in columns]
        table.add_row(Text(name), *cells, style="bold" if total else None)
    return table


def _entry(entry: Entry) -> Text:
    quiet = entry.state != "value" or not entry.value
    return Text(_written(entry), style="dim" if quiet else "bold" if entry.total else "")


def _written(entry: Entry) -> str:
    """The number, marked where there is a note on it; a sign for a state."""
    mark = "*" if entry.note else ""
    return STATE_SIGNS.get(entry.state, entry.text) + mark
