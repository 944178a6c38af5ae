"""Displays as a notebook sees them: a table, a chart where there is one, a file."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from ..displays import DISPLAYS
from ..displays.files import write_shape
from ..errors import MissingExtra, NotFound
from ..i18n import translate
from ..model.shape import Cell, Heading, Matrix
from .tabular import Column, Tabular

__all__ = ["DisplayView", "kind_of_display"]


class DisplayView(Tabular):
    """A display computed from the study as it stood; :attr:`matrix` is all of it."""

    def __init__(self, matrix: Matrix, language: str) -> None:
        self.matrix = matrix
        self._language = language

    def cell(self, row: str, column: str) -> Cell:
        """The cell of a row and column by their labels or keys. Raises :class:`NotFound`."""
        place = _place(self.matrix.rows, row), _place(self.matrix.columns, column)
        return self.matrix.cells.get(place, self.matrix.blank)

    def chart(self) -> Any:
        """The chart, as an Altair object that shows itself in a notebook.

        Raises :class:`MissingExtra` (``charts``), :class:`NotFound` where this display has none.
        """
        try:
            import altair as alt
        except ImportError:
            raise MissingExtra("charts", "A chart") from None
        return alt.Chart.from_dict(dict(self._chart()))

    def _chart(self) -> Mapping[str, object]:
        if self.matrix.chart is None:
            raise NotFound("no-chart", "This display has nothing to draw as a chart.")
        return self.matrix.chart

    def save(self, path: str | Path) -> Path:
        """Write it; the ending decides: .svg .png .html .csv .xlsx .json .md.

        Raises :class:`InvalidInput`, :class:`MissingExtra`.
        """
        target = Path(path)
        write_shape(self.matrix, target, self._language)
        return target

    def _columns(self) -> list[Column]:
        matrix = self.matrix
        columns = [Column("row", "text", [row.label for row in matrix.rows])]
        for number, heading in enumerate(matrix.columns):
            values = [
                matrix.cells.get((row, number), matrix.blank).value
                for row in range(len(matrix.rows))
            ]
            columns.append(_measured(heading.label, values))
        return columns

    def _repr_html_(self) -> str:
        caption = self.matrix.caption
        notes = [translate(note, self._language) for note in caption.notes]
        said = " · ".join([translate(caption.unit, self._language), *notes])
        title = translate(caption.title, self._language)
        return (
            f"<p><strong>{escape(title)}</strong></p>{super()._repr_html_()}<p>{escape(said)}</p>"
        )

    def _repr_mimebundle_(self, **_: object) -> dict[str, object]:
        bundle: dict[str, object] = {"text/html": self._repr_html_(), "text/plain": repr(self)}
        if self.matrix.chart is not None:
            bundle[_mime(self.matrix.chart)] = dict(self.matrix.chart)
        return bundle

    def __repr__(self) -> str:
        matrix = self.matrix
        return f"<Display {matrix.kind}: {len(matrix.rows)} × {len(matrix.columns)}>"


def kind_of_display(name: str) -> str:
    """The kind of that name, or the one kind whose name ends with it (``cooccurrence``)."""
    names = DISPLAYS.names()
    if name in names:
        return name
    ends = [known for known in names if known.endswith(f"-{name}")]
    return ends[0] if len(ends) == 1 else name


def _mime(chart: Mapping[str, object]) -> str:
    version = str(chart.get("$schema", "v6")).rpartition("/")[2].removesuffix(".json")
    return f"application/vnd.vegalite.{version.partition('.')[0]}+json"


def _place(headings: tuple[Heading, ...], wanted: str) -> int:
    for number, heading in enumerate(headings):
        if wanted in (heading.key, heading.label):
            return number
    raise NotFound("no-such-heading", f"This display has no row or column “{wanted}”.")


def _measured(name: str, values: list[float | int | str | None]) -> Column:
    if any(isinstance(value, str) for value in values):
        return Column(name, "text", [None if value is None else str(value) for value in values])
    whole = all(value is None or isinstance(value, int) for value in values)
    return Column(name, "whole" if whole else "number", values)
