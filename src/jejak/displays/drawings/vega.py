"""What drawings written in Vega share: the name of the grammar, and marks as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...model.shape import Matrix
from ..writing import cell_text, label
from .marks import Spec

__all__ = ["VEGA", "at", "cell_told", "field", "mark", "picture"]

# Names the grammar and its version; nothing is fetched from there.
VEGA = "https://vega.github.io/schema/vega/v6.json"


def picture(
    width: float, height: float, data: Mapping[str, Sequence[Mapping[str, Any]]], **parts: Any
) -> Spec:
    """A specification of a picture of that size, from named lists of values and its other parts."""
    tables = [{"name": name, "values": list(values)} for name, values in data.items()]
    size = {"width": width, "height": height, "autosize": "pad"}
    return {"$schema": VEGA, **size, "data": tables, **parts}


def field(name: str, scale: str | None = None, **more: Any) -> Spec:
    """A channel that takes its value from a field."""
    return ({"field": name} if scale is None else {"scale": scale, "field": name}) | more


def at(value: Any) -> Spec:
    """A channel that has the same value for all marks."""
    return {"value": value}


def mark(
    kind: str, data: str, channels: Mapping[str, Spec], *, style: str = "", silent: bool = False
) -> Spec:
    """A mark for each value of a table; one that is ``silent`` is nothing for pointers, since another
    mark at the same place is.

    To readers of screens a picture is one image with a name, and its table tells what is in it.
    """
    made: Spec = {"type": kind, "from": {"data": data}, "encode": {"update": dict(channels)}}
    made["aria"] = False
    if style:
        made["style"] = style
    if silent:
        made["interactive"] = False
    return made


def cell_told(matrix: Matrix, row: int, column: int, language: str) -> dict[str, Any]:
    """What the mark of a cell has to know: where a click leads, and what is told where one points."""
    down, across = matrix.rows[row], matrix.columns[column]
    return {
        "row": row,
        "column": column,
        "told": {
            label(matrix.row_title, language): down.path or label(down.label, language),
            label(matrix.column_title, language): across.path or label(across.label, language),
            label(matrix.caption.unit, language): cell_text(
                matrix, matrix.at(row, column), language
            ),
        },
    }
