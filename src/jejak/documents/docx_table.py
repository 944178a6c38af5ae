"""Tables of a Word file: written as XML at once, for the library takes long
over many cells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .columns import column_widths, lines_of
from .document import Note, Run, Table, Text, strong
from .docx_parts import add, element, fill

__all__ = ["beside", "table_element"]

# The width of a page between its margins, upright and on its side, in twentieths of a point.
_WIDTH, _WIDE = 9355, 14287
# More lines than this in a cell, about, and its row may be broken.
_TALL = 12
_LINE = {"val": "single", "sz": "4", "space": "0"}


def table_element(
    block: Table, style: str, note: Callable[[Note], int], *, wide: bool = False
) -> Any:
    """A table whose cells are in a style (by its id), for a page that lies on its side where it is
    ``wide``: the head repeats on every page, and only a long row is torn. ``note`` keeps the
    words of a footnote."""
    table = element("tbl")
    table.append(_look())
    grid = element("tblGrid")
    widths = column_widths(block, _WIDE if wide else _WIDTH)
    for width in widths:
        grid.append(element("gridCol", w=str(width)))
    table.append(grid)
    heads: list[Text] = [(Run(column.label, strong=True),) for column in block.columns]
    table.append(_row(heads, block, style, widths, note, head=True))
    for number, cells in enumerate(block.rows):
        depth = block.depths[number] if block.depths else 0
        closing = block.closing and number == len(block.rows) - 1
        told = [strong(text) for text in cells] if closing else list(cells)
        table.append(_row(told, block, style, widths, note, depth=depth))
    return table


def beside(own: Text, other: Text, styles: tuple[str, str], *, wide: bool = False) -> Any:
    """Two texts side by side, each in a style (by its id): a quotation and its translation."""
    table, row = element("tbl"), element("tr")
    width = (_WIDE if wide else _WIDTH) // 2
    look, grid = element("tblPr"), element("tblGrid")
    look.append(element("tblW", w="5000", type="pct"))
    look.append(element("tblLayout", type="fixed"))
    table.append(look)
    table.append(grid)
    for text, style in zip((own, other), styles, strict=True):
        grid.append(element("gridCol", w=str(width)))
        cell = add(row, "tc")
        _cell_look(cell, width, head=False)
        paragraph = add(cell, "p")
        add(add(paragraph, "pPr"), "pStyle", val=style)
        fill(paragraph, text)
    table.append(row)
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
    note: Callable[[Note], int],
    *,
    head: bool = False,
    depth: int = 0,
) -> Any:
    row = element("tr")
    look = add(row, "trPr")
    # A row that may be taller than a page is broken rather than pushed to the next.
    if head or max(map(lines_of, cells, widths)) <= _TALL:
        add(look, "cantSplit")
    if head:
        add(look, "tblHeader")
    for number, text in enumerate(cells):
        cell = add(row, "tc")
        _cell_look(cell, widths[number], head=head)
        own = add(cell, "p")
        shape = add(own, "pPr")
        add(shape, "pStyle", val=style)
        if number == 0 and depth:
            add(shape, "ind", left=str(170 * min(depth, 8)))
        if block.columns[number].number:
            add(shape, "jc", val="right")
        fill(own, text, note)
    return row


def _cell_look(cell: Any, width: int, *, head: bool) -> None:
    look = add(cell, "tcPr")
    add(look, "tcW", w=str(width), type="dxa")
    if head:
        add(look, "shd", val="clear", color="auto", fill="F3F5F3")
