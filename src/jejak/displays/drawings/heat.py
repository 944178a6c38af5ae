"""A matrix as a heat map; numbers stand in the cells as long as there is room.

Colours are ordered by lightness, so that they hold for every kind of colour vision and in print.
"""

from __future__ import annotations

from ...model.shape import Matrix
from .marks import Spec, axis, cell_values, depth_of, shown_names, tooltip, unsummed

__all__ = ["DIVERGING", "SEQUENTIAL", "by_column", "draw"]

# Lightness falls evenly, from near the page's white to a deep teal (after ColorBrewer's BuGn).
SEQUENTIAL = ("#e3f1f0", "#b9dedb", "#86c5c1", "#52a6a5", "#268386", "#0f6168", "#08424a")
# For numbers with a sign: brown below zero, teal above (after ColorBrewer's BrBG).
DIVERGING = ("#8c510a", "#d8b365", "#f6e8c3", "#f2f2f0", "#c7eae5", "#5ab4ac", "#01665e")
ON_LIGHT, ON_DARK, QUIET = "#12312f", "#ffffff", "#808b8a"
_NUMBERS_UPTO = 36
_DARK = 0.55


def draw(matrix: Matrix, language: str) -> Spec:
    """The cells, coloured by their values."""
    rows, columns = shown_names(matrix.rows, language), shown_names(matrix.columns, language)
    values = cell_values(matrix, rows, columns, language)
    numbers = len(columns) <= _NUMBERS_UPTO
    longest = max((len(value["shown"]) for value in values), default=1)
    step = max(18, 9 + longest * 7) if numbers else 15
    place = {
        "x": axis("x", matrix, unsummed(columns, matrix.columns), language, step),
        "y": axis("y", matrix, unsummed(rows, matrix.rows), language, step),
    }
    ground = {
        "mark": {"type": "rect", "aria": False, "color": QUIET, "opacity": 0.07},
        "encoding": {"tooltip": tooltip(matrix, language)},
    }
    cells = {
        "transform": [{"filter": "isValid(datum.value) && datum.value != 0"}],
        "mark": {"type": "rect", "aria": False, "cornerRadius": 2, "cursor": "pointer"},
        "encoding": {"color": _colour(matrix), "tooltip": tooltip(matrix, language)},
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
            "tooltip": tooltip(matrix, language),
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


def by_column(matrix: Matrix, language: str) -> Spec:
    """The same where columns are of several kinds: each is coloured by its own largest amount."""
    spec = draw(matrix, language)
    tops: dict[int, float] = {}
    for (_, column), cell in matrix.cells.items():
        tops[column] = max(tops.get(column, 0), abs(cell.value or 0))
    for one in spec["values"]:
        if one["value"]:
            one["shade"] = abs(one["value"]) / tops[one["column"]]
            one["tone"] = "dark" if one["shade"] > _DARK else "light"
    scale = {"domain": [0, 1], "range": list(SEQUENTIAL)}
    colour = {"field": "shade", "type": "quantitative", "scale": scale, "legend": None}
    spec["layer"][1]["encoding"]["color"] = colour
    return spec


def _colour(matrix: Matrix) -> Spec:
    top = depth_of(matrix)
    colour: Spec = {"field": "value", "type": "quantitative"}
    if matrix.number == "signed":
        scale: Spec = {"domain": [-top, 0, top], "range": list(DIVERGING), "interpolate": "lab"}
        scale |= {"domain": [top * (n - 3) / 3 for n in range(7)], "clamp": True}
    else:
        kind = "sqrt" if matrix.number in ("count", "decimal") else "linear"
        # What is hardly chance is what catches the eye.
        lightness = SEQUENTIAL[::-1] if matrix.number == "chance" else SEQUENTIAL
        scale = {"type": kind, "domain": [0, top], "range": list(lightness)}
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
        "labelOverlap": "greedy",
        "labelSeparation": 6,
    }
    if matrix.number == "share":
        legend["format"] = ".0%"
    elif matrix.number == "count":
        legend |= {"format": "d", "tickMinStep": 1}
    return legend
