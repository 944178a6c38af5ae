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
        "first-bars": "jejak.displays.drawings.first_bars:draw",
        "heat": "jejak.displays.drawings.heat:draw",
        "heat-by-column": "jejak.displays.drawings.heat:by_column",
        "lanes": "jejak.displays.drawings.lanes:draw",
        "periods": "jejak.displays.drawings.periods:draw",
        "curve": "jejak.displays.drawings.curve:draw",
        "portrait": "jejak.displays.drawings.portrait:draw",
        "dendrogram": "jejak.displays.drawings.dendrogram:draw",
        "plane": "jejak.displays.drawings.plane:draw",
        "sankey": "jejak.displays.drawings.sankey:draw",
        "gradient": "jejak.displays.drawings.gradient:draw",
        "scatter": "jejak.displays.drawings.scatter:draw",
        "scatter-over-time": "jejak.displays.drawings.scatter:over_time",
        "cloud": "jejak.displays.drawings.cloud:draw",
        "word-tree": "jejak.displays.drawings.word_tree:draw",
        "word-tree-before": "jejak.displays.drawings.word_tree:before",
        "network": "jejak.displays.drawings.network:draw",
        "timeline": "jejak.displays.drawings.timeline:draw",
        "tree": "jejak.displays.drawings.tree:draw",
    },
)
