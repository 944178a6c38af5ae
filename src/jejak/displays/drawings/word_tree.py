"""Rows that are set in under one another as words that go on one another, as large as they are frequent."""

from __future__ import annotations

import math
from typing import Any

from ...model.shape import Matrix
from ..writing import label, number_text
from .labels import width_of
from .marks import Spec
from .tree import parents_of
from .vega import at, cell_told, field, mark, picture

__all__ = ["before", "draw"]

_SMALLEST, _LARGEST = 11.0, 34.0
_AIR, _GAP = 1.35, 42.0
_LONGEST = 60


def draw(matrix: Matrix, language: str) -> Spec:
    """From the root on the left to what follows."""
    return _drawn(matrix, language, after=True)


def before(matrix: Matrix, language: str) -> Spec:
    """From the root on the right to what comes before."""
    return _drawn(matrix, language, after=False)


def _drawn(matrix: Matrix, language: str, *, after: bool) -> Spec:
    parents = parents_of(matrix.rows)
    counts = [matrix.at(row, 0).value or 0 for row in range(len(matrix.rows))]
    top = max([*counts, 1])
    sizes = [max(_LARGEST * math.sqrt(count / top), _SMALLEST) for count in counts]
    names = [_short(label(heading.label, language)) for heading in matrix.rows]
    heights, tall = _heights(parents, sizes)
    edges, wide = _edges(parents, names, sizes)
    values: list[dict[str, Any]] = []
    for row in range(len(matrix.rows)):
        told = cell_told(matrix, row, 0, language)
        values.append(
            {
                **told,
                "x": round(edges[row] if after else wide - edges[row], 1),
                "y": round(heights[row], 1),
                "size": round(sizes[row], 1),
                "words": names[row],
                "number": number_text(counts[row], "count", language),
            }
        )
    lines = [
        {"path": _line(edges, names, sizes, heights, parents[row], row, wide, after=after)}
        for row in range(len(parents))
        if parents[row] >= 0
    ]
    text = {
        "x": field("x"),
        "y": field("y"),
        "text": field("words"),
        "fontSize": field("size"),
        "align": at("left" if after else "right"),
        "baseline": at("middle"),
        "tooltip": field("told"),
        "cursor": at("pointer"),
    }
    line = {"path": field("path"), "strokeWidth": at(1.2)}
    marks = [
        mark("path", "lines", line, style="faint", silent=True),
        mark("text", "words", text, style="ink"),
    ]
    return picture(round(wide, 1), round(tall, 1), {"lines": lines, "words": values}, marks=marks)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _width(name: str, size: float) -> float:
    return width_of(name) * size / 11 * 1.06


def _heights(parents: list[int], sizes: list[float]) -> tuple[list[float], float]:
    """A line for each row that nothing goes on; the others in the middle of theirs."""
    inner = set(parents)
    heights, y = [0.0] * len(parents), 0.0
    for row, size in enumerate(sizes):
        if row not in inner:
            heights[row] = y + size * _AIR / 2
            y += size * _AIR
    below: dict[int, list[float]] = {}
    for row in reversed(range(len(parents))):
        if row in below:
            heights[row] = (min(below[row]) + max(below[row])) / 2
        if parents[row] >= 0:
            below.setdefault(parents[row], []).append(heights[row])
    # A large root over few small branches reaches above them.
    least = min((h - s * _AIR / 2 for h, s in zip(heights, sizes, strict=True)), default=0.0)
    most = max((h + s * _AIR / 2 for h, s in zip(heights, sizes, strict=True)), default=1.0)
    return [height - least for height in heights], most - least


def _edges(parents: list[int], names: list[str], sizes: list[float]) -> tuple[list[float], float]:
    """How far from the root each row begins, and where the last is over."""
    edges = [0.0] * len(parents)
    for row, parent in enumerate(parents):
        if parent >= 0:
            edges[row] = edges[parent] + _width(names[parent], sizes[parent]) + _GAP
    ends = (e + _width(n, s) for e, n, s in zip(edges, names, sizes, strict=True))
    return edges, max(ends, default=1.0)


def _line(
    edges: list[float],
    names: list[str],
    sizes: list[float],
    heights: list[float],
    parent: int,
    row: int,
    wide: float,
    *,
    after: bool,
) -> str:
    start, finish = edges[parent] + _width(names[parent], sizes[parent]) + 4, edges[row] - 4
    bend = (start + finish) / 2
    if not after:
        start, finish, bend = wide - start, wide - finish, wide - bend
    y, other = heights[parent], heights[row]
    return (
        f"M{start:.1f},{y:.1f}C{bend:.1f},{y:.1f},{bend:.1f},{other:.1f},{finish:.1f},{other:.1f}"
    )
