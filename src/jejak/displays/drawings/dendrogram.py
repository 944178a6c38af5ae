"""A matrix whose last column says where each row joins the next, as a tree.

The groups are those of the rows; each is named where its branches meet, and has a colour.
"""

from __future__ import annotations

from typing import Any

from ...model.shape import Matrix
from ..writing import label, number_text
from .labels import width_of
from .marks import Spec
from .palette import CATEGORIES
from .vega import at, cell_told, field, mark, picture

__all__ = ["draw"]

_TREE = 380.0
_STEP, _NARROW, _FEW = 20.0, 14.0, 80
_LONGEST = 40
_GREY = "#8a9695"


def draw(matrix: Matrix, language: str) -> Spec:
    """Names at the left, the tree beside them, its root at the right."""
    size, last = len(matrix.rows), len(matrix.columns) - 1
    step = _STEP if size <= _FEW else _NARROW
    joined = [matrix.at(row, last).value or 0.0 for row in range(size - 1)]
    low, top = _limits(joined)
    groups = [label(heading.group, language) for heading in matrix.rows]
    numbers = {name: at for at, name in enumerate(dict.fromkeys(groups))}
    branches, ends = _branches(matrix, joined, groups, numbers, (step, low, top), language)
    names = [_short(label(heading.label, language)) for heading in matrix.rows]
    left = min(max(map(width_of, names), default=0.0), 260.0) + 14
    leaves = [
        {
            "row": row,
            "column": numbers[groups[row]],
            "x": left - 10,
            "y": (row + 0.5) * step,
            "name": names[row],
            "colour": heading.colour or _GREY,
            "told": _told(matrix, row, language),
        }
        for row, heading in enumerate(matrix.rows)
    ]
    for branch in (*branches, *ends):
        branch["x"] = left
    title = label(matrix.columns[last].label, language)
    data = {"leaves": leaves, "branches": branches, "ends": ends}
    scale = {
        "name": "x",
        "type": "linear",
        "zero": False,
        "domain": [low, top],
        "range": [left, left + _TREE],
    }
    axis = {
        "scale": "x",
        "orient": "bottom",
        "title": title,
        "tickCount": 5,
        "offset": 6,
        "zindex": 0,
        "grid": False,
    }
    return picture(
        left + _TREE + 30, size * step, data, marks=_marks(), scales=[scale], axes=[axis]
    )


def _limits(joined: list[float]) -> tuple[float, float]:
    """What the axis begins and ends with: not at 0 where all would be joined at the far end."""
    low, top = min(joined, default=0.0), max(joined, default=0.0) or 1.0
    if low < top / 2:
        return 0.0, top
    return max(low - max(top - low, top / 10) / 2, 0.0), top


def _branches(
    matrix: Matrix,
    joined: list[float],
    groups: list[str],
    numbers: dict[str, int],
    sized: tuple[float, float, float],
    language: str,
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The branches, from the lowest join to the highest, and where each group comes together."""
    step, low, top = sized
    size, last = len(matrix.rows), len(matrix.columns) - 1
    # Of each stretch of rows that is together, under its first and its last row: where and from which
    # to which row.
    spans = {row: (row, row) for row in range(size)}
    nodes = {row: (0.0, (row + 0.5) * step) for row in range(size)}
    found, ends = list[dict[str, Any]](), dict[str, dict[str, Any]]()
    for row, name in enumerate(groups):
        ends[name] = _end(name, numbers[name], nodes[row])
    for row in sorted(range(size - 1), key=lambda at: joined[at]):
        (first, _), (_, end) = spans[row], spans[row + 1]
        (x1, y1), (x2, y2) = nodes[first], nodes[row + 1]
        x = (joined[row] - low) / (top - low) * _TREE
        spans[first] = spans[end] = (first, end)
        nodes[first] = nodes[end] = (x, (y1 + y2) / 2)
        one = groups[first] == groups[end]
        told = cell_told(matrix, row, last, language)
        told["told"] = {
            label(matrix.columns[last].label, language): number_text(
                joined[row], matrix.number, language
            ),
        }
        found.append(
            {
                **told,
                "path": f"M{x1:.1f},{y1:.1f}H{x:.1f}V{y2:.1f}H{x2:.1f}",
                "colour": CATEGORIES[numbers[groups[first]] % len(CATEGORIES)] if one else _GREY,
                "thick": 2 if one else 1.2,
            }
        )
        if one:
            ends[groups[first]] = _end(groups[first], numbers[groups[first]], nodes[first])
    return found, list(ends.values())


def _end(name: str, number: int, node: tuple[float, float]) -> dict[str, Any]:
    return {"name": str(number + 1), "whole": name, "at": round(node[0], 1), "y": round(node[1], 1)}


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _told(matrix: Matrix, row: int, language: str) -> dict[str, str]:
    heading = matrix.rows[row]
    told = {label(matrix.row_title, language): heading.path or label(heading.label, language)}
    if matrix.row_totals:
        total = number_text(matrix.row_totals[row], matrix.total_number, language)
        told[label(matrix.row_total, language)] = total
    told[label(matrix.column_title, language)] = label(heading.group, language)
    return told


def _marks() -> list[Spec]:
    branch = {
        "x": field("x"),
        "path": field("path"),
        "stroke": field("colour"),
        "strokeWidth": field("thick"),
        "strokeJoin": at("round"),
        "fill": at(None),
        "tooltip": field("told"),
        "cursor": at("pointer"),
    }
    where: Spec = {"x": {"field": "x", "offset": {"field": "at"}}, "y": field("y")}
    number = {
        **where,
        "text": field("name"),
        "align": at("center"),
        "baseline": at("middle"),
        "fontWeight": at("bold"),
        "tooltip": field("whole"),
    }
    dot = {
        "x": field("x", offset=at(6)),
        "y": field("y"),
        "size": at(36),
        "fill": field("colour"),
    }
    name = {
        "x": field("x", offset=at(-3)),
        "y": field("y"),
        "text": field("name"),
        "align": at("right"),
        "baseline": at("middle"),
        "limit": at(260),
        "tooltip": field("told"),
        "cursor": at("pointer"),
    }
    ring = {**where, "size": at(230), "stroke": at(_GREY)}
    return [
        mark("path", "branches", branch),
        mark("symbol", "leaves", dot, style="faint", silent=True),
        mark("text", "leaves", name),
        mark("symbol", "ends", ring, style="paper", silent=True),
        mark("text", "ends", number),
    ]
