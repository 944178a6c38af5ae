"""A display as one page of HTML: nothing to fetch, made for reading and for printing.

Shades go with the numbers and never stand alone; states are words.
"""

from __future__ import annotations

import math
from html import escape
from importlib import resources

from ...model.shape import Heading, Matrix
from ..writing import STATE_SIGNS, label
from .caption import caption_lines, cell_lines
from .grid import Entry, Grid, grid_of

__all__ = ["STEPS", "as_html", "html_table"]

STEPS = 6
_UPRIGHT_UPTO = 10


def as_html(matrix: Matrix, language: str) -> bytes:
    """The page: title, table, and what a reader has to know."""
    title = escape(label(matrix.caption.title, language))
    style = resources.files(__package__).joinpath("page.css").read_text("utf-8")
    unit, *lines = [
        *caption_lines(matrix, language),
        *cell_lines(matrix, language, signs=_steep(matrix)),
    ]
    notes = "".join(f"<li>{escape(line)}</li>" for line in lines)
    page = (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        f'<h1>{title}</h1>\n<p class="unit">{escape(unit)}</p>\n'
        f'<div class="scroll" tabindex="0" role="region" aria-label="{title}">\n'
        f"{html_table(matrix, language)}\n</div>\n"
        f'<ul class="notes">{notes}</ul>\n</main>\n</body>\n</html>\n'
    )
    return page.encode()


def html_table(matrix: Matrix, language: str) -> str:
    """The table alone, to stand in another page that has its own look."""
    grid = grid_of(matrix, language)
    top = _top(grid)
    steep = _steep(matrix)
    last = len(grid.rows) - 1 if grid.totals_below else -1
    lines = []
    for number, (name, entries) in enumerate(zip(grid.rows, grid.entries, strict=True)):
        total = number == last
        heading = None if total else matrix.rows[number]
        cells = "".join(
            _cell(entry, top, root=matrix.number != "share", signs=steep) for entry in entries
        )
        kind = "total" if total else "subtotal" if heading and heading.subtotal else ""
        opening = f'<tr class="{kind}">' if kind else "<tr>"
        lines.append(f"{opening}{_head(name, heading)}{cells}</tr>")
    body = "\n".join(lines)
    return (
        f'<table class="matrix{" steep" if steep else ""}">\n<thead><tr><th scope="col" class="corner">'
        f"{escape(grid.corner)}</th>{_columns(grid)}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )


def _columns(grid: Grid) -> str:
    opening = '<th scope="col"><span>', '<th scope="col" class="total"><span>'
    return "".join(
        f"{opening[total]}{escape(name)}</span></th>"
        for name, total in zip(grid.columns, grid.summed_columns, strict=True)
    )


def _head(name: str, heading: Heading | None) -> str:
    if heading is None:
        return f'<th scope="row">{escape(name)}</th>'
    dot = ""
    if heading.colour:
        dot = f'<i style="background:{escape(heading.colour, quote=True)}"></i>'
    title = f' title="{escape(heading.path)}"' if heading.path else ""
    return f'<th scope="row" class="d{min(heading.depth, 4)}"{title}>{dot}{escape(name)}</th>'


def _cell(entry: Entry, top: float, *, root: bool, signs: bool) -> str:
    if entry.total:
        return f'<td class="total">{escape(entry.text)}{_written(entry)}</td>'
    if entry.state != "value":
        return _state(entry, sign=signs and not entry.written)
    step = 1 if entry.form == "chance" else _step(entry.value or 0, top, root=root)
    kind = f"{'m' if (entry.value or 0) < 0 else 'h'}{step}"
    told = f' title="{escape(entry.note)}"' if entry.note else ""
    mark = '<sup aria-hidden="true">*</sup>' if entry.note else ""
    return f'<td class="{kind}"{told}>{escape(entry.text)}{mark}{_written(entry)}</td>'


def _state(entry: Entry, *, sign: bool) -> str:
    words = escape(entry.text)
    if not sign:
        return f'<td class="state">{words}{_written(entry)}</td>'
    mark = STATE_SIGNS[entry.state]
    return f'<td class="state"><abbr title="{words}" aria-label="{words}">{mark}</abbr></td>'


def _written(entry: Entry) -> str:
    """What an analyst wrote in the cell, below its number."""
    if not entry.written:
        return ""
    return f'<p class="written">{escape(entry.written)}</p>'


def _steep(matrix: Matrix) -> bool:
    """Whether the columns are too many for heads side by side and words in the cells."""
    return not matrix.worded and len(matrix.columns) + bool(matrix.row_totals) > _UPRIGHT_UPTO


def _top(grid: Grid) -> float:
    amounts = [abs(e.value) for line in grid.entries for e in line if e.value and not e.total]
    return max((amount for amount in amounts if math.isfinite(amount)), default=0) or 1


def _step(value: float, top: float, *, root: bool) -> int:
    if not value:
        return 0
    share = min(abs(value) / top, 1)
    return max(1, round((math.sqrt(share) if root else share) * STEPS))
