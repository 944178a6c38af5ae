"""A matrix, and a kind of display, as plain values in one language: what JSON holds of them."""

from __future__ import annotations

from typing import Any

from ..i18n import translate
from ..model.shape import CellText, Heading, Matrix
from .charts import chart
from .display import DisplayKind
from .writing import label

__all__ = ["plain_kind", "plain_matrix"]


def plain_matrix(matrix: Matrix, language: str) -> dict[str, Any]:
    """A matrix for programs: texts in ``language``, only cells that are not empty, its chart."""
    caption = matrix.caption
    return {
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
            for (row, column), cell in sorted(matrix.cells.items())
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
        "strays": [
            {"row": stray.row, "column": stray.column, **_written(stray.written)}
            for stray in matrix.strays
        ],
        "caption": {
            "title": label(caption.title, language),
            "unit": label(caption.unit, language),
            "filter": caption.filter,
            "n": caption.n,
            "notes": [translate(note, language) for note in caption.notes],
        },
        "chart": chart(matrix, language),
    }


def _written(written: CellText) -> dict[str, str]:
    return {"text": written.text, "state": written.state, "by": written.by}


def _heading(heading: Heading, language: str) -> dict[str, Any]:
    return {
        "key": heading.key,
        "label": label(heading.label, language),
        "depth": heading.depth,
        "colour": heading.colour,
        "group": heading.group,
        "path": heading.path,
    }


def plain_kind(kind: DisplayKind, language: str) -> dict[str, Any]:
    """A kind for programs: enough to make a form of it."""
    return {
        "name": kind.name,
        "title": translate(kind.title, language),
        "purpose": kind.purpose,
        "about": translate(kind.about, language),
        "source": kind.source,
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
            }
            for setting in kind.settings
        ],
    }
