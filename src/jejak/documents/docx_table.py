"""Tables of a Word file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .columns import column_widths, lines_of
from .document import Note, Run, Table, Text, strong
from .docx_parts import runs, shaped

__all__ = ["beside", "table"]

# The width of a page between its margins, upright and on its side, in twentieths of a point.
_WIDTH, _WIDE = 9355, 14287
# More lines than this in a cell, about, and its row may be broken.
_TALL = 12
_WHOLE = '<w:tblW w:w="5000" w:type="pct"/>'
_FIXED = '<w:tblLayout w:type="fixed"/>'
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="F3F5F3"/>'


def table(block: Table, style: str, note: Callable[[Note], int], *, wide: bool = False) -> str:
    """A table whose cells are in a style (by its id), for a page that lies on its side where it is
    ``wide``: the head repeats on every page, and only a long row is torn. ``note`` keeps the
    words of a footnote."""
    widths = column_widths(block, _WIDE if wide else _WIDTH)
    heads: list[Text] = [(Run(column.label, strong=True),) for column in block.columns]
    rows = [_row(heads, block, style, widths, note, head=True)]
    for number, cells in enumerate(block.rows):
        depth = block.depths[number] if block.depths else 0
        closing = block.closing and number == len(block.rows) - 1
        told = [strong(text) for text in cells] if closing else cells
        rows.append(_row(told, block, style, widths, note, depth=depth))
    return _table(_look(), widths, "".join(rows))


def beside(
    own: Text, other: Text, styles: tuple[str, str], inner: str, *, wide: bool = False
) -> str:
    """Two texts side by side, each in a style (by its id): a quotation, as it stands in a paragraph
    (``inner``), and its translation."""
    width = (_WIDE if wide else _WIDTH) // 2
    look = f"<w:tblPr>{_WHOLE}{_FIXED}</w:tblPr>"
    left = _cell(width, shaped(styles[0], inner, own))
    right = _cell(width, shaped(styles[1], runs(other), other))
    return _table(look, [width, width], f"<w:tr>{left}{right}</w:tr>")


def _table(look: str, widths: list[int], rows: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _look() -> str:
    borders = (
        ("top", "1B2423"), ("bottom", "1B2423"), ("insideH", "DFE4E2")
    )  # fmt: skip
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{colour}"/>'
        for side, colour in borders
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 40), ("left", 70), ("bottom", 40), ("right", 70))
    )
    return (
        f"<w:tblPr>{_WHOLE}<w:tblBorders>{lines}</w:tblBorders>{_FIXED}"
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
    )


def _row(
    cells: Sequence[Text],
    block: Table,
    style: str,
    widths: list[int],
    note: Callable[[Note], int],
    *,
    head: bool = False,
    depth: int = 0,
) -> str:
    # A row that may be taller than a page is broken rather than pushed to the next.
    whole = head or max(map(lines_of, cells, widths)) <= _TALL
    look = f"{'<w:cantSplit/>' if whole else ''}{'<w:tblHeader/>' if head else ''}"
    told = []
    for number, text in enumerate(cells):
        inset = f'<w:ind w:left="{170 * min(depth, 8)}"/>' if depth and not number else ""
        right = '<w:jc w:val="right"/>' if block.columns[number].number else ""
        paragraph = shaped(style, runs(text, note), text, after=f"{inset}{right}")
        told.append(_cell(widths[number], paragraph, head=head))
    shape = f"<w:trPr>{look}</w:trPr>" if look else "<w:trPr/>"
    return f"<w:tr>{shape}{''.join(told)}</w:tr>"


def _cell(width: int, inner: str, *, head: bool = False) -> str:
    look = f'<w:tcW w:w="{width}" w:type="dxa"/>{_SHADE if head else ""}'
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{inner}</w:tc>"
