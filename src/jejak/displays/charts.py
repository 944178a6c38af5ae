"""Charts of matrices as Vega-Lite specifications (version 6): plain values, no addresses.

One column is drawn as bars, several as a heat map. Colours are ordered by lightness, so that they
hold for every kind of colour vision and in print; numbers stand in the cells as long as there is
room. Letters and background are left to whoever draws.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from textwrap import wrap
from typing import Any

from ..i18n import translate
from ..model.message import say
from ..model.shape import Cell, Heading, Matrix
from .writing import STATE_SIGNS, STATE_WORDS, cell_text, label

__all__ = ["chart"]

Spec = dict[str, Any]

# Lightness falls evenly, from near the page's white to a deep teal (after ColorBrewer's BuGn).
SEQUENTIAL = ("#e3f1f0", "#b9dedb", "#86c5c1", "#52a6a5", "#268386", "#0f6168", "#08424a")
# For numbers with a sign: brown below zero, teal above (after ColorBrewer's BrBG).
DIVERGING = ("#8c510a", "#d8b365", "#f6e8c3", "#f2f2f0", "#c7eae5", "#5ab4ac", "#01665e")
ON_LIGHT, ON_DARK, QUIET = "#12312f", "#ffffff", "#808b8a"
_NUMBERS_UPTO = 36
_LETTER = 6.8
# A name that is longer is cut: it would leave no room for the chart, and take minutes to measure.
_LONGEST = 120
# Spaces at the beginning are cut off, unless something that is not seen stands before them.
_INDENT, _UNSEEN = "\u2003", "\u200b"


def chart(matrix: Matrix, language: str) -> Spec | None:
    """The chart of a matrix with its texts in ``language``; ``None`` where there is nothing to draw.

    Each mark's values carry ``row`` and ``column`` (indices), ``row_key``, ``column_key`` and
    ``query``, so that a click leads to the words.
    """
    if not matrix.rows or not matrix.columns:
        return None
    rows, columns = _names(matrix.rows, language), _names(matrix.columns, language)
    draw = _bars if len(matrix.columns) == 1 else _heat
    spec = draw(matrix, rows, columns, language)
    return {"title": _title(matrix, rows, language), "data": {"values": spec.pop("values")}, **spec}


def _title(matrix: Matrix, rows: list[str], language: str) -> Spec:
    width = max(60, min(110, len(matrix.columns) * 4 + max(map(len, rows))))
    lines = [label(matrix.caption.unit, language)]
    if matrix.caption.filter:
        lines.append(translate(say("Filter: {query}", query=matrix.caption.filter), language))
    states = sorted({cell.state for cell in matrix.cells.values()} - {"value"})
    lines += [f"{STATE_SIGNS[s]} {translate(STATE_WORDS[s], language)}" for s in states]
    return {
        "text": wrap(label(matrix.caption.title, language), width) or [""],
        "subtitle": [part for line in lines for part in wrap(line, width)],
        "anchor": "start",
        "frame": "group",
        "offset": 14,
        "subtitlePadding": 6,
    }


def _names(headings: tuple[Heading, ...], language: str) -> list[str]:
    """What is shown, nested ones set in; the same words twice are told apart by what is not seen."""
    seen: dict[str, int] = {}
    names = []
    for heading in headings:
        set_in = _UNSEEN + _INDENT * heading.depth if heading.depth else ""
        shown = label(heading.label, language)
        name = set_in + (shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…")
        times = seen[name] = seen.get(name, -1) + 1
        names.append(name + _UNSEEN * times)
    return names


# --- values ---


def _values(
    matrix: Matrix, rows: list[str], columns: list[str], language: str
) -> list[dict[str, Any]]:
    top = _top(matrix)
    found = []
    for row, y in enumerate(rows):
        for column, x in enumerate(columns):
            cell = matrix.at(row, column)
            found.append(
                {
                    "x": x,
                    "y": y,
                    "row": row,
                    "column": column,
                    "row_key": matrix.rows[row].key,
                    "column_key": matrix.columns[column].key,
                    "value": cell.value if cell.state == "value" else None,
                    "text": cell_text(matrix, cell, language),
                    "shown": _sign(matrix, cell, language),
                    "tone": _tone(matrix, cell, top),
                    "query": cell.query,
                }
                | ({"note": label(cell.note, language)} if cell.note else {})
            )
    return found


def _top(matrix: Matrix) -> float:
    if matrix.number == "presence":
        return 1
    amounts = [abs(c.value) for c in matrix.cells.values() if c.value is not None]
    finite = [amount for amount in amounts if math.isfinite(amount)]
    return max(finite, default=0) or 1


def _sign(matrix: Matrix, cell: Cell, language: str) -> str:
    """What stands in a small cell: a number, or a sign for a state; nothing for 0 of a sparse one."""
    if cell.state != "value":
        return STATE_SIGNS[cell.state]
    if matrix.number == "presence":
        return "●" if cell.value else ""
    return cell_text(matrix, cell, language) if cell.value else "·"


def _tone(matrix: Matrix, cell: Cell, top: float) -> str:
    """What the letters stand on: a dark cell, a light one, or none."""
    if cell.state != "value" or not cell.value:
        return "none"
    share = min(abs(cell.value) / top, 1)
    if matrix.number in ("count", "decimal"):
        share = math.sqrt(share)
    return "dark" if share > 0.55 else "light"


# --- heat map ---


def _heat(matrix: Matrix, rows: list[str], columns: list[str], language: str) -> Spec:
    values = _values(matrix, rows, columns, language)
    numbers = len(columns) <= _NUMBERS_UPTO
    longest = max((len(value["shown"]) for value in values), default=1)
    step = max(18, 9 + longest * 7) if numbers else 15
    place = {
        "x": _axis("x", matrix, columns, language, step),
        "y": _axis("y", matrix, rows, language, step),
    }
    ground = {
        "mark": {"type": "rect", "aria": False, "color": QUIET, "opacity": 0.07},
        "encoding": {"tooltip": _tooltip(matrix, language)},
    }
    cells = {
        "transform": [{"filter": "isValid(datum.value) && datum.value != 0"}],
        "mark": {"type": "rect", "aria": False, "cornerRadius": 2, "cursor": "pointer"},
        "encoding": {"color": _colour(matrix), "tooltip": _tooltip(matrix, language)},
    }
    letters: Spec = {
        "mark": {"type": "text", "aria": False, "fontSize": 11, "cursor": "pointer"},
        "encoding": {
            "text": {"field": "shown", "type": "nominal"},
            "color": {
                "condition": [
                    {"test": "datum.tone == 'dark'", "value": ON_DARK},
                    {"test": "datum.tone == 'light'", "value": ON_LIGHT},
                ],
                "value": QUIET,
            },
            "tooltip": _tooltip(matrix, language),
        },
    }
    if not numbers:
        letters["transform"] = [{"filter": "!isValid(datum.value)"}]
    return {
        "values": values,
        "width": {"step": step},
        "height": {"step": 22 if numbers else 15},
        "encoding": place,
        "layer": [ground, cells, letters],
        "view": {"stroke": None},
    }


def _axis(channel: str, matrix: Matrix, names: list[str], language: str, step: int) -> Spec:
    across = channel == "x"
    title = matrix.column_title if across else matrix.row_title
    longest = max(map(len, names))
    steep = across and longest * _LETTER > step - 4
    axis: Spec = {
        "title": label(title, language),
        "orient": "top" if across else "left",
        "domain": False,
        "ticks": False,
        "labelPadding": 6,
        "labelLimit": 260,
        "grid": False,
        "titleAnchor": "start",
        "titlePadding": 10,
    }
    if across:
        axis["labelAngle"] = -60 if steep else 0
        axis["labelAlign"] = "left" if steep else "center"
        axis["labelBaseline"] = "middle" if steep else "bottom"
    else:
        axis |= {
            "labelAlign": "left",
            "labelPadding": min(longest * _LETTER, 260) + 8,
            "titleAngle": 0,
            "titleAlign": "left",
            "titleBaseline": "bottom",
            "titleY": -8,
            "titleX": -(min(longest * _LETTER, 260) + 8),
        }
        if any(name.startswith(_UNSEEN) for name in names):
            strong = {"test": f"indexof(datum.label, '{_UNSEEN}') != 0", "value": 600}
            axis["labelFontWeight"] = {"condition": strong, "value": 400}
    return {
        "field": channel,
        "type": "ordinal",
        "sort": None,
        "scale": {"domain": names, "paddingInner": 0.06, "paddingOuter": 0},
        "axis": axis,
    }


def _colour(matrix: Matrix) -> Spec:
    top = _top(matrix)
    colour: Spec = {"field": "value", "type": "quantitative"}
    if matrix.number == "signed":
        scale: Spec = {"domain": [-top, 0, top], "range": list(DIVERGING), "interpolate": "lab"}
        scale["domain"] = [top * (n - 3) / 3 for n in range(7)]
    else:
        kind = "sqrt" if matrix.number in ("count", "decimal") else "linear"
        scale = {"type": kind, "domain": [0, top], "range": list(SEQUENTIAL)}
    colour["scale"] = scale
    colour["legend"] = None if matrix.number == "presence" else _legend(matrix)
    return colour


def _legend(matrix: Matrix) -> Spec:
    legend: Spec = {
        "title": None,
        "orient": "right",
        "gradientLength": 120,
        "gradientThickness": 10,
        "offset": 20,
        "tickCount": 4,
    }
    if matrix.number == "share":
        legend["format"] = ".0%"
    elif matrix.number == "count":
        legend |= {"format": "d", "tickMinStep": 1}
    return legend


def _tooltip(matrix: Matrix, language: str) -> list[Mapping[str, str]]:
    named = {
        "y": label(matrix.row_title, language),
        "x": label(matrix.column_title, language),
        "text": label(matrix.caption.unit, language),
    }
    return [{"field": field, "type": "nominal", "title": title} for field, title in named.items()]


# --- bars ---


def _bars(matrix: Matrix, rows: list[str], columns: list[str], language: str) -> Spec:
    top = _top(matrix)
    amount = {
        "field": "value",
        "type": "quantitative",
        "scale": {"domain": [min(0, _least(matrix)), top]},
        "axis": {
            "title": label(matrix.caption.unit, language),
            "orient": "bottom",
            "grid": True,
            "gridOpacity": 0.5,
            "domain": False,
            "tickCount": 5,
            "format": ".0%" if matrix.number == "share" else ("d" if top >= 5 else ""),
        },
    }
    names = _axis("y", matrix, rows, language, 20)
    names["scale"] |= {"paddingInner": 0.25}
    tooltip = _tooltip(matrix, language)
    return {
        "values": _values(matrix, rows, columns, language),
        "width": 460,
        "height": {"step": 20},
        "encoding": {"y": names, "tooltip": tooltip},
        "layer": [
            {
                "mark": {
                    "type": "bar",
                    "cornerRadiusEnd": 2,
                    "color": "#268386",
                    "cursor": "pointer",
                },
                "encoding": {"x": amount},
            },
            {
                "mark": {"type": "text", "aria": False, "align": "left", "dx": 5, "fontSize": 11},
                "encoding": {"x": amount, "text": {"field": "text", "type": "nominal"}},
            },
        ],
        "view": {"stroke": None},
    }


def _least(matrix: Matrix) -> float:
    return min((c.value for c in matrix.cells.values() if c.value is not None), default=0)
