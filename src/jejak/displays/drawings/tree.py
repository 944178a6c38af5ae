"""Rows that are set in under one another as a tree, from left to right.

The first column is what a row has itself, the last what it has with all below it: the disc of a row is
as large as the last, and filled as far as the first goes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from ...model.shape import Heading, Matrix
from ..writing import label, number_text
from .marks import Spec
from .palette import colour_of
from .vega import at, cell_told, field, mark, picture

__all__ = ["draw", "parents_of"]

_LINE, _LETTER, _SIZE = 21, 6.6, 11
_WIDEST, _NARROWEST = 230, 90
_SMALL, _LARGE = 3.5, 10.0
_GAP = 34


def draw(matrix: Matrix, language: str) -> Spec:
    """Discs joined by lines, each with its name and number."""
    parents = parents_of(matrix.rows)
    levels = _levels(matrix.rows)
    heights = _heights(parents)
    names = [label(heading.label, language) for heading in matrix.rows]
    last = len(matrix.columns) - 1
    amounts = [_amount(matrix, row, last) for row in range(len(matrix.rows))]
    words = [
        f"{name} · {number_text(amount, matrix.number, language)}" if amount else name
        for name, amount in zip(names, amounts, strict=True)
    ]
    edges, width = _edges(levels, words, _inner(parents))
    top = max([*amounts, 1])
    values: list[dict[str, Any]] = []
    for row, heading in enumerate(matrix.rows):
        own = _amount(matrix, row, 0)
        radius = _SMALL + (_LARGE - _SMALL) * math.sqrt(amounts[row] / top) if amounts[row] else 2.5
        values.append(
            {
                **cell_told(matrix, row, last if amounts[row] != own else 0, language),
                "x": edges[levels[row]],
                "y": heights[row],
                "beside": edges[levels[row]] + radius + 5,
                "size": round(math.pi * radius**2, 1),
                "opacity": 1 if own else (0.35 if amounts[row] else 0),
                "colour": colour_of(heading.colour, row),
                "words": words[row],
                "whole": heading.path or names[row],
            }
        )
    lines = [
        {"path": _line(values[parent], values[row])}
        for row, parent in enumerate(parents)
        if parent >= 0
    ]
    height = max(heights, default=0) + _LINE / 2
    return picture(width, height, {"lines": lines, "rows": values}, marks=_marks())


def _marks() -> list[Spec]:
    place = {"x": field("x"), "y": field("y")}
    lines = mark(
        "path", "lines", {"path": field("path"), "strokeWidth": at(1.2)}, style="faint", silent=True
    )
    discs = mark(
        "symbol",
        "rows",
        {
            **place,
            "size": field("size"),
            "fill": field("colour"),
            "fillOpacity": field("opacity"),
            "stroke": field("colour"),
            "strokeWidth": at(1.5),
            "tooltip": field("told"),
            "cursor": at("pointer"),
        },
    )
    words = {
        "x": field("beside"),
        "y": field("y"),
        "text": field("words"),
        "baseline": at("middle"),
        "fontSize": at(_SIZE),
        "limit": at(_WIDEST),
    }
    halo = mark(
        "text",
        "rows",
        words | {"strokeWidth": at(6), "strokeJoin": at("round")},
        style="halo",
        silent=True,
    )
    names = mark("text", "rows", words | {"tooltip": field("whole"), "cursor": at("pointer")})
    return [lines, discs, halo, names]


def parents_of(rows: Sequence[Heading]) -> list[int]:
    """The row that each is set in under, -1 for none."""
    above: list[int] = []
    parents = []
    for row, heading in enumerate(rows):
        del above[heading.depth :]
        parents.append(above[-1] if above else -1)
        above.append(row)
    return parents


def _levels(rows: Sequence[Heading]) -> list[int]:
    return [heading.depth for heading in rows]


def _inner(parents: Sequence[int]) -> set[int]:
    return set(parents)


def _heights(parents: Sequence[int]) -> list[float]:
    """A line for each row that has nothing below it; the others in the middle of theirs."""
    inner = _inner(parents)
    heights = [0.0] * len(parents)
    line = 0
    for row in range(len(parents)):
        if row not in inner:
            heights[row] = _LINE * (line + 0.5)
            line += 1
    below: dict[int, list[float]] = {}
    for row in reversed(range(len(parents))):
        if row in below:
            heights[row] = (min(below[row]) + max(below[row])) / 2
        if parents[row] >= 0:
            below.setdefault(parents[row], []).append(heights[row])
    return heights


def _edges(
    levels: Sequence[int], words: Sequence[str], inner: set[int]
) -> tuple[list[float], float]:
    """Where each level begins, wide enough for its names, and where all is over."""
    count = max(levels, default=0) + 1
    sizes = [0.0] * count
    for row, level in enumerate(levels):
        sizes[level] = max(sizes[level], min(len(words[row]) * _LETTER, _WIDEST))
    edges = [_LARGE]
    for level in range(count - 1):
        own = [len(words[row]) * _LETTER for row in inner if row >= 0 and levels[row] == level]
        wide = min(max([*own, _NARROWEST]), _WIDEST)
        edges.append(edges[-1] + wide + _GAP)
    return edges, edges[-1] + sizes[-1] + _GAP


def _amount(matrix: Matrix, row: int, column: int) -> float:
    return matrix.at(row, column).value or 0


def _line(parent: dict[str, Any], child: dict[str, Any]) -> str:
    """From the edge of the parent's disc to the child, bending just before it: names stay free."""
    x, y = child["x"], child["y"]
    bend = x - _GAP
    start = parent["beside"] - 5
    turn = f"C{bend + 18:g},{parent['y']:g},{x - 18:g},{y:g},{x:g},{y:g}"
    return f"M{start:g},{parent['y']:g}H{bend:g}{turn}"
