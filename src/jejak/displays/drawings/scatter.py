"""Rows as points: the first column across, the second upwards, groups by shape as well as colour.

Rows at the same place are set side by side around it, so that none hides another. A row without one
of the two numbers is not drawn. Over time, the rows of a group are joined by arrows in their order.
"""

from __future__ import annotations

import math
from typing import Any

from ...model.shape import Matrix
from ..writing import label, number_text, whole_label
from .labels import OVERHANG, place_labels
from .marks import Spec
from .number_axis import NumberAxis, number_axis
from .palette import CATEGORIES
from .timeline import SHAPES
from .vega import at, field, mark, picture

__all__ = ["draw", "over_time"]

_WIDTH, _HEIGHT = 560.0, 420.0
_RADIUS, _LONGEST, _NAMED = 5.0, 28, 120
# An arrowhead: so long, and so far to either side.
_HEAD, _BARB = 7.0, 3.5


def draw(matrix: Matrix, language: str) -> Spec:
    """Points with their names (as long as they are not too many), and two axes."""
    return _drawn(matrix, language, joined=False)


def over_time(matrix: Matrix, language: str) -> Spec:
    """The same, each group a line of arrows from its first row to its last."""
    return _drawn(matrix, language, joined=True)


def _drawn(matrix: Matrix, language: str, *, joined: bool) -> Spec:
    rows = [
        row
        for row in range(len(matrix.rows))
        if all(_value(matrix, row, column) is not None for column in (0, 1))
    ]
    spots = [(_value(matrix, row, 0) or 0.0, _value(matrix, row, 1) or 0.0) for row in rows]
    across = number_axis([x for x, _ in spots], _WIDTH, whole=_whole(spots, 0))
    up = number_axis([y for _, y in spots], _HEIGHT, whole=_whole(spots, 1), room=45)
    points = _beside([(across.at(x), _HEIGHT - up.at(y)) for x, y in spots])
    names = [_short(label(matrix.rows[row].label, language)) for row in rows]
    groups = list(dict.fromkeys(label(matrix.rows[row].group, language) for row in rows))
    values = []
    for row, (x, y) in zip(rows, points, strict=True):
        number = groups.index(label(matrix.rows[row].group, language))
        values.append(
            {
                "row": row,
                "column": 0,
                "group": number,
                "x": round(x, 1),
                "y": round(y, 1),
                "colour": CATEGORIES[number % len(CATEGORIES)] if len(groups) > 1 else "#268386",
                "shape": SHAPES[number % len(SHAPES)],
                "told": _told(matrix, row, language),
            }
        )
    data = {
        "points": values,
        "names": _names(values, points, names) if len(values) <= _NAMED else [],
        "across": _ticks(across, language),
        "up": [{**tick, "y": _HEIGHT - tick["x"]} for tick in _ticks(up, language)],
        "titles": [
            {"words": label(heading.label, language), "side": side}
            for side, heading in enumerate(matrix.columns[:2])
        ],
        "groups": [
            {
                "y": 20 * (number + 0.5),
                "words": group,
                "colour": CATEGORIES[number % len(CATEGORIES)],
                "shape": SHAPES[number % len(SHAPES)],
            }
            for number, group in enumerate(groups if len(groups) > 1 else [])
        ],
    }
    data["across_title"] = [one for one in data["titles"] if one["side"] == 0]
    data["up_title"] = [one for one in data.pop("titles") if one["side"] == 1]
    data["steps"] = _steps(values, spots) if joined else []
    return picture(_WIDTH, _HEIGHT, data, marks=_marks())


def _steps(values: list[dict[str, Any]], spots: list[tuple[float, float]]) -> list[dict[str, Any]]:
    """An arrow from each point to the next of the same group, unless that stands where it stood;
    between their edges, not their middles."""
    last: dict[int, tuple[dict[str, Any], tuple[float, float]]] = {}
    steps = []
    for value, spot in zip(values, spots, strict=True):
        before, stood = last.get(value["group"], (value, spot))
        last[value["group"]] = value, spot
        if stood == spot:
            continue
        across, up = value["x"] - before["x"], value["y"] - before["y"]
        length = math.hypot(across, up)
        if length <= 2 * _RADIUS + _HEAD:
            continue
        across, up = across / length, up / length
        x, y = value["x"] - (_RADIUS + 1) * across, value["y"] - (_RADIUS + 1) * up
        back_x, back_y = x - _HEAD * across, y - _HEAD * up
        steps.append(
            {
                "row": value["row"], "column": 0, "colour": value["colour"],
                "path": f"M{before['x']:.1f},{before['y']:.1f}L{x:.1f},{y:.1f}"
                f"M{back_x - _BARB * up:.1f},{back_y + _BARB * across:.1f}L{x:.1f},{y:.1f}"
                f"L{back_x + _BARB * up:.1f},{back_y - _BARB * across:.1f}",
            }
        )  # fmt: skip
    return steps


