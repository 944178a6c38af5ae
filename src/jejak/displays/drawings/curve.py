"""Rows in their order along the bottom: the first column as bars, the others as lines."""

from __future__ import annotations

import json
from typing import Any

from ...model.shape import Matrix
from ..writing import cell_text, label
from .marks import Spec, shown_names
from .palette import CATEGORIES

__all__ = ["draw"]

_WIDTH, _HEIGHT = 640, 300
# The first is that of the bars.
_DASHES = ([1, 0], [1, 0], [6, 3], [2, 2])


def draw(matrix: Matrix, language: str) -> Spec:
    """Bars and lines over one scale; lines are told apart by colour and dash."""
    names = [label(heading.label, language) for heading in matrix.columns]
    short = shown_names(matrix.rows, language)
    bars, lines = (
        [
            _value(matrix, row, column, short[row], names[column], language)
            for column in columns
            for row in range(len(matrix.rows))
            if matrix.at(row, column).value is not None
        ]
        for columns in ((0,), range(1, len(matrix.columns)))
    )
    x: Spec = {
        "field": "place", "type": "ordinal", "axis": {
            "title": label(matrix.row_title, language), "labelExpr": _labels(short), "labelAngle": -40,
            "labelOverlap": True, "labelLimit": 110,
        },
    }  # fmt: skip
    y: Spec = {
        "field": "value", "type": "quantitative", "title": label(matrix.caption.unit, language),
    }  # fmt: skip
    told = [
        {"field": "name", "type": "nominal", "title": label(matrix.row_title, language)},
        {"field": "column_name", "type": "nominal", "title": label(matrix.column_title, language)},
        {"field": "words", "type": "nominal", "title": label(matrix.caption.unit, language)},
    ]
    by: Spec = {
        "color": _scale(names, [CATEGORIES[at % len(CATEGORIES)] for at in range(len(names))]),
    }  # fmt: skip
    dash = _scale(names, [_DASHES[at % len(_DASHES)] for at in range(len(names))])
    return {
        "data": {"values": []},
        "width": _WIDTH,
        "height": _HEIGHT,
        "layer": [
            {
                "data": {"values": bars},
                "mark": {"type": "bar", "opacity": 0.7},
                "encoding": {"x": x, "y": y, **by, "tooltip": told},
            },
            {
                "data": {"values": lines},
                "mark": {"type": "line", "strokeWidth": 2},
                "encoding": {"x": x, "y": y, **by, "strokeDash": dash},
            },
            {
                "data": {"values": lines},
                "mark": {"type": "point", "filled": True, "size": 40},
                "encoding": {"x": x, "y": y, **by, "tooltip": told},
            },
        ],
    }


def _scale(names: list[str], of: list[Any]) -> Spec:
    return {
        "field": "column_name", "type": "nominal", "sort": names, "title": None,
        "scale": {"domain": names, "range": of},
    }  # fmt: skip


def _labels(names: list[str]) -> str:
    return f"{json.dumps(names, ensure_ascii=False)}[datum.value - 1]"


def _value(
    matrix: Matrix, row: int, column: int, name: str, column_name: str, language: str
) -> dict[str, Any]:
    cell = matrix.at(row, column)
    return {
        "row": row, "column": column, "query": cell.query, "place": row + 1, "value": cell.value,
        "name": name, "column_name": column_name, "words": cell_text(matrix, cell, language),
    }  # fmt: skip
