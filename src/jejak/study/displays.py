"""Displays as a notebook sees them: a table, a chart where there is one, a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from importlib import import_module
from pathlib import Path
from typing import Any

from ..displays import DISPLAYS
from ..displays.charts import chart, is_vega
from ..displays.files import write_shape
from ..displays.files.caption import caption_lines
from ..displays.files.html_page import html_table
from ..displays.writing import label, place_of, whole_label
from ..errors import MissingExtra, NotFound
from ..model.shape import Cell, Heading, Matrix
from .tabular import Column, Tabular

__all__ = ["DisplayView", "VegaPicture", "kind_of_display"]

# What notebooks draw by themselves.
_VEGA_LITE = "application/vnd.vegalite.v6+json"
_VEGA = "application/vnd.vega.v6+json"


class VegaPicture:
    """A chart written in Vega, which shows itself in a notebook."""

    def __init__(self, spec: dict[str, Any]) -> None:
        self._spec = spec

    def to_dict(self) -> dict[str, Any]:
        """The specification."""
        return self._spec

    def _repr_mimebundle_(self, **_: object) -> dict[str, object]:
        return {_VEGA: self._spec, "text/plain": repr(self)}

    def __repr__(self) -> str:
        return f"<VegaPicture: {' '.join(self._spec['title']['text'])}>"


class DisplayView(Tabular):
    """A display computed from the study as it stood; :attr:`matrix` is all of it."""

    def __init__(self, matrix: Matrix, language: str, leaving: Callable[[Matrix], Matrix]) -> None:
        self.matrix = matrix
        self._leaving = leaving
        self._language = language

    def cell(self, row: str, column: str) -> Cell:
        """The cell of a row and column by their labels, paths or keys. Raises :class:`NotFound`."""
        return self.matrix.at(
            place_of(self.matrix.rows, row, self._language),
            place_of(self.matrix.columns, column, self._language),
        )

    def chart(self) -> Any:
        """The chart, as an object that shows itself in a notebook: Altair's, or a
        :class:`VegaPicture` where the drawing is one that Vega-Lite has no words for.

        Raises :class:`MissingExtra` (``charts``), :class:`NotFound` where there is nothing to draw.
        """
        try:
            altair = import_module("altair")
        except ImportError:
            raise MissingExtra("charts", "A chart") from None
        spec = chart(self.matrix, self._language)
        if spec is None:
            raise NotFound("no-chart", "This display has nothing to draw.")
        if is_vega(spec):
            return VegaPicture(spec)
        return altair.Chart.from_dict(spec)

    def save(self, path: str | Path) -> Path:
        """Write it; the ending decides: .svg .png .pdf .html .csv .xlsx .docx .json .md.

        What privacy keeps in the study stays out of it. Raises :class:`InvalidInput` (also for what
        is made by a hidden attribute), :class:`MissingExtra`, :class:`StoreFailure`.
        """
        return write_shape(self._leaving(self.matrix), Path(path), self._language)

    def _columns(self) -> list[Column]:
        matrix, rows = self.matrix, range(len(self.matrix.rows))
        titles = [self._name(heading) for heading in matrix.rows]
        whole = matrix.number in {"count", "presence"}
        columns = [Column(label(matrix.row_title, self._language), "text", titles)]
        for number, heading in enumerate(matrix.columns):
            name = self._name(heading)
            columns.append(_numbers(name, [matrix.at(row, number).value for row in rows], whole))
        if matrix.row_totals:
            whole = matrix.total_number in {"count", "presence"}
            name = label(matrix.row_total, self._language)
            columns.append(_numbers(name, list(matrix.row_totals), whole))
        return columns

    def _name(self, heading: Heading) -> str:
        return label(whole_label(heading, path=True), self._language)

    def _repr_html_(self) -> str:
        title = escape(label(self.matrix.caption.title, self._language))
        lines = caption_lines(self.matrix, self._language)
        notes = "".join(f"<li>{escape(line)}</li>" for line in lines)
        table = html_table(self.matrix, self._language)
        return f"<p><strong>{title}</strong></p>{table}<ul>{notes}</ul>"

    def _repr_mimebundle_(self, **_: object) -> dict[str, object]:
        bundle: dict[str, object] = {"text/html": self._repr_html_(), "text/plain": repr(self)}
        spec = chart(self.matrix, self._language)
        return bundle if spec is None else {**bundle, _VEGA if is_vega(spec) else _VEGA_LITE: spec}

    def __repr__(self) -> str:
        matrix = self.matrix
        return f"<Display {matrix.kind}: {len(matrix.rows)} × {len(matrix.columns)}>"


def _numbers(name: str, values: Sequence[float | None], whole: bool) -> Column:  # noqa: FBT001  (how they are held)
    if whole:
        return Column(name, "whole", [None if value is None else int(value) for value in values])
    return Column(name, "number", values)


def kind_of_display(name: str) -> str:
    """The kind of that name, or the one whose name ends with it (``cooccurrence``); of several that
    of codes (``frequencies``)."""
    names = DISPLAYS.names()
    if name in names:
        return name
    ends = [known for known in names if known.endswith(f"-{name}")]
    of_codes = [known for known in ends if known == f"code-{name}"]
    return (of_codes or ends)[0] if of_codes or len(ends) == 1 else name