def _value(matrix: Matrix, row: int, column: int) -> float | None:
    cell = matrix.at(row, column)
    return cell.value if cell.value is not None and math.isfinite(cell.value) else None


def _whole(spots: list[tuple[float, float]], side: int) -> bool:
    return all(float(spot[side]).is_integer() for spot in spots)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _beside(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The same points, those at one place in a spiral around it."""
    seen: dict[tuple[int, int], int] = {}
    moved = []
    for x, y in points:
        place = (round(x), round(y))
        number = seen[place] = seen.get(place, -1) + 1
        reach = 2.1 * _RADIUS * math.sqrt(number)
        turn = 2.4 * number
        moved.append((x + reach * math.cos(turn), y + reach * math.sin(turn)))
    return moved


def _told(matrix: Matrix, row: int, language: str) -> dict[str, str]:
    heading = matrix.rows[row]
    name = heading.path or label(heading.label, language)
    if heading.when:
        name = label(whole_label(heading), language)
    told = {label(matrix.row_title, language): name}
    for column, across in enumerate(matrix.columns[:2]):
        words = number_text(matrix.at(row, column).value, matrix.number, language)
        told[label(across.label, language)] = words
    return told


def _names(
    values: list[dict[str, Any]], points: list[tuple[float, float]], names: list[str]
) -> list[dict[str, Any]]:
    # Names may reach over both edges of the plane that they are placed in; the axis stands on the left.
    inside = [(x - OVERHANG, y) for x, y in points]
    places = place_labels(inside, [_RADIUS] * len(points), names, _WIDTH - OVERHANG)
    return [
        {
            **value,
            "x": round(place.x + OVERHANG, 1),
            "y": round(place.y, 1),
            "align": place.align,
            "words": name,
            "path": f"M{x:.1f},{y:.1f}L{place.x + OVERHANG:.1f},{place.y:.1f}" if place.led else "",
        }
        for value, place, name, (x, y) in zip(values, places, names, points, strict=True)
    ]


def _ticks(axis: NumberAxis, language: str) -> list[dict[str, Any]]:
    return [
        {"x": round(axis.at(tick), 1), "words": number_text(tick, "mixed", language)}
        for tick in axis.ticks
    ]


def _marks() -> list[Spec]:
    grid = {"style": "faint", "silent": True}
    quiet = {"style": "quiet", "silent": True}
    point = {
        "x": field("x"),
        "y": field("y"),
        "shape": field("shape"),
        "fill": field("colour"),
        "size": at(math.pi * _RADIUS**2),
    }
    name = {
        "x": field("x"),
        "y": field("y"),
        "text": field("words"),
        "align": field("align"),
        "baseline": at("middle"),
        "tooltip": field("told"),
        "cursor": at("pointer"),
    }
    beside = {"y": field("y"), "text": field("words"), "baseline": at("middle")}
    below = {"x": field("x"), "text": field("words"), "align": at("center"), "baseline": at("top")}
    return [
        _of("rule", "across", {"x": field("x"), "y": at(0), "y2": at(_HEIGHT)}, grid),
        _of("rule", "up", {"y": field("y"), "x": at(0), "x2": at(_WIDTH)}, grid),
        _of("text", "across", below | {"y": at(_HEIGHT + 8), "fontSize": at(10)}, quiet),
        _of("text", "up", beside | {"x": at(-8), "align": at("right"), "fontSize": at(10)}, quiet),
        _of(
            "text",
            "across_title",
            {"x": at(_WIDTH), "y": at(_HEIGHT + 26), "text": field("words"), "align": at("right"),
             "baseline": at("top")},
            quiet,
        ),
        _of("text", "up_title", {"x": at(-30), "y": at(-12), "text": field("words")}, quiet),
        _of("path", "names", {"path": field("path")}, grid),
        _of(
            "path",
            "steps",
            {"path": field("path"), "stroke": field("colour"), "strokeWidth": at(1.5)},
            {"silent": True},
        ),
        mark(
            "symbol",
            "points",
            point | {"tooltip": field("told"), "cursor": at("pointer")},
            style="edge",
        ),
        mark("text", "names", name),
        mark("symbol", "groups", point | {"x": at(_WIDTH + 30)}, style="edge", silent=True),
        mark("text", "groups", beside | {"x": at(_WIDTH + 42)}, silent=True),
    ]  # fmt: skip


def _of(kind: str, data: str, channels: dict[str, Spec], how: dict[str, Any]) -> Spec:
    return mark(kind, data, channels, **how)
