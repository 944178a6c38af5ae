"""A network as it was drawn: boxes where they stand, arrows from edge to edge, signs upon them.

A sign is told by its letter and by the line (whole, dashed, dotted), strength by its width; colour
only says it once more.
"""

from __future__ import annotations

import math
from textwrap import wrap
from typing import Any

from ...model.shape import Arrow, Box, Matrix, Network
from ..networks.places import BOX_HEIGHT, BOX_WIDTH
from ..networks.words import ANSWERS, BOXES, LEVEL_WORDS, SIGN_WORDS, STRENGTH_WORDS
from ..writing import label
from .marks import Spec

__all__ = ["draw"]

_MARGIN = 24
_LINE, _LETTERS, _LINES = 15, 25, 3
# How far apart two arrows run that lead both ways.
_APART = 11
_QUIET = "#808b8a"
_COLOURS = {"+": "#1f7478", "-": "#9a5b13", "±": "#6b5b95", "": "#6d7877"}
_SIGNS = {"+": "+", "-": "−", "±": "±", "": ""}
# Kinds of boxes with round ends.
_ROUND = ("state", "concept", "actor")
Point = tuple[float, float]


def draw(matrix: Matrix, language: str) -> Spec:
    """Boxes and arrows; a click on either leads to what it rests on."""
    network = matrix.network or Network()
    left = min((box.x for box in network.boxes), default=0) - BOX_WIDTH / 2 - _MARGIN
    top = min((box.y for box in network.boxes), default=0) - BOX_HEIGHT / 2 - _MARGIN
    width = max((box.x for box in network.boxes), default=0) + BOX_WIDTH / 2 + _MARGIN - left
    height = max((box.y for box in network.boxes), default=0) + BOX_HEIGHT / 2 + _MARGIN - top
    boxes = [_box(matrix, box, (left, top), language) for box in network.boxes]
    both = {(arrow.origin, arrow.target) for arrow in network.arrows}
    arrows = [
        _arrow(matrix, network, arrow, both, (left, top), language) for arrow in network.arrows
    ]
    place = _Place(width, height)
    return {
        "data": {"values": []},
        "width": width,
        "height": height,
        "layer": [
            _lines(arrows, place),
            _heads(arrows, place),
            *_frames(boxes, place),
            *_letters(boxes, arrows, place),
        ],
        "view": {"stroke": None},
    }


class _Place:
    """Channels for places in pixels, from the top left."""

    def __init__(self, width: float, height: float) -> None:
        self._spans = {"x": [0, width], "y": [0, height]}

    def at(self, x: str = "x", y: str = "y", **ends: str) -> Spec:
        found: Spec = {"x": self._channel("x", x), "y": self._channel("y", y)}
        return found | {name: {"field": field} for name, field in ends.items()}

    def _channel(self, axis: str, field: str) -> Spec:
        scale = {"domain": self._spans[axis], "nice": False, "zero": False}
        if axis == "y":
            scale["reverse"] = True
        return {"field": field, "type": "quantitative", "axis": None, "scale": scale}


def _told(matrix: Matrix, row: int, key: str, words: str) -> dict[str, Any]:
    cell = matrix.cells.get((row, 0))
    return {
        "row": row, "column": 0, "row_key": key,
        "column_key": matrix.columns[0].key if matrix.columns else "",
        "query": cell.query if cell else "", "text": words,
    }  # fmt: skip


def _box(matrix: Matrix, box: Box, corner: Point, language: str) -> dict[str, Any]:
    x, y = box.x - corner[0], box.y - corner[1]
    lines = wrap(box.label, _LETTERS) or [""]
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], f"{lines[_LINES - 1][: _LETTERS - 1]}…"]
    level = label(LEVEL_WORDS[box.level], language) if box.level else ""
    words = f"{label(BOXES.get(box.kind, BOXES['other']), language)}: {box.label}"
    rise = (len(lines) - 1 + bool(level)) * _LINE / 2
    return _told(matrix, box.row, box.key, f"{words} ({level})" if level else words) | {
        "x": x - BOX_WIDTH / 2, "x2": x + BOX_WIDTH / 2, "y": y - BOX_HEIGHT / 2,
        "y2": y + BOX_HEIGHT / 2, "middle": x, "first": y - rise, "last": y + rise,
        "lines": lines, "level": level, "kind": box.kind, "round": box.kind in _ROUND,
    }  # fmt: skip


def _arrow(
    matrix: Matrix,
    network: Network,
    arrow: Arrow,
    both: set[tuple[int, int]],
    corner: Point,
    language: str,
) -> dict[str, Any]:
    one, other = network.boxes[arrow.origin], network.boxes[arrow.target]
    to_and_fro = (arrow.target, arrow.origin) in both
    start, end = _ends((one.x - corner[0], one.y - corner[1]),
                       (other.x - corner[0], other.y - corner[1]), to_and_fro=to_and_fro)  # fmt: skip
    # Of two that run both ways each has its sign nearer to where it comes from.
    share = 0.34 if to_and_fro else 0.5
    on = start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
    answers = ANSWERS if network.yes_no else SIGN_WORDS
    sign = label(answers[arrow.sign], language) if network.yes_no and arrow.sign else ""
    words = [label(answers[arrow.sign], language)] if arrow.sign else []
    if arrow.strength:
        words.append(label(STRENGTH_WORDS[arrow.strength], language))
    beside = label(arrow.words, language)
    words += [beside] if beside else []
    told = f"{one.label} → {other.label}" + (f": {'; '.join(words)}" if words else "")
    return _told(matrix, arrow.row, arrow.key, told) | {
        "x": start[0], "y": start[1], "x2": end[0], "y2": end[1],
        "half_x": on[0], "half_y": on[1], "below_y": on[1] + 17,
        "angle": math.degrees(math.atan2(end[0] - start[0], start[1] - end[1])),
        "sign": arrow.sign, "shown": sign or _SIGNS[arrow.sign], "words": beside,
        "colour": _COLOURS[arrow.sign], "strokes": 1 + (arrow.strength or 1) * 0.75,
    }  # fmt: skip


