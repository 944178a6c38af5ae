"""Rows over dated columns as lines that rise and fall; a row of events as upright lines."""

from __future__ import annotations

import json
from typing import Any

from ...model.shape import Heading, Matrix
from ...model.when import read_when
from ..growth_gradient import EVENTS, level_names
from ..writing import label
from .marks import Spec
from .palette import CATEGORIES

__all__ = ["draw"]

_WIDTH, _HEIGHT = 640, 320
_SHAPES = ("circle", "square", "diamond", "triangle-up", "triangle-down", "cross")
_DASHES = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3])


def draw(matrix: Matrix, language: str) -> Spec:
    """A line for each case, told apart by colour, shape and dash; critical events behind them."""
    rows = [row for row, heading in enumerate(matrix.rows) if heading.key != EVENTS]
    names = [label(matrix.rows[row].label, language) for row in rows]
    values = [value for row in rows for value in _points(matrix, row, language)]
    events = [
        value
        for row, heading in enumerate(matrix.rows)
        if heading.key == EVENTS
        for value in _points(matrix, row, language)
    ]
    x: Spec = {
        "field": "day", "type": "temporal", "scale": {"type": "utc"},
        "axis": {"format": "%Y-%m", "title": label(matrix.column_title, language),
                 "labelOverlap": True, "tickCount": 8},
    }  # fmt: skip
    told = [
        {"field": "case", "type": "nominal", "title": label(matrix.row_title, language)},
        {"field": "when", "type": "nominal", "title": label(matrix.column_title, language)},
        {"field": "said", "type": "nominal", "title": label(matrix.caption.title, language)},
    ]
    by = {
        "color": {"field": "case", "type": "nominal", "sort": names, "title": None,
                  "scale": {"domain": names, "range": _cycled(CATEGORIES, len(names))}},
    }  # fmt: skip
    dash = {"field": "case", "type": "nominal", "sort": names, "title": None,
            "scale": {"domain": names, "range": _cycled(_DASHES, len(names))}}  # fmt: skip
    shape = {"field": "case", "type": "nominal", "sort": names, "title": None,
             "scale": {"domain": names, "range": _cycled(_SHAPES, len(names))}}  # fmt: skip
    y = _levels(matrix, values)
    return {
        "data": {"values": []},
        "width": _WIDTH,
        "height": _HEIGHT,
        "layer": [
            {
                "data": {"values": events},
                "mark": {"type": "rule", "strokeDash": [3, 3], "strokeWidth": 1.5,
                         "color": "#8a6d3b"},
                "encoding": {"x": x, "tooltip": told[1:]},
            },
            {
                "data": {"values": events},
                "mark": {"type": "text", "angle": 270, "align": "right", "baseline": "bottom",
                         "dx": -4, "dy": -3, "fontSize": 11, "limit": _HEIGHT - 12},
                "encoding": {"x": x, "y": {"value": 0},
                             "text": {"field": "said", "type": "nominal"}},
            },
            {
                "data": {"values": values},
                "mark": {"type": "line", "interpolate": "linear", "strokeWidth": 2},
                "encoding": {"x": x, "y": y, **by, "strokeDash": dash},
            },
            {
                "data": {"values": values},
                "mark": {"type": "point", "filled": True, "size": 90},
                "encoding": {"x": x, "y": y, **by, "shape": shape, "tooltip": told},
            },
        ],
    }  # fmt: skip


def _cycled(of: Any, count: int) -> list[Any]:
    return [of[at % len(of)] for at in range(count)]


def _points(matrix: Matrix, row: int, language: str) -> list[dict[str, Any]]:
    found = []
    for column, heading in enumerate(matrix.columns):
        cell = matrix.at(row, column)
        if cell.value is None:
            continue
        said = [label(part, language) for part in matrix.said.get((row, column), ())]
        found.append(
            {
                "row": row, "column": column, "query": cell.query, "day": _day(heading),
                "value": cell.value, "case": label(matrix.rows[row].label, language),
                "when": label(heading.label, language), "said": ", ".join(said),
            }
        )  # fmt: skip
    return found


def _day(heading: Heading) -> str:
    """The middle of the days that a date can mean, or its one known end."""
    when = read_when(heading.when)
    first, last = when.first, when.last
    if first is None or last is None:
        return str(first or last)
    return (first + (last - first) / 2).isoformat()


def _levels(matrix: Matrix, values: list[dict[str, Any]]) -> Spec:
    words = dict(enumerate(level_names(matrix), 1))
    top = max([*words, *(int(value["value"]) for value in values)], default=1)
    spots = list(range(1, top + 1))
    labels = json.dumps([words.get(spot, str(spot)) for spot in spots], ensure_ascii=False)
    return {
        "field": "value",
        "type": "quantitative",
        "scale": {"domain": [0.7, top + 0.3], "nice": False, "zero": False},
        "axis": {"values": spots, "labelExpr": f"{labels}[datum.value - 1]", "title": None,
                 "labelLimit": 140},
    }  # fmt: skip
