"""Rows that say when they were, each on a line of its own along one axis of time.

Kinds are told apart by shape and colour; what is known to the day is a point, all else a bar.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from ...i18n import translate
from ...model.message import say
from ...model.shape import Heading, Matrix
from ...model.when import When, read_when
from ..writing import label
from .marks import Spec
from .palette import CATEGORIES
from .time_axis import TimeAxis, time_axis
from .vega import at, cell_told, field, mark, picture

__all__ = ["SHAPES", "draw"]

_WIDTH, _LINE, _BAR, _POINT = 640, 22, 9, 90
_LABEL, _LEGEND = 320, 22
SHAPES = ("circle", "diamond", "square", "triangle-up", "triangle-down", "cross", "triangle-right", "triangle-left")  # fmt: skip


def draw(matrix: Matrix, language: str) -> Spec:
    """Points and bars with their names, an axis above, kinds below it."""
    dated = [
        (row, heading, when)
        for row, heading in enumerate(matrix.rows)
        if (when := read_when(heading.when)).known
    ]
    whens = [when for _, _, when in dated]
    axis = time_axis(*_limits(whens), _WIDTH, language)
    groups = list(dict.fromkeys(label(heading.group, language) for _, heading, _ in dated))
    values = [
        _value(matrix, line, row, heading, when, axis, groups, language)
        for line, (row, heading, when) in enumerate(dated)
    ]
    height = max(len(values), 1) * _LINE
    data = {
        "ticks": [{"x": x, "words": words} for x, words in axis.ticks],
        "bars": [value for value in values if value["long"]],
        "points": [value for value in values if not value["long"]],
        "open": [end for value in values for end in value.pop("ends")],
        "names": values,
        "kinds": _kinds(groups),
    }
    return picture(_WIDTH, height, data, marks=_marks(height))


def _limits(whens: Sequence[When]) -> tuple[date, date]:
    """The first and the last day that is known of any."""
    days = [day for when in whens for day in (when.first, when.last) if day is not None]
    return (min(days), max(days)) if days else (date(2000, 1, 1), date(2000, 12, 31))


def _value(
    matrix: Matrix,
    line: int,
    row: int,
    heading: Heading,
    when: When,
    axis: TimeAxis,
    groups: list[str],
    language: str,
) -> dict[str, Any]:
    start = 0.0 if when.first is None else axis.at(when.first)
    finish = axis.width if when.last is None else axis.at(_after(when.last))
    y = _LINE * (line + 0.5)
    long = finish - start > _BAR
    middle = (start + finish) / 2
    edge = (_BAR / 2 if not long else 0) + 7
    right = finish < axis.width * 0.62
    number = groups.index(label(heading.group, language))
    told = cell_told(matrix, row, 0, language)
    told["told"] = {
        label(heading.group, language): label(heading.label, language),
        translate(say("When"), language): translate(when.words(), language),
        **dict(list(told["told"].items())[-1:]),
    }
    ends = [
        {"x": x, "y": y, "shape": shape, "colour": CATEGORIES[number % len(CATEGORIES)]}
        for x, shape, is_open in (
            (0, "triangle-left", when.first is None),
            (axis.width, "triangle-right", when.last is None),
        )
        if is_open
    ]
    return {
        **told,
        "x": round(start if long else middle, 1),
        "middle": round(middle, 1),
        "width": round(finish - start, 1),
        "y": y,
        "top": y - _BAR / 2,
        "long": long,
        "beside": round((finish if long else middle) + edge if right else (start if long else middle) - edge, 1),
        "align": "left" if right else "right",
        "words": label(heading.label, language),
        "colour": CATEGORIES[number % len(CATEGORIES)],
        "shape": SHAPES[number % len(SHAPES)],
        "ends": ends,
    }  # fmt: skip


def _after(day: date) -> date:
    return day + timedelta(1) if day < date.max else day


def _kinds(groups: list[str]) -> list[dict[str, Any]]:
    """The legend, to the right of the picture."""
    return [
        {
            "x": _WIDTH + 28,
            "y": _LEGEND * (number + 0.5),
            "words": group,
            "colour": CATEGORIES[number % len(CATEGORIES)],
            "shape": SHAPES[number % len(SHAPES)],
        }
        for number, group in enumerate(groups)
    ]


def _marks(height: float) -> list[Spec]:
    grid = mark(
        "rule",
        "ticks",
        {"x": field("x"), "y": at(-6), "y2": at(height)},
        style="faint",
        silent=True,
    )
    ticks = mark(
        "text",
        "ticks",
        {
            "x": field("x"),
            "y": at(-10),
            "text": field("words"),
            "align": at("center"),
            "fontSize": at(10),
        },
        style="quiet",
        silent=True,
    )
    own = {"fill": field("colour"), "tooltip": field("told"), "cursor": at("pointer")}
    bars = mark(
        "rect",
        "bars",
        own
        | {
            "x": field("x"),
            "width": field("width"),
            "y": field("top"),
            "height": at(_BAR),
            "cornerRadius": at(_BAR / 2),
        },
        style="edge",
    )
    place = {"x": field("x"), "y": field("y"), "shape": field("shape"), "fill": field("colour")}
    points = mark("symbol", "points", own | place | {"size": at(_POINT)}, style="edge")
    # The shape of its kind stands on a bar, whose colour would stand alone.
    inner = {"x": field("middle"), "y": field("y"), "shape": field("shape"), "size": at(_POINT / 2)}
    shapes = mark("symbol", "bars", inner, style="paper", silent=True)
    ends = mark("symbol", "open", place | {"size": at(_POINT)}, style="edge", silent=True)
    names = mark(
        "text",
        "names",
        {
            "x": field("beside"),
            "y": field("y"),
            "text": field("words"),
            "align": field("align"),
            "baseline": at("middle"),
            "limit": at(_LABEL),
            "tooltip": field("told"),
            "cursor": at("pointer"),
        },
    )
    kinds = mark("symbol", "kinds", place | {"size": at(_POINT)}, style="edge", silent=True)
    words = mark(
        "text",
        "kinds",
        {
            "x": field("x", offset=12),
            "y": field("y"),
            "text": field("words"),
            "baseline": at("middle"),
        },
        silent=True,
    )
    return [grid, ticks, bars, shapes, points, ends, names, kinds, words]
