"""A table whose columns are of several kinds: bars for the first of them."""

from __future__ import annotations

from dataclasses import replace

from ...model.message import Message, say
from ...model.shape import Matrix
from .bars import draw as bars
from .marks import Spec

__all__ = ["draw"]


def draw(matrix: Matrix, language: str) -> Spec:
    """A bar for each row, as long as its first number."""
    first = {place: cell for place, cell in matrix.cells.items() if place[1] == 0}
    caption = replace(matrix.caption, unit=_first(matrix))
    return bars(replace(matrix, columns=matrix.columns[:1], cells=first, caption=caption), language)


def _first(matrix: Matrix) -> Message:
    """What the first column is, in the place of what a cell counts."""
    return say("{what}", what=matrix.columns[0].label)
