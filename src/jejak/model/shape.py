"""What a display gives: a shape that terminal, browser, report and file all draw.

A display is a pure function of the columns of a study and its settings. It returns a
:class:`Matrix`, rows by columns of cells; a cell names the codings behind it by a query, so that
every number is one step from the words. Texts are messages: whoever draws them knows the language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .message import Message

__all__ = ["NO_DATA", "STATES", "UNFIT", "Caption", "Cell", "CellText", "Heading", "Matrix",
           "NumberForm", "StrayText"]  # fmt: skip

# What a cell is: a number; nothing, because there is nothing to count in; or a question that cannot
# be asked there. The last two are never the same as 0.
STATES = ("value", "no data", "not applicable")

# How numbers are written: whole; as a share of 1; as a coefficient; the same with a sign that
# counts, -1 to 1; as yes or no.
NumberForm = Literal["count", "share", "decimal", "signed", "presence"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A row or column: a stable ``key`` (a GUID or a value), what is shown, and where it nests.

    ``path`` is the whole name where ``label`` is only the last part of it.
    """

    key: str
    label: str | Message
    depth: int = 0
    colour: str | None = None
    group: str | None = None
    path: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, the state it is in (one of :data:`STATES`) and a query for the segments behind it
    (empty where there are none). ``value`` is ``None`` in any state but *value*."""

    value: float | None
    state: str = "value"
    query: str = ""
    note: Message | None = None


NO_DATA = Cell(None, "no data")
UNFIT = Cell(None, "not applicable")


@dataclass(frozen=True, slots=True)
class CellText:
    """What an analyst wrote in a cell: its state is one of :data:`jejak.model.display.CELL_STATES`,
    ``by`` a name. No text and *checked*: it was asked, and nothing was found."""

    text: str
    state: str
    by: str


@dataclass(frozen=True, slots=True)
class StrayText:
    """What was written for a row and a column, by their names, that are not both shown now."""

    row: str
    column: str
    written: CellText


@dataclass(frozen=True, slots=True)
class Caption:
    """What a display says about itself: its title, what a cell counts, the filter, ``n`` (the
    codings that were counted, each once), and what a reader has to know."""

    title: Message
    unit: Message
    filter: str = ""
    n: int = 0
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows by columns.

    ``cells`` holds only those that are not empty, keyed by (row, column) index; ``blank`` is what an
    absent one means. ``row_totals`` and ``column_totals`` are empty or as long as the rows and the
    columns (``None`` where there is no data); ``row_total`` and ``column_total`` say what they
    count. ``number`` and ``total_number`` say how to write them. ``measures`` are further numbers by name, for cells that are not empty. ``texts``
    are the analyst's own words in cells, ``strays`` those whose cell is not shown. ``drawing`` names
    the picture made of it; bars or a heat map where it is empty.
    """

    kind: str
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    cells: Mapping[tuple[int, int], Cell]
    caption: Caption
    row_title: Message
    column_title: Message
    blank: Cell = Cell(0)
    row_totals: tuple[float | None, ...] = ()
    column_totals: tuple[float | None, ...] = ()
    row_total: Message | None = None
    column_total: Message | None = None
    number: NumberForm = "count"
    total_number: NumberForm = "count"
    measures: Mapping[str, Mapping[tuple[int, int], float]] = field(default_factory=dict)
    texts: Mapping[tuple[int, int], CellText] = field(default_factory=dict)
    strays: tuple[StrayText, ...] = ()
    drawing: str = ""

    def at(self, row: int, column: int) -> Cell:
        """The cell there, ``blank`` where none is held."""
        return self.cells.get((row, column), self.blank)
