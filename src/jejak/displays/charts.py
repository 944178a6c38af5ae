"""Charts of matrices as Vega-Lite (version 6) or Vega specifications: plain values, no addresses.

A matrix names its drawing; one that does not is drawn as bars where it has one column, else as a heat
map. Letters and background are left to whoever draws.
"""

from __future__ import annotations

from ..model.shape import Matrix
from .drawings import DRAWINGS
from .drawings.marks import Spec, title_of

__all__ = ["chart"]


def chart(matrix: Matrix, language: str) -> Spec | None:
    """The chart of a matrix with its texts in ``language``; ``None`` where there is nothing to draw.

    Each mark's values carry ``row`` and ``column`` (indices), ``row_key``, ``column_key`` and
    ``query``, so that a click leads to the words.
    """
    if not matrix.rows or not matrix.columns:
        return None
    drawing = matrix.drawing or ("bars" if len(matrix.columns) == 1 else "heat")
    spec = DRAWINGS.get(drawing)(matrix, language)
    told = {"title": title_of(matrix, language)}
    return told | spec if "data" in spec else told | {"data": {"values": spec.pop("values")}} | spec
