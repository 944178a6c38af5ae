"""A matrix of one column as bars."""

from __future__ import annotations

from ...model.shape import Matrix
from ..writing import label
from .marks import Spec, axis, cell_values, least_of, shown_names, tooltip, top_of, unsummed

__all__ = ["draw"]


def draw(matrix: Matrix, language: str) -> Spec:
    """A bar for each row."""
    rows, columns = shown_names(matrix.rows, language), shown_names(matrix.columns, language)
    top = top_of(matrix)
    amount = {
        "field": "value",
        "type": "quantitative",
        "scale": {"domain": [min(0, least_of(matrix)), top]},
        "axis": {
            "title": label(matrix.caption.unit, language),
            "orient": "bottom",
            "grid": True,
            "gridOpacity": 0.5,
            "domain": False,
            "tickCount": 5,
            "format": ".0%" if matrix.number == "share" else ("d" if top >= 5 else ""),
        },
    }
    names = axis("y", matrix, unsummed(rows, matrix.rows), language, 20)
    names["scale"] |= {"paddingInner": 0.25}
    told = tooltip(matrix, language)
    return {
        "values": cell_values(matrix, rows, columns, language),
        "width": 460,
        "height": {"step": 20},
        "encoding": {"y": names, "tooltip": told},
        "layer": [
            {
                "mark": {
                    "type": "bar",
                    "cornerRadiusEnd": 2,
                    "color": "#268386",
                    "cursor": "pointer",
                },
                "encoding": {"x": amount},
            },
            {
                "mark": {"type": "text", "aria": False, "align": "left", "dx": 5, "fontSize": 11},
                "encoding": {"x": amount, "text": {"field": "text", "type": "nominal"}},
            },
        ],
        "view": {"stroke": None},
    }
