"""A lane for each row with a mark wherever it has something, along columns that are in order."""

from __future__ import annotations

from typing import Any

from ...model.shape import Matrix
from ..writing import label
from .marks import Spec, top_of
from .palette import colour_of
from .vega import at, cell_told, field, mark, picture

__all__ = ["draw"]

_WIDEST, _LANE, _THIN, _THICK = 720, 22, 5, 16
_LABEL, _TICK = 240, 76


def draw(matrix: Matrix, language: str) -> Spec:
    """Lanes; a mark is the higher the more its cell holds."""
    step = min(40.0, _WIDEST / len(matrix.columns))
    width, height = round(step * len(matrix.columns), 2), _LANE * len(matrix.rows)
    data = {
        "lanes": _lanes(matrix, language),
        "marks": _marks(matrix, step, language),
        "ticks": _ticks(matrix, step, language),
        "titles": [{"words": label(matrix.column_title, language)}],
    }
    return picture(width, height, data, marks=_drawn(width, height))


def _drawn(width: float, height: float) -> list[Spec]:
    lane = mark(
        "rule", "lanes", {"x": at(0), "x2": at(width), "y": field("y")}, style="faint", silent=True
    )
    names = mark(
        "text",
        "lanes",
        {
            "x": at(-10),
            "y": field("y"),
            "text": field("words"),
            "align": at("right"),
            "baseline": at("middle"),
            "limit": at(_LABEL),
            "tooltip": field("whole"),
        },
    )
    grid = mark(
        "rule",
        "ticks",
        {"x": field("x"), "y": at(-4), "y2": at(height), "strokeDash": at([1, 3])},
        style="faint",
        silent=True,
    )
    ticks = mark(
        "text",
        "ticks",
        {
            "x": field("x"),
            "y": at(-8),
            "text": field("words"),
            "fontSize": at(10),
            "limit": at(_TICK),
        },
        style="quiet",
        silent=True,
    )
    title = mark(
        "text",
        "titles",
        {"x": at(0), "y": at(-24), "text": field("words"), "fontSize": at(11)},
        style="quiet",
        silent=True,
    )
    boxes = mark(
        "rect",
        "marks",
        {
            "x": field("x"),
            "width": field("width"),
            "y": field("y"),
            "height": field("height"),
            "fill": field("colour"),
            "cornerRadius": at(1),
            "tooltip": field("told"),
            "cursor": at("pointer"),
        },
    )
    return [grid, lane, boxes, names, ticks, title]


def _middle(row: int) -> float:
    return _LANE * (row + 0.5)


def _lanes(matrix: Matrix, language: str) -> list[dict[str, Any]]:
    return [
        {
            "y": _middle(row),
            "words": label(heading.label, language),
            "whole": heading.path or label(heading.label, language),
        }
        for row, heading in enumerate(matrix.rows)
    ]


def _marks(matrix: Matrix, step: float, language: str) -> list[dict[str, Any]]:
    top = top_of(matrix)
    found = []
    for (row, column), cell in sorted(matrix.cells.items()):
        if not cell.value:
            continue
        height = _THIN + (_THICK - _THIN) * min(abs(cell.value) / top, 1)
        found.append(
            {
                **cell_told(matrix, row, column, language),
                "x": round(column * step, 2),
                "width": round(max(step - (1 if step > 5 else 0), 1), 2),
                "y": round(_middle(row) - height / 2, 2),
                "height": round(height, 2),
                "colour": colour_of(matrix.rows[row].colour, row),
            }
        )
    return found


def _ticks(matrix: Matrix, step: float, language: str) -> list[dict[str, Any]]:
    """So many of the columns named that their names have room."""
    every = max(1, -(-_TICK // step))
    return [
        {"x": round(column * step, 2), "words": label(heading.label, language)}
        for column, heading in enumerate(matrix.columns)
        if column % every == 0
    ]
