"""The parts of a source in the order of its text, line by line, coloured by their codes.

A part with several codes is divided between those that cover most of it; parts without any are pale.
"""

from __future__ import annotations

from typing import Any

from ...i18n import translate
from ...model.message import say
from ...model.shape import Matrix
from ..writing import label, number_text
from .marks import Spec
from .palette import colour_of, hatching, letters_on, patterns_for
from .vega import at, cell_told, field, mark, picture

__all__ = ["draw"]

_TILE, _GAP, _LINE = 22, 2, 25
_BANDS = 4
_LEGEND_LINE = 20
# More than a tile's worth of characters is never needed for its lines.
_HATCH = 5


def draw(matrix: Matrix, language: str) -> Spec:
    """Tiles, and the codes with their colours beside them."""
    colours = [colour_of(heading.colour, n) for n, heading in enumerate(matrix.columns)]
    hatched = patterns_for(colours)
    lines = -(-len(matrix.rows) // _LINE)
    step = _TILE + _GAP
    data = {
        "ground": [_ground(matrix, row, language) for row in range(len(matrix.rows))],
        "bands": _bands(matrix, colours, hatched, language),
        "starts": [
            {"y": line * step + _TILE / 2, "words": _start(matrix, line * _LINE)}
            for line in range(lines)
        ],
        "codes": _legend(matrix, colours, hatched, language),
    }
    box = {"x": field("x"), "y": field("y")}
    ground = mark(
        "rect",
        "ground",
        {
            **box,
            "width": at(_TILE),
            "height": at(_TILE),
            "cornerRadius": at(2),
            "fill": at("#808b8a"),
            "fillOpacity": at(0.13),
            "tooltip": field("told"),
            "cursor": at("pointer"),
        },
    )
    bands = mark(
        "rect",
        "bands",
        {
            **box,
            "width": field("width"),
            "height": at(_TILE),
            "fill": field("colour"),
            "tooltip": field("told"),
            "cursor": at("pointer"),
        },
    )
    starts = mark(
        "text",
        "starts",
        {
            "x": at(-8),
            "y": field("y"),
            "text": field("words"),
            "align": at("right"),
            "baseline": at("middle"),
            "fontSize": at(10),
        },
        style="quiet",
        silent=True,
    )
    marks = [ground, bands, _lines("bands"), starts, *_legend_marks()]
    return picture(_LINE * step - _GAP, max(lines * step - _GAP, 1), data, marks=marks)


def _lines(data: str) -> Spec:
    return mark(
        "path",
        data,
        {
            "x": field("x"),
            "y": field("y"),
            "path": field("lines"),
            "stroke": field("ink"),
            "strokeWidth": at(1),
            "strokeOpacity": at(0.75),
        },
        silent=True,
    )


def _place(row: int) -> tuple[int, int]:
    step = _TILE + _GAP
    return row % _LINE * step, row // _LINE * step


def _start(matrix: Matrix, row: int) -> str:
    place = matrix.rows[row].place
    return str(place[1] + 1) if place else ""


def _ground(matrix: Matrix, row: int, language: str) -> dict[str, Any]:
    x, y = _place(row)
    heading = matrix.rows[row]
    told = {
        label(matrix.row_title, language): label(heading.label, language),
        label(matrix.caption.unit, language): number_text(0, "count", language),
    }
    return {"x": x, "y": y, "row": row, "told": told} | _opens(matrix, row)


def _opens(matrix: Matrix, row: int) -> dict[str, Any]:
    place = matrix.rows[row].place
    return {"place": list(place)} if place else {}


def _bands(
    matrix: Matrix, colours: list[str], hatched: list[int], language: str
) -> list[dict[str, Any]]:
    of_rows: dict[int, list[tuple[float, int]]] = {}
    for (row, column), cell in matrix.cells.items():
        if cell.value:
            of_rows.setdefault(row, []).append((-cell.value, column))
    bands = []
    for row, found in sorted(of_rows.items()):
        shown = sorted(column for _, column in sorted(found)[:_BANDS])
        x, y = _place(row)
        width = round(_TILE / len(shown), 2)
        for number, column in enumerate(shown):
            told = cell_told(matrix, row, column, language) | _opens(matrix, row)
            colour = colours[column]
            bands.append(
                {
                    **told,
                    "x": round(x + number * width, 2),
                    "y": y,
                    "width": width,
                    "colour": colour,
                    "lines": hatching(hatched[column], width, _TILE, _HATCH),
                    "ink": letters_on(colour),
                }
            )
    return bands


def _legend(
    matrix: Matrix, colours: list[str], hatched: list[int], language: str
) -> list[dict[str, Any]]:
    x = _LINE * (_TILE + _GAP) + 20
    found = [
        {
            "x": x,
            "y": number * _LEGEND_LINE,
            "colour": colours[number],
            "lines": hatching(hatched[number], 14, 14, _HATCH),
            "ink": letters_on(colours[number]),
            "words": label(heading.label, language),
            "whole": heading.path or label(heading.label, language),
        }
        for number, heading in enumerate(matrix.columns)
    ]
    uncoded = {
        "x": x,
        "y": len(found) * _LEGEND_LINE,
        "colour": "#80808033",
        "lines": "",
        "ink": "#000000",
        "words": translate(say("without any code shown"), language),
        "whole": "",
    }
    return [*found, uncoded]


def _legend_marks() -> list[Spec]:
    swatch = mark(
        "rect",
        "codes",
        {
            "x": field("x"),
            "y": field("y"),
            "width": at(14),
            "height": at(14),
            "cornerRadius": at(2),
            "fill": field("colour"),
        },
        silent=True,
    )
    words = mark(
        "text",
        "codes",
        {
            "x": field("x", offset=22),
            "y": field("y", offset=7),
            "text": field("words"),
            "baseline": at("middle"),
            "limit": at(220),
            "tooltip": field("whole"),
        },
    )
    return [swatch, _lines("codes"), words]
