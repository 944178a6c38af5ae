"""A matrix whose first two columns are places, as a map: each row a point as large as its total.

Rows of another group than the first are diamonds and the axes are drawn: a map of rows and columns.
"""

from __future__ import annotations

from typing import Any

from ...model.shape import Matrix
from ..writing import label, number_text
from .labels import Place, place_labels
from .marks import Spec
from .palette import colour_of
from .vega import at, field, mark, picture

__all__ = ["draw"]

_WIDTH = 640.0
_SHORTEST, _TALLEST = 300.0, 640.0
_SMALL, _LARGE, _OTHERS = 4.0, 13.0, 8.0
_LONGEST = 32


def draw(matrix: Matrix, language: str) -> Spec:
    """Points with their names; nearness on the picture is that of the numbers."""
    places, height, origin = _fitted(matrix)
    radii = _radii(matrix)
    names = [_short(label(heading.label, language)) for heading in matrix.rows]
    labels = place_labels(places, radii, names, _WIDTH)
    groups = [label(heading.group, language) for heading in matrix.rows]
    two = len(set(groups)) > 1
    values = []
    for row, (heading, (x, y), radius) in enumerate(zip(matrix.rows, places, radii, strict=True)):
        other = two and groups[row] != groups[0]
        wide = min(radius, _OTHERS) if other else radius
        values.append(
            {
                "row": row,
                "column": 0,
                "x": round(x, 1),
                "y": round(y, 1),
                "size": round((2 * wide) ** 2 * (0.9 if other else 0.785), 1),
                "shape": "diamond" if other else "circle",
                "colour": "" if other else colour_of(heading.colour, row),
                "name": names[row],
                "heavy": "bold" if other else "normal",
                "told": _told(matrix, row, language),
                **_label(labels[row], x, y),
            }
        )
    own = [value for value in values if value["colour"]]
    data: dict[str, list[dict[str, Any]]] = {
        "own": own,
        "other": [value for value in values if not value["colour"]],
        "names": values,
        "lines": [value for value in values if value["led"]],
        "axes": _axes(matrix, origin, height, language) if two else [],
    }
    return picture(_WIDTH, height, data, marks=_marks())


def _fitted(matrix: Matrix) -> tuple[list[tuple[float, float]], float, tuple[float, float]]:
    """Places in pixels, both axes in one scale; how high that is; where the origin is."""
    spots = [(_value(matrix, row, 0), _value(matrix, row, 1)) for row in range(len(matrix.rows))]
    low = [min(spot[axis] for spot in spots) for axis in (0, 1)]
    high = [max(spot[axis] for spot in spots) for axis in (0, 1)]
    wide, tall = (max(high[axis] - low[axis], 1e-9) for axis in (0, 1))
    scale = min(_WIDTH / wide, (_TALLEST - 40) / tall)
    if tall * scale < 1e-3:
        scale = _WIDTH / wide
    height = min(max(tall * scale + 40, _SHORTEST), _TALLEST)
    left = (_WIDTH - wide * scale) / 2
    top = (height - tall * scale) / 2

    def to_pixels(x: float, y: float) -> tuple[float, float]:
        return left + (x - low[0]) * scale, top + (high[1] - y) * scale

    return [to_pixels(*spot) for spot in spots], height, to_pixels(0, 0)


def _value(matrix: Matrix, row: int, column: int) -> float:
    return (matrix.at(row, column).value or 0.0) if column < len(matrix.columns) else 0.0


def _radii(matrix: Matrix) -> list[float]:
    """Areas in proportion to the totals, but for the least, which must be seen."""
    totals = [max(total or 0.0, 0.0) for total in matrix.row_totals] or [1.0] * len(matrix.rows)
    top = max(totals) or 1.0
    return [max(_SMALL, _LARGE * float((total / top) ** 0.5)) for total in totals]


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _label(place: Place, x: float, y: float) -> dict[str, Any]:
    return {
        "label_x": round(place.x, 1),
        "label_y": round(place.y, 1),
        "align": place.align,
        "led": place.led,
        "path": f"M{x:.1f},{y:.1f}L{place.x:.1f},{place.y:.1f}",
    }


def _told(matrix: Matrix, row: int, language: str) -> dict[str, str]:
    heading = matrix.rows[row]
    told = {label(matrix.row_title, language): heading.path or label(heading.label, language)}
    if matrix.row_totals:
        total = number_text(matrix.row_totals[row], matrix.total_number, language)
        told[label(matrix.row_total, language)] = total
    for column, across in enumerate(matrix.columns[:2]):
        value = number_text(matrix.at(row, column).value, matrix.number, language)
        told[label(across.label, language)] = value
    return told


def _axes(
    matrix: Matrix, origin: tuple[float, float], height: float, language: str
) -> list[dict[str, Any]]:
    x, y = min(max(origin[0], 0), _WIDTH), min(max(origin[1], 0), height)
    names = [label(heading.label, language) for heading in matrix.columns[:2]]
    across = {
        "path": f"M-40,{y:.1f}H{_WIDTH + 40:g}",
        "name": names[0],
        "x": _WIDTH + 40,
        "y": y - 8,
    }
    down = {"path": f"M{x:.1f},-20V{height + 20:g}", "x": x, "y": -30}
    return [
        across | {"align": "right"},
        down | {"name": names[1] if len(names) > 1 else "", "align": "center"},
    ]


def _marks() -> list[Spec]:
    spot = {"x": field("x"), "y": field("y")}
    path = {"path": field("path")}
    point = {
        **spot,
        "size": field("size"),
        "shape": field("shape"),
        "tooltip": field("told"),
        "cursor": at("pointer"),
    }
    filled = {"fill": field("colour"), "fillOpacity": at(0.85)}
    title = {**spot, "text": field("name"), "align": field("align")}
    name = {
        "x": field("label_x"),
        "y": field("label_y"),
        "text": field("name"),
        "align": field("align"),
        "baseline": at("middle"),
        "fontWeight": field("heavy"),
        "tooltip": field("told"),
        "cursor": at("pointer"),
    }
    return [
        mark("path", "axes", path, style="faint", silent=True),
        mark("text", "axes", title, style="quiet", silent=True),
        mark("path", "lines", path, style="faint", silent=True),
        mark("symbol", "own", point | filled, style="faint"),
        mark("symbol", "other", point, style="ink"),
        mark("text", "names", name),
    ]
