"""Drawings of matrices as Vega-Lite or Vega specifications: one module each.

A drawing gets a matrix that has rows and columns, and gives a specification without title. The
values of its marks carry ``row``, ``column`` (indices) and ``query``, so that a click leads to the words.
"""

from __future__ import annotations

from collections.abc import Callable

from ...model.shape import Matrix
from ...registry import Registry
from .marks import Spec

__all__ = ["DRAWINGS", "Drawing"]

Drawing = Callable[[Matrix, str], Spec]

DRAWINGS: Registry[Drawing] = Registry(
    "drawings",
    {
        "bars": "jejak.displays.drawings.bars:draw",
        "heat": "jejak.displays.drawings.heat:draw",
    },
)