def _ends(one: Point, other: Point, *, to_and_fro: bool) -> tuple[Point, Point]:
    """Where an arrow leaves one box and meets the other."""
    across, down = other[0] - one[0], other[1] - one[1]
    length = math.hypot(across, down) or 1
    aside = _APART if to_and_fro else 0
    shift = -down / length * aside, across / length * aside
    reach = min(
        (BOX_WIDTH / 2) / abs(across) if across else math.inf,
        (BOX_HEIGHT / 2) / abs(down) if down else math.inf,
        0.5,
    )
    gap = 3 / length
    start = one[0] + across * reach + shift[0], one[1] + down * reach + shift[1]
    far = 1 - min(reach + gap, 0.5)
    end = one[0] + across * far + shift[0], one[1] + down * far + shift[1]
    return start, end


_TOOLTIP = {"tooltip": {"field": "text", "type": "nominal"}}
_INK = {"color": {"field": "colour", "type": "nominal", "scale": None}}


def _lines(arrows: list[dict[str, Any]], place: _Place) -> Spec:
    dashes = {
        "condition": [
            {"test": "datum.sign == '-'", "value": [8, 5]},
            {"test": "datum.sign == '±'", "value": [2, 4]},
        ],
        "value": [1, 0],
    }
    width = {"field": "strokes", "type": "quantitative", "scale": None}
    return {
        "data": {"values": arrows},
        "mark": {"type": "rule", "cursor": "pointer", "aria": False},
        "encoding": place.at(x2="x2", y2="y2")
        | _INK
        | _TOOLTIP
        | {"strokeDash": dashes, "strokeWidth": width},
    }


def _heads(arrows: list[dict[str, Any]], place: _Place) -> Spec:
    angle = {"field": "angle", "type": "quantitative", "scale": None}
    return {
        "data": {"values": arrows},
        "mark": {
            "type": "point", "shape": "triangle", "filled": True, "size": 110, "opacity": 1,
            "aria": False,
        },
        "encoding": place.at("x2", "y2") | _INK | {"angle": angle},
    }  # fmt: skip


def _frames(boxes: list[dict[str, Any]], place: _Place) -> list[Spec]:
    found = []
    for rounded in (False, True):
        kept = [box for box in boxes if box["round"] == rounded]
        if kept:
            found.append(
                {
                    "data": {"values": kept},
                    "mark": {
                        "type": "rect", "cornerRadius": BOX_HEIGHT / 2 if rounded else 5,
                        "fill": _QUIET, "fillOpacity": 0.09, "stroke": _QUIET, "cursor": "pointer",
                    },
                    "encoding": place.at(x2="x2", y2="y2")
                    | _TOOLTIP
                    | {
                        "strokeWidth": {
                            "condition": {"test": "datum.kind == 'outcome'", "value": 3},
                            "value": 1.2,
                        },
                        "description": {"field": "text", "type": "nominal"},
                    },
                }
            )  # fmt: skip
    return found


def _letters(
    boxes: list[dict[str, Any]], arrows: list[dict[str, Any]], place: _Place
) -> list[Spec]:
    def text(values: list[dict[str, Any]], field: str, x: str, y: str, **more: Any) -> Spec:
        mark = {"type": "text", "aria": False, "align": "center", "baseline": "middle",
                "fontSize": 12, **more}  # fmt: skip
        shown = {"text": {"field": field, "type": "nominal"}}
        return {"data": {"values": values}, "mark": mark, "encoding": place.at(x, y) | shown}

    signed = [arrow for arrow in arrows if arrow["shown"]]
    named = [arrow for arrow in arrows if arrow["words"]]
    levels = [box for box in boxes if box["level"]]
    ground: Spec = {
        "data": {"values": signed},
        "mark": {"type": "point", "shape": "circle", "filled": True, "size": 330, "opacity": 1,
                 "aria": False},
        "encoding": place.at("half_x", "half_y") | _INK,
    }  # fmt: skip
    return [
        text(boxes, "lines", "middle", "first", lineHeight=_LINE, cursor="pointer"),
        *([text(levels, "level", "middle", "last", fontSize=11, fontStyle="italic")] if levels else []),
        *([ground] if signed else []),
        *([text(signed, "shown", "half_x", "half_y", color="#ffffff", fontWeight="bold")] if signed else []),
        *([text(named, "words", "half_x", "below_y", fontSize=11)] if named else []),
    ]  # fmt: skip
