"""Tables of a Word file: written as XML at once, for the library takes long
over many cells."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .document import Run, Table, Text
from .docx_parts import element, fill

__all__ = ["table_element"]

_LINE = {"val": "single", "sz": "4", "space": "0"}


def table_element(block: Table, style: str) -> Any:
    """A table whose cells are in a style (by its id): the head repeats on every page, no row is
    torn."""
    table = element("tbl")
    table.append(_look())
    grid = element("tblGrid")
    for _ in block.columns:
        grid.append(element("gridCol"))
    table.append(grid)
    heads: list[Text] = [(Run(column.label, strong=True),) for column in block.columns]
    table.append(_row(heads, block, style, head=True))
    for number, cells in enumerate(block.rows):
        depth = block.depths[number] if block.depths else 0
        closing = block.closing and number == len(block.rows) - 1
        told = [_strong(text) for text in cells] if closing else list(cells)
        table.append(_row(told, block, style, depth=depth))
    return table


def _look() -> Any:
    look = element("tblPr")
    look.append(element("tblW", w="5000", type="pct"))
    borders = element("tblBorders")
    for side in ("top", "bottom"):
        borders.append(element(side, **_LINE, color="1B2423"))
    borders.append(element("insideH", **_LINE, color="DFE4E2"))
    look.append(borders)
    look.append(element("tblLayout", type="autofit"))
    margins = element("tblCellMar")
    for side, width in (("top", "40"), ("left", "70"), ("bottom", "40"), ("right", "70")):
        margins.append(element(side, w=width, type="dxa"))
    look.append(margins)
    return look


def _row(cells: list[Text], block: Table, style: str, *, head: bool = False, depth: int = 0) -> Any:
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
        cell.append(_cell_look(head=head))
        cell.append(own)
        row.append(cell)
    return row


def _cell_look(*, head: bool) -> Any:
    look = element("tcPr")
    if head:
        look.append(element("shd", val="clear", color="auto", fill="F3F5F3"))
    return look


def _strong(text: Text) -> Text:
    return tuple(replace(part, strong=True) if isinstance(part, Run) else part for part in text)
