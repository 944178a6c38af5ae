"""A display as a file for Word: its table, and what it says of itself.

A table of many columns lies on its side, and what is wider than that goes on in a table below.
"""

from __future__ import annotations

from ...documents.document import (
    Block,
    Bullets,
    Column,
    Document,
    Paragraph,
    Run,
    Table,
    Text,
    words,
)
from ...documents.docx import as_word
from ...i18n import translate
from ...model.message import say
from ...model.shape import Matrix
from ..writing import STATE_SIGNS, label
from .caption import caption_lines, cell_lines
from .grid import Entry, Grid, grid_of

__all__ = ["as_docx"]

_UPRIGHT, _ON_ITS_SIDE = 8, 12
# Words need broader columns than numbers.
_WORDED = 4


def as_docx(matrix: Matrix, language: str) -> bytes:
    """Title, table, and what a reader has to know. Raises :class:`MissingExtra` without python-docx."""
    grid = grid_of(matrix, language)
    wide = len(grid.columns) > (_WORDED if matrix.worded else _UPRIGHT)
    signs = wide and not matrix.worded
    told = cell_lines(matrix, language, signs=signs)
    unit, *lines = [*caption_lines(matrix, language), *told]
    return as_word(
        Document(
            language,
            label(matrix.caption.title, language),
            "",
            (
                Paragraph(words(unit), "note"),
                *_tables(grid, matrix, language, signs=signs),
                *([Bullets(tuple(map(words, lines)))] if lines else []),
            ),
            (),
            "",
            "",
            translate(say("Figure"), language),
            translate(say("Table"), language),
            wide=wide,
        )
    )


def _tables(grid: Grid, matrix: Matrix, language: str, *, signs: bool) -> list[Block]:
    width = len(grid.columns)
    step = width if width <= _UPRIGHT else _ON_ITS_SIDE
    pieces = [(start, min(start + step, width)) for start in range(0, width, max(step, 1))]
    names = [(Run(n, strong=s),) for n, s in zip(grid.rows, grid.summed_rows, strict=True)]
    entries = [[_told(entry, signs=signs) for entry in line] for line in grid.entries]
    depths = (*(one.depth for one in matrix.rows), *[0] * grid.totals_below)
    tables: list[Block] = []
    for start, end in pieces:
        heads = (Column(name, number=not matrix.worded) for name in grid.columns[start:end])
        lines = zip(names, entries, strict=True)
        caption = say("Columns {first} to {last} of {n}", first=start + 1, last=end, n=width)
        tables.append(
            Table(
                (Column(grid.corner), *heads),
                tuple((name, *cells[start:end]) for name, cells in lines),
                translate(caption, language) if len(pieces) > 1 else "",
                depths,
                grid.totals_below,
            )
        )
    return tables


def _told(entry: Entry, *, signs: bool) -> Text:
    text = STATE_SIGNS[entry.state] if signs and entry.state in STATE_SIGNS else entry.text
    number = Run(
        text + ("*" if entry.note else ""), strong=entry.total, quiet=entry.state != "value"
    )
    return (number, Run(f"\n{entry.written}")) if entry.written else (number,)
