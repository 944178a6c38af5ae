"""Rows as words in a cloud: as large as the first column says, as strong as the third.

Each is set as near to the middle as there is room, the largest first; none is turned, none left out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...model.shape import Matrix
from ..writing import label, number_text
from .labels import HEIGHT, width_of
from .marks import Spec
from .vega import at, field, mark, picture

__all__ = ["draw", "placed"]

Numbers = NDArray[np.float64]

_SMALLEST, _LARGEST, _ESTIMATED_AT = 11.0, 52.0, 11.0
_PALEST = 0.68
_FLAT = 0.62
_AT_ONCE, _TURN = 400, 0.35
_AIR = 1.28
_LONGEST = 40


def draw(matrix: Matrix, language: str) -> Spec:
    """Words where there was room for them."""
    amounts = [_amount(matrix, row, 0) for row in range(len(matrix.rows))]
    people = [_amount(matrix, row, 2) for row in range(len(matrix.rows))]
    names = [_short(label(heading.label, language)) for heading in matrix.rows]
    sizes = _sizes(amounts)
    boxes = [(width_of(name) * size / _ESTIMATED_AT * _AIR, size * HEIGHT / 11) for name, size in zip(names, sizes, strict=True)]  # fmt: skip
    spots = placed(boxes)
    most = max([*people, 1])
    left = min((x - wide / 2 for (x, _), (wide, _) in zip(spots, boxes, strict=True)), default=0)
    top = min((y - tall / 2 for (_, y), (_, tall) in zip(spots, boxes, strict=True)), default=0)
    right = max((x + wide / 2 for (x, _), (wide, _) in zip(spots, boxes, strict=True)), default=1)
    below = max((y + tall / 2 for (_, y), (_, tall) in zip(spots, boxes, strict=True)), default=1)
    values = [
        {
            "row": row,
            "column": 0,
            "x": round(x - left, 1),
            "y": round(y - top, 1),
            "size": round(sizes[row], 1),
            "strength": round(_PALEST + (1 - _PALEST) * people[row] / most, 2),
            "words": names[row],
            "told": _told(matrix, row, language),
        }
        for row, (x, y) in enumerate(spots)
    ]
    words = mark(
        "text",
        "words",
        {
            "x": field("x"),
            "y": field("y"),
            "text": field("words"),
            "fontSize": field("size"),
            "fontWeight": at(600),
            "fillOpacity": field("strength"),
            "align": at("center"),
            "baseline": at("middle"),
            "tooltip": field("told"),
            "cursor": at("pointer"),
        },
        style="ink",
    )
    return picture(round(right - left, 1), round(below - top, 1), {"words": values}, marks=[words])


def _amount(matrix: Matrix, row: int, column: int) -> float:
    if column >= len(matrix.columns):
        return 0.0
    return matrix.at(row, column).value or 0.0


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _sizes(amounts: Sequence[float]) -> list[float]:
    """Areas in proportion to the amounts, as far as letters can still be read."""
    top = max([*amounts, 1e-9])
    return [max(_LARGEST * math.sqrt(max(amount, 0) / top), _SMALLEST) for amount in amounts]


def _told(matrix: Matrix, row: int, language: str) -> dict[str, Any]:
    told = {label(matrix.row_title, language): label(matrix.rows[row].label, language)}
    for column, across in enumerate(matrix.columns):
        cell = matrix.at(row, column)
        if cell.state == "value":
            told[label(across.label, language)] = number_text(cell.value, matrix.number, language)
    return told


def placed(boxes: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The middle of each box, the largest at the origin, each other one where a spiral from there first
    finds room."""
    order = sorted(range(len(boxes)), key=lambda n: (-boxes[n][1], -boxes[n][0], n))
    taken = np.empty((0, 4))
    spots: dict[int, tuple[float, float]] = {}
    for number in order:
        wide, tall = boxes[number]
        x, y = _free(wide, tall, taken)
        spots[number] = (x, y)
        box = np.array([[x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2]])
        taken = np.concatenate([taken, box])
    return [spots[number] for number in range(len(boxes))]


def _free(wide: float, tall: float, taken: Numbers) -> tuple[float, float]:
    first = 0
    while True:
        turn = np.arange(first, first + _AT_ONCE) * _TURN
        reach = 1.6 * turn**0.75
        x, y = reach * np.cos(turn), reach * np.sin(turn) * _FLAT
        apart = (
            (x[:, None] + wide / 2 <= taken[None, :, 0])
            | (x[:, None] - wide / 2 >= taken[None, :, 2])
            | (y[:, None] + tall / 2 <= taken[None, :, 1])
            | (y[:, None] - tall / 2 >= taken[None, :, 3])
        )
        free = np.flatnonzero(apart.all(axis=1))
        if len(free):
            return float(x[free[0]]), float(y[free[0]])
        first += _AT_ONCE
