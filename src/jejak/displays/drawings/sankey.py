"""A matrix as flows from its rows to its columns, as thick as their cells are large.

Nodes keep the order of the matrix: that of the codebook, or of the values of an attribute.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from math import ceil
from typing import Any

from ...model.shape import Heading, Matrix
from ..writing import label, number_text
from .marks import Spec
from .palette import colour_of, hatching, letters_on, patterns_for
from .vega import at, cell_told, field, mark, picture

__all__ = ["draw"]

_WIDTH, _NODE, _GAP = 560, 16, 8
_LEAST = 300
_LABEL = 240
# A line of letters: the names of thin nodes are to stand below one another.
_LINE = 14


@dataclass(frozen=True, slots=True)
class _Node:
    top: float
    height: float


def draw(matrix: Matrix, language: str) -> Spec:
    """Flows between two columns of nodes."""
    flows = {
        (row, column): cell.value
        for (row, column), cell in sorted(matrix.cells.items())
        if cell.value is not None and cell.value > 0
    }
    out, into = [0.0] * len(matrix.rows), [0.0] * len(matrix.columns)
    for (row, column), value in flows.items():
        out[row] += value
        into[column] += value
    height = max(_LEAST, 26 * max(len(out), len(into)))
    scale = min(_scale(out, height), _scale(into, height))
    height = max(height, ceil(_tall(out, scale)), ceil(_tall(into, scale)))
    left, right = _nodes(out, scale, height), _nodes(into, scale, height)
    colours = [colour_of(heading.colour, n) for n, heading in enumerate(matrix.rows)]
    ribbons = _ribbons(matrix, flows, (left, right), scale, colours, language)
    data = {
        "ribbons": ribbons,
        "left": _places(matrix.rows, out, left, 0, colours, matrix, language),
        "right": _places(matrix.columns, into, right, _WIDTH - _NODE, [], matrix, language),
    }
    flow = mark(
        "path",
        "ribbons",
        {
            "path": field("path"),
            "fill": field("colour"),
            "fillOpacity": at(0.55),
            "tooltip": field("told"),
            "cursor": at("pointer"),
        },
    )
    flow["encode"]["hover"] = {"fillOpacity": at(0.85)}
    marks = [
        flow,
        *_node_marks("left", at(-6), "right"),
        *_node_marks("right", at(_NODE + 6), "left"),
    ]
    return picture(_WIDTH, height, data, marks=marks)


def _scale(amounts: Sequence[float], height: float) -> float:
    return max(height - _GAP * (len(amounts) - 1), 1) / (sum(amounts) or 1)


def _heights(amounts: Sequence[float], scale: float) -> tuple[list[float], list[float]]:
    """How tall the nodes of a side are, and how far each is from the next: more where both are thin."""
    heights = [max(amount * scale, 1.0) for amount in amounts]
    gaps = [max(_GAP, _LINE - (one + other) / 2) for one, other in pairwise(heights)]
    return heights, gaps


def _tall(amounts: Sequence[float], scale: float) -> float:
    return sum(map(sum, _heights(amounts, scale)))


def _nodes(amounts: Sequence[float], scale: float, height: float) -> list[_Node]:
    """The nodes of a side, one below the other, in the middle of the height."""
    top = (height - _tall(amounts, scale)) / 2
    heights, gaps = _heights(amounts, scale)
    nodes = []
    for tall, gap in zip_longest(heights, gaps, fillvalue=0.0):
        nodes.append(_Node(top, tall))
        top += tall + gap
    return nodes


def _ribbons(
    matrix: Matrix,
    flows: dict[tuple[int, int], float],
    nodes: tuple[list[_Node], list[_Node]],
    scale: float,
    colours: list[str],
    language: str,
) -> list[dict[str, Any]]:
    left, right = nodes
    out, into = [node.top for node in left], [node.top for node in right]
    found: list[tuple[float, dict[str, Any]]] = []
    for (row, column), value in flows.items():
        thick = value * scale
        path = _ribbon(out[row], into[column], thick)
        out[row] += thick
        into[column] += thick
        told = cell_told(matrix, row, column, language)
        found.append((thick, {**told, "path": path, "colour": colours[row]}))
    # Thin ones last, so that they lie above thick ones and can be pointed at.
    return [ribbon for _, ribbon in sorted(found, key=lambda one: -one[0])]


def _ribbon(start: float, finish: float, thick: float) -> str:
    from_x, to_x = _NODE, _WIDTH - _NODE
    middle = (from_x + to_x) / 2
    thick = max(thick, 0.8)
    return (
        f"M{from_x},{start:.2f}C{middle:g},{start:.2f},{middle:g},{finish:.2f},{to_x},{finish:.2f}"
        f"v{thick:.2f}C{middle:g},{finish + thick:.2f},{middle:g},{start + thick:.2f},"
        f"{from_x},{start + thick:.2f}Z"
    )


def _places(
    headings: Sequence[Heading],
    amounts: Sequence[float],
    nodes: Sequence[_Node],
    x: float,
    colours: Sequence[str],
    matrix: Matrix,
    language: str,
) -> list[dict[str, Any]]:
    hatched = patterns_for(colours) if colours else [0] * len(headings)
    found = []
    for number, (heading, node) in enumerate(zip(headings, nodes, strict=True)):
        name = label(heading.label, language)
        colour = colours[number] if colours else "#8a9695"
        found.append(
            {
                "x": x,
                "y": node.top,
                "height": node.height,
                "middle": node.top + node.height / 2,
                "words": f"{name} · {number_text(amounts[number], matrix.number, language)}",
                "whole": heading.path or name,
                "colour": colour,
                "lines": hatching(hatched[number], _NODE, round(node.height, 1)),
                "ink": letters_on(colour),
            }
        )
    return found


def _node_marks(side: str, beside: Spec, align: str) -> list[Spec]:
    place = {"x": field("x"), "y": field("y")}
    box = mark(
        "rect",
        side,
        {
            **place,
            "width": at(_NODE),
            "height": field("height"),
            "fill": field("colour"),
            "tooltip": field("whole"),
        },
        style="edge",
    )
    lines = mark(
        "path",
        side,
        {**place, "path": field("lines"), "stroke": field("ink"), "strokeWidth": at(1)},
        silent=True,
    )
    words = mark(
        "text",
        side,
        {
            "x": field("x", offset=beside),
            "y": field("middle"),
            "text": field("words"),
            "align": at(align),
            "baseline": at("middle"),
            "limit": at(_LABEL),
            "tooltip": field("whole"),
        },
    )
    return [box, lines, words]
