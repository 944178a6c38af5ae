"""A matrix, and a kind of display, as plain values in one language: what JSON holds of them."""

from __future__ import annotations

from typing import Any

from ..i18n import translate
from ..model.shape import CellText, Heading, Matrix
from .charts import chart
from .display import DisplayKind
from .matrix.cells import CellTable
from .writing import label

__all__ = ["plain_kind", "plain_matrix"]


# More cells than this are packed for a browser.
MOST_OBJECTS = 20_000


def plain_matrix(matrix: Matrix, language: str, *, packed: bool = False) -> dict[str, Any]:
    """A matrix for programs: texts in ``language``, only cells that are not empty, its chart. With
    ``packed``, very many cells come as columns (see :meth:`CellTable.packed`), not one by one."""
    caption, cells = matrix.caption, matrix.cells
    large = packed and len(cells) > MOST_OBJECTS
    columns = cells.packed() if large and isinstance(cells, CellTable) else None
    return {
        "packed": columns,
        "kind": matrix.kind,
        "rows": [_heading(heading, language) for heading in matrix.rows],
        "columns": [_heading(heading, language) for heading in matrix.columns],
        "cells": [
            {
                "row": row,
                "column": column,
                "value": cell.value,
                "state": cell.state,
                "query": cell.query,
                "note": label(cell.note, language) if cell.note else None,
            }
            for (row, column), cell in sorted(() if columns else cells.items())
        ],
        "blank": {"value": matrix.blank.value, "state": matrix.blank.state},
        "number": matrix.number,
        "row_title": label(matrix.row_title, language),
        "column_title": label(matrix.column_title, language),
        "row_totals": list(matrix.row_totals),
        "column_totals": list(matrix.column_totals),
        "row_total": label(matrix.row_total, language) or None,
        "column_total": label(matrix.column_total, language) or None,
        "total_number": matrix.total_number,
        "measures": {
            name: [[row, column, value] for (row, column), value in sorted(values.items())]
            for name, values in matrix.measures.items()
        },
        "texts": [
            {"row": row, "column": column, **_written(written)}
            for (row, column), written in sorted(matrix.texts.items())
        ],
        "said": [
            {"row": row, "column": column, "texts": [label(one, language) for one in texts]}
            for (row, column), texts in sorted(matrix.said.items())
        ],
        "strays": [
            {"row": stray.row, "column": stray.column, **_written(stray.written)}
            for stray in matrix.strays
        ],
        "caption": {
            "title": label(caption.title, language),
            "unit": label(caption.unit, language),
            "filter": caption.filter,
            "n": caption.n,
            "counted": label(caption.counted, language) or None,
            "notes": [translate(note, language) for note in caption.notes],
            "reasons": [translate(note, language) for note in caption.reasons],
        },
        "chart": chart(matrix, language),
        "network": _network(matrix, language),
    }


def _network(matrix: Matrix, language: str) -> dict[str, Any] | None:
    """Boxes and arrows; what they rest on stands in their rows."""
    if matrix.network is None:
        return None
    return {
        "boxes": [
            {"key": one.key, "label": one.label, "kind": one.kind, "level": one.level, "x": one.x,
             "y": one.y, "row": one.row}
            for one in matrix.network.boxes
        ],
        "arrows": [
            {"key": one.key, "origin": one.origin, "target": one.target, "sign": one.sign,
             "strength": one.strength, "words": label(one.words, language), "row": one.row}
            for one in matrix.network.arrows
        ],
    }  # fmt: skip


def _written(written: CellText) -> dict[str, str]:
    return {"text": written.text, "state": written.state, "by": written.by}


def _heading(heading: Heading, language: str) -> dict[str, Any]:
    above = [label(outer, language) for outer in heading.above]
    return {
        "key": heading.key,
        "label": label(heading.label, language),
        "depth": heading.depth,
        "colour": heading.colour,
        "group": label(heading.group, language) or " · ".join(above) or None,
        "path": heading.path,
        "above": above,
        "query": heading.query,
        "subtotal": heading.subtotal,
    }


def plain_kind(kind: DisplayKind, language: str) -> dict[str, Any]:
    """A kind for programs: enough to make a form of it."""
    return {
        "name": kind.name,
        "title": translate(kind.title, language),
        "purpose": kind.purpose,
        "about": translate(kind.about, language),
        "source": label(kind.source, language),
        "also": [translate(one, language) for one in kind.also],
        "example": dict(kind.example),
        "shown": kind.shown,
        "settings": [
            {
                "name": setting.name,
                "label": translate(setting.label, language),
                "type": setting.type,
                "choices": [
                    {"value": value, "label": translate(words, language)}
                    for value, words in setting.choices
                ],
                "default": setting.default,
                "most": setting.most,
                "none": label(setting.none, language) or None,
            }
            for setting in kind.settings
        ],
        "drawn": kind.drawn,
    }
