"""Tables of a Word file: written as XML at once, for the library takes long
over many cells."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .document import Run, Table, Text, plain
from .docx_parts import element, fill

__all__ = ["table_element"]

# The width of a page between its margins, upright and on its side, in twentieths of a point.
_WIDTH, _WIDE = 9355, 14287
_MEASURED = 300
_LONGEST_WORD, _LONGEST_LINE = 20, 60
_LETTER, _PADDING = 118, 170
_LINE = {"val": "single", "sz": "4", "space": "0"}


def table_element(block: Table, style: str, *, wide: bool = False) -> Any:
    """A table whose cells are in a style (by its id), for a page that lies on its side where it is
    ``wide``: the head repeats on every page, no row is torn."""
    table = element("tbl")
    table.append(_look())
    grid = element("tblGrid")
    widths = _widths(block, _WIDE if wide else _WIDTH)
    for width in widths:
        grid.append(element("gridCol", w=str(width)))
    table.append(grid)
    heads: list[Text] = [(Run(column.label, strong=True),) for column in block.columns]
    table.append(_row(heads, block, style, widths, head=True))
    for number, cells in enumerate(block.rows):
        depth = block.depths[number] if block.depths else 0
        closing = block.closing and number == len(block.rows) - 1
        told = [_strong(text) for text in cells] if closing else list(cells)
        table.append(_row(told, block, style, widths, depth=depth))
    return table


def _look() -> Any:
    look = element("tblPr")
    look.append(element("tblW", w="5000", type="pct"))
    borders = element("tblBorders")
    for side in ("top", "bottom"):
        borders.append(element(side, **_LINE, color="1B2423"))
    borders.append(element("insideH", **_LINE, color="DFE4E2"))
    look.append(borders)
    look.append(element("tblLayout", type="fixed"))
    margins = element("tblCellMar")
    for side, width in (("top", "40"), ("left", "70"), ("bottom", "40"), ("right", "70")):
        margins.append(element(side, w=width, type="dxa"))
    look.append(margins)
    return look


def _row(
    cells: list[Text],
    block: Table,
    style: str,
    widths: list[int],
    *,
    head: bool = False,
    depth: int = 0,
) -> Any:
    row = element("tr")
    look = element("trPr")
    look.append(element("cantSplit"))
    if head:
        look.append(element("tblHeader"))
    row.append(look)
    for number, text in enumerate(cells):
        cell, own = element("tc"), element("p")
        shape = element("pPr")
        shape.append(element("pStyle", val=style))
        if number == 0 and depth:
            shape.append(element("ind", left=str(170 * min(depth, 8))))
        if block.columns[number].number:
            shape.append(element("jc", val="right"))
        own.append(shape)
        fill(own, text)
        cell.append(_cell_look(widths[number], head=head))
        cell.append(own)
        row.append(cell)
    return row


def _widths(block: Table, width: int) -> list[int]:
    """The widths of the columns in twentieths of a point: room for the longest word of each, and
    what is left by how long their texts are."""
    words, lines = [], []
    for number, column in enumerate(block.columns):
        texts = [column.label, *(plain(row[number]) for row in block.rows[:_MEASURED])]
        pieces = [line for text in texts for line in text.split("\n")]
        word = max((len(word) for line in pieces for word in line.split()), default=1)
        line = max(map(len, pieces), default=1)
        words.append(min(word, _LONGEST_WORD) * _LETTER + _PADDING)
        lines.append(max(min(line, _LONGEST_LINE) * _LETTER + _PADDING - words[-1], 1))
    left = width - sum(words)
    if left < 0:
        return [width * word // sum(words) for word in words]
    return [word + left * line // sum(lines) for word, line in zip(words, lines, strict=True)]


def _cell_look(width: int, *, head: bool) -> Any:
    look = element("tcPr")
    look.append(element("tcW", w=str(width), type="dxa"))
    if head:
        look.append(element("shd", val="clear", color="auto", fill="F3F5F3"))
    return look


def _strong(text: Text) -> Text:
    return tuple(replace(part, strong=True) if isinstance(part, Run) else part for part in text)
