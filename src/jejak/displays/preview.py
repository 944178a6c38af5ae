"""A display at the size of a stamp: the shades of its first rows and columns, or its small chart."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ..model.shape import Matrix
from .charts import chart
from .drawings.marks import Spec, top_of

__all__ = ["SIDE", "Preview", "preview"]

SIDE = 9
# A chart of more marks is no picture at the size of a stamp.
_MARKS = 2_000
_SHADES = 5
_PLAIN = ("", "heat")
_STATES = {"no data": -1, "not applicable": -2, "open": 0}


@dataclass(frozen=True, slots=True)
class Preview:
    """``depths`` are those of the first rows; ``shades`` their first cells: 0 for nothing, up to 5 for
    the largest, -1 where there is no data, -2 where the question cannot be asked. ``spec`` is the
    chart of a display that is drawn otherwise than as shades."""

    depths: tuple[int, ...]
    shades: tuple[tuple[int, ...], ...]
    spec: Spec | None


def preview(matrix: Matrix, language: str) -> Preview:
    """The small picture of a matrix."""
    height, width = min(SIDE, len(matrix.rows)), min(SIDE, len(matrix.columns))
    top = top_of(matrix)
    shades = tuple(
        tuple(_shade(matrix, row, column, top) for column in range(width)) for row in range(height)
    )
    return Preview(
        tuple(heading.depth for heading in matrix.rows[:height]), shades, _spec(matrix, language)
    )


def _shade(matrix: Matrix, row: int, column: int, top: float) -> int:
    cell = matrix.at(row, column)
    if cell.value is None:
        return _STATES[cell.state]
    share = min(abs(cell.value) / top, 1) if math.isfinite(cell.value) else 1
    return math.ceil(math.sqrt(share) * _SHADES)


def _spec(matrix: Matrix, language: str) -> Spec | None:
    if matrix.drawing in _PLAIN and len(matrix.columns) != 1:
        return None
    every = matrix.drawing in _PLAIN  # a picture of its own has marks for what is not empty alone
    if (len(matrix.rows) * len(matrix.columns) if every else len(matrix.cells)) > _MARKS:
        return None
    spec = chart(matrix, language)
    return None if spec is None else {key: spec[key] for key in spec if key != "title"}
