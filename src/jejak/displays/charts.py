"""Charts of matrices as Vega-Lite (version 6) or Vega specifications: plain values, no addresses
but the name of the grammar.

A matrix names its drawing; one that does not is drawn as bars where it has one column, else as a heat
map. Letters and background are left to whoever draws.
"""

from __future__ import annotations

from ..i18n import translate
from ..model.message import say
from ..model.shape import Matrix
from .drawings import DRAWINGS
from .drawings.marks import Spec, title_of
from .drawings.vega import VEGA

__all__ = ["chart", "is_vega", "nothing"]


# A picture of more cells than this is no picture any more, and takes minutes to draw.
MOST_MARKS = 100_000


def is_vega(spec: Spec) -> bool:
    """Whether a chart is written in Vega, which says so in its ``$schema``, or in Vega-Lite."""
    return spec.get("$schema") == VEGA


def chart(matrix: Matrix, language: str) -> Spec | None:
    """The chart of a matrix with its texts in ``language``; ``None`` where there is nothing to draw.

    Each mark's values carry ``row`` and ``column`` (indices), ``row_key``, ``column_key`` and
    ``query``, so that a click leads to the words.
    """
    if not matrix.rows or not matrix.columns:
        return None
    if not matrix.drawing and len(matrix.rows) * len(matrix.columns) > MOST_MARKS:
        return None
    drawing = matrix.drawing or ("bars" if len(matrix.columns) == 1 else "heat")
    spec = DRAWINGS.get(drawing)(matrix, language)
    told = {"title": title_of(matrix, language, _shown(spec))}
    if is_vega(spec):
        told["title"]["frame"] = "bounds"
    return told | spec if "data" in spec else told | {"data": {"values": spec.pop("values")}} | spec


def nothing(matrix: Matrix, language: str) -> Spec:
    """What stands where a picture would: that there is nothing to show. The notes of the display,
    which stand below a picture, say why."""
    why = say("Nothing to show, for the reason below.")
    if not matrix.caption.reasons:
        why = say("Nothing to show: no coding fits these settings.")
    return {
        "title": title_of(matrix, language, ()),
        "data": {"values": [{"words": translate(why, language)}]},
        "width": 400,
        "height": 40,
        "view": {"stroke": None},
        "mark": {"type": "text", "align": "left", "baseline": "top", "fontSize": 13},
        "encoding": {"text": {"field": "words"}, "x": {"value": 0}, "y": {"value": 8}},
    }


def _shown(spec: Spec) -> frozenset[str]:
    """The words that stand in the marks of a specification."""
    data = spec.get("data", spec)
    tables = data if isinstance(data, list) else [data]
    rows = (row for table in tables for row in table.get("values", ()))
    texts = (row[name] for row in rows for name in ("shown", "words") if name in row)
    return frozenset(text for text in texts if isinstance(text, str))
