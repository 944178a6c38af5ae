"""What a display gives: a shape that terminal, browser, report and file all draw.

A display is a pure function of the columns of a study and its settings. It returns a
:class:`Matrix` (rows x columns of cells), with a chart specification where it has one; a cell names
the codings behind it by a query, so that every number is one step from the words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .message import Message

__all__ = ["Caption", "Cell", "Heading", "Matrix"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A row or column: a stable ``key`` (a GUID or a value), what is shown, and where it nests."""

    key: str
    label: str
    depth: int = 0
    colour: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, the state it is in (``value``, ``no data``, ``not applicable``) and a query for the
    segments behind it (empty where there are none)."""

    value: float | int | str | None
    state: str = "value"
    query: str = ""
    note: Message | None = None


@dataclass(frozen=True, slots=True)
class Caption:
    """What a display says about itself: title, unit counted, filter, n, and warnings."""

    title: Message
    unit: Message
    filter: str = ""
    n: int = 0
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows x columns. ``cells`` holds only those that are not empty, keyed by (row, column) index;
    ``blank`` is what an absent one means. ``chart`` is a Vega-Lite specification without data
    addresses, or ``None``."""

    kind: str
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    cells: Mapping[tuple[int, int], Cell]
    caption: Caption
    blank: Cell = Cell(0)
    row_totals: tuple[float, ...] = ()
    column_totals: tuple[float, ...] = ()
    chart: Mapping[str, object] | None = None
    measures: Mapping[str, Mapping[tuple[int, int], float]] = field(default_factory=dict)
