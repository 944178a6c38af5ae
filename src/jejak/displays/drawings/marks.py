"""What drawings of matrices share: names, values, axes, and what is told where one points.

Letters and background are left to whoever draws.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from textwrap import wrap
from typing import Any

from ...i18n import translate
from ...model.message import say
from ...model.shape import Cell, Heading, Matrix
from ..writing import STATE_SIGNS, STATE_WORDS, cell_text, label, whole_label

__all__ = [
    "Spec",
    "axis",
    "cell_values",
    "depth_of",
    "least_of",
    "shown_names",
    "title_of",
    "tooltip",
    "top_of",
    "unsummed",
]

Spec = dict[str, Any]

_LETTER = 6.8
# A name that is longer is cut: it would leave no room for the chart, and take minutes to measure.
_LONGEST = 120
# Spaces at the beginning are cut off, unless something that is not seen stands before them.
_INDENT, _UNSEEN = "\u2003", "\u200b"


def title_of(matrix: Matrix, language: str, shown: Collection[str]) -> Spec:
    """What stands above a drawing: its title, what is counted, and those signs of states explained
    that are among the words ``shown`` in it."""
    rows = shown_names(matrix.rows, language)
    width = max(60, min(110, len(matrix.columns) * 4 + max(map(len, rows), default=0)))
    lines = [label(matrix.caption.unit, language)]
    if matrix.caption.filter:
        lines.append(translate(say("Filter: {query}", query=matrix.caption.filter), language))
    states = sorted(state for state, sign in STATE_SIGNS.items() if sign in shown)
    lines += [f"{STATE_SIGNS[s]} {translate(STATE_WORDS[s], language)}" for s in states]
    return {
        "text": wrap(label(matrix.caption.title, language), width) or [""],
        "subtitle": [part for line in lines for part in wrap(line, width)],
        "anchor": "start",
        "frame": "group",
        "offset": 14,
        "subtitlePadding": 6,
    }


def shown_names(headings: tuple[Heading, ...], language: str) -> list[str]:
    """What is shown, nested ones set in; the same words twice are told apart by what is not seen."""
    seen: dict[str, int] = {}
    names = []
    for heading in headings:
        set_in = _UNSEEN + _INDENT * heading.depth if heading.depth else ""
        shown = label(whole_label(heading), language)
        name = set_in + (shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…")
        times = seen[name] = seen.get(name, -1) + 1
        names.append(name + _UNSEEN * times)
    return names


def cell_values(
    matrix: Matrix, rows: list[str], columns: list[str], language: str
) -> list[dict[str, Any]]:
    """A value for each cell but those of subtotals, empty ones too, with what a click and a pointer
    need."""
    top = depth_of(matrix)
    found = []
    for row, y in enumerate(rows):
        for column, x in enumerate(columns):
            if _summed(matrix, row, column):
                continue
            cell = matrix.at(row, column)
            found.append(
                {
                    "x": x,
                    "y": y,
                    "row": row,
                    "column": column,
                    "row_key": matrix.rows[row].key,
                    "column_key": matrix.columns[column].key,
                    "value": cell.value if cell.state == "value" else None,
                    "text": cell_text(matrix, cell, language),
                    "shown": _sign(matrix, cell, language) + ("*" if cell.note else ""),
                    "tone": _tone(matrix, cell, top),
                    "query": cell.query,
                }
                | ({"note": label(cell.note, language)} if cell.note else {})
            )
    return found


def unsummed(names: Sequence[str], headings: Sequence[Heading]) -> list[str]:
    """The names of headings that are no subtotals: a picture shows what they are made of."""
    return [name for name, one in zip(names, headings, strict=True) if not one.subtotal]


def _summed(matrix: Matrix, row: int, column: int) -> bool:
    return matrix.rows[row].subtotal or matrix.columns[column].subtotal


def top_of(matrix: Matrix) -> float:
    """The largest amount in any cell that is of no subtotal, 1 where there is none."""
    if matrix.number in ("presence", "chance"):
        return 1
    amounts = [
        abs(cell.value)
        for place, cell in matrix.cells.items()
        if cell.value is not None and not _summed(matrix, *place)
    ]
    finite = [amount for amount in amounts if math.isfinite(amount)]
    return max(finite, default=0) or 1


def depth_of(matrix: Matrix) -> float:
    """The amount that has the deepest colour: the largest there is. Of numbers with a sign that pass
    1 (residuals) it is 4, so that a 2 looks alike in every table, beside a 1 and beside a 20."""
    top = top_of(matrix)
    return 4.0 if matrix.number == "signed" and top > 1 else top


def _sign(matrix: Matrix, cell: Cell, language: str) -> str:
    """What stands in a small cell: a number, or a sign for a state; nothing for 0 of a sparse one."""
    if cell.state != "value":
        return STATE_SIGNS[cell.state]
    if matrix.number == "presence":
        return "●" if cell.value else ""
    return cell_text(matrix, cell, language) if cell.value else "·"


def _tone(matrix: Matrix, cell: Cell, top: float) -> str:
    """What the letters stand on: a dark cell, a light one, or none."""
    if cell.state != "value" or not cell.value:
        return "none"
    share = min(abs(cell.value) / top, 1)
    if matrix.number == "chance":
        share = 1 - share
    if matrix.number in ("count", "decimal"):
        share = math.sqrt(share)
    dark = 0.8 if matrix.number == "signed" else 0.55
    return "dark" if share > dark else "light"


def axis(channel: str, matrix: Matrix, names: list[str], language: str, step: int) -> Spec:
    """The axis of the rows (``y``) or columns (``x``), a band of ``step`` pixels for each."""
    across = channel == "x"
    title = matrix.column_title if across else matrix.row_title
    longest = max(map(len, names))
    steep = across and longest * _LETTER > step - 4
    axis: Spec = {
        "title": label(title, language),
        "orient": "top" if across else "left",
        "domain": False,
        "ticks": False,
        "labelPadding": 6,
        "labelLimit": 260,
        "grid": False,
        "titleAnchor": "start",
        "titlePadding": 10,
    }
    if across:
        axis["labelAngle"] = -60 if steep else 0
        axis["labelAlign"] = "left" if steep else "center"
        axis["labelBaseline"] = "middle" if steep else "bottom"
    else:
        # Room for the title too: the names of the columns begin right after it.
        room = min(max(longest, len(axis["title"])) * _LETTER, 260) + 8
        axis |= {
            "labelAlign": "left",
            "labelPadding": room,
            "titleAngle": 0,
            "titleAlign": "left",
            "titleBaseline": "bottom",
            "titleY": -8,
            "titleX": -room,
        }
        if any(name.startswith(_UNSEEN) for name in names):
            strong = {"test": f"indexof(datum.label, '{_UNSEEN}') != 0", "value": 600}
            axis["labelFontWeight"] = {"condition": strong, "value": 400}
    return {
        "field": channel,
        "type": "ordinal",
        "sort": None,
        "scale": {"domain": names, "paddingInner": 0.06, "paddingOuter": 0},
        "axis": axis,
    }


def tooltip(matrix: Matrix, language: str) -> list[Mapping[str, str]]:
    """What is told of a mark where one points: row, column and value."""
    named = {
        "y": label(matrix.row_title, language),
        "x": label(matrix.column_title, language),
        "text": label(matrix.caption.unit, language),
    }
    return [{"field": field, "type": "nominal", "title": title} for field, title in named.items()]


def least_of(matrix: Matrix) -> float:
    """The smallest value in any cell, 0 where there is none."""
    return min((c.value for c in matrix.cells.values() if c.value is not None), default=0)
