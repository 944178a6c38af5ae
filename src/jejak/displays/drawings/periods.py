"""A lane for each row with a bar for each period, on one axis of time and one scale.

Columns that are no period (what has no date, or one that is too coarse) stand apart on the right.
"""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import Any

from ...model.shape import Matrix
from ...model.when import UNKNOWN, When, read_when
from ..writing import STATE_SIGNS, cell_text, label
from .marks import Spec, shown_names, top_of
from .palette import colour_of
from .time_axis import time_axis
from .vega import at, cell_told, field, mark, picture

__all__ = ["draw"]

_WIDTH, _LANE, _BAR = 640, 38, 25
_APART, _SLOT, _BREAK = 30, 104, 12
_LABEL, _NUMBERS = 230, 18


def draw(matrix: Matrix, language: str) -> Spec:
    """Lanes of bars; numbers stand on bars that are wide enough."""
    whens = [read_when(heading.when) for heading in matrix.columns]
    places, ticks = _places(matrix, whens, language)
    edge = max((x + wide for x, wide in places), default=_WIDTH)
    names = shown_names(matrix.rows, language)
    top = top_of(matrix)
    data = {
        "ticks": ticks,
        "lanes": [
            {
                "y": _LANE * (row + 1) - 4,
                "middle": _LANE * (row + 1) - 4 - _BAR / 2,
                "words": names[row],
                "whole": heading.path or label(heading.label, language),
            }
            for row, heading in enumerate(matrix.rows)
        ],
        "bars": [
            _bar(matrix, row, column, places[column], top, language)
            for row in range(len(matrix.rows))
            for column in range(len(matrix.columns))
            if matrix.at(row, column).value or matrix.at(row, column).state != "value"
        ],
    }
    height = _LANE * len(matrix.rows)
    return picture(edge, height, data, marks=_marks(edge, height))


def _places(
    matrix: Matrix, whens: list[When], language: str
) -> tuple[list[tuple[float, float]], list[dict[str, Any]]]:
    """Where each column stands and how wide it is; and the names along the top."""
    known = [when for when in whens if when.first and when.last]
    ticks: list[dict[str, Any]] = []
    axis = None
    if known:
        first = min(when.first for when in known if when.first)
        last = max(when.last for when in known if when.last)
        axis = time_axis(first, last, _WIDTH, language)
        ticks = [
            {"x": x, "y": -8, "words": words, "align": "center", "rule": 1}
            for x, words in axis.ticks
        ]
    places = []
    slot = (_WIDTH + _APART) if known else 0
    for heading, when in zip(matrix.columns, whens, strict=True):
        if axis is not None and when != UNKNOWN and when.first and when.last:
            x = axis.at(when.first)
            places.append((round(x, 1), round(max(axis.at(_after(when.last)) - x, 1.5), 1)))
            continue
        places.append((slot, _SLOT - 30))
        words, bracket, more = label(heading.label, language).partition(" (")
        lines = [words, bracket.strip() + more] if more else [words]
        y = -8 - _BREAK * (len(lines) - 1)
        ticks.append({"x": slot, "y": y, "words": lines, "align": "left", "rule": 0})
        slot += _SLOT
    return places, ticks


def _after(day: date) -> date:
    return day + timedelta(1) if day < date.max else day


def _bar(
    matrix: Matrix, row: int, column: int, place: tuple[float, float], top: float, language: str
) -> dict[str, Any]:
    cell = matrix.at(row, column)
    x, wide = place
    gap = 1 if wide > 4 else 0
    amount = abs(cell.value or 0)
    height = _BAR * min(amount / top, 1) if math.isfinite(amount) else _BAR
    words = cell_text(matrix, cell, language) if cell.state == "value" else STATE_SIGNS[cell.state]
    shown = wide >= _NUMBERS or cell.state != "value"
    return {
        **cell_told(matrix, row, column, language),
        "x": x,
        "middle": round(x + (wide - gap) / 2, 1),
        "width": round(wide - gap, 1),
        "y": round(_LANE * (row + 1) - 4 - height, 1),
        "height": round(height, 1),
        "colour": colour_of(matrix.rows[row].colour, row),
        "words": words if shown else "",
    }


def _marks(width: float, height: float) -> list[Spec]:
    grid = mark(
        "rule",
        "ticks",
        {"x": field("x"), "y": at(-4), "y2": at(height), "opacity": field("rule")},
        style="faint",
        silent=True,
    )
    ticks = mark(
        "text",
        "ticks",
        {
            "x": field("x"),
            "y": field("y"),
            "text": field("words"),
            "lineHeight": at(_BREAK),
            "align": field("align"),
            "fontSize": at(10),
            "limit": at(_SLOT - 4),
        },
        style="quiet",
        silent=True,
    )
    lanes = mark(
        "rule", "lanes", {"x": at(0), "x2": at(width), "y": field("y")}, style="faint", silent=True
    )
    names = mark(
        "text",
        "lanes",
        {
            "x": at(-10),
            "y": field("middle"),
            "text": field("words"),
            "align": at("right"),
            "baseline": at("middle"),
            "limit": at(_LABEL),
            "tooltip": field("whole"),
        },
    )
    bars = mark(
        "rect",
        "bars",
        {
            "x": field("x"),
            "width": field("width"),
            "y": field("y"),
            "height": field("height"),
            "fill": field("colour"),
            "tooltip": field("told"),
            "cursor": at("pointer"),
        },
    )
    numbers = mark(
        "text",
        "bars",
        {
            "x": field("middle"),
            "y": field("y", offset=-2),
            "text": field("words"),
            "align": at("center"),
            "baseline": at("bottom"),
            "fontSize": at(9),
        },
        style="quiet",
        silent=True,
    )
    return [grid, lanes, bars, names, ticks, numbers]
