"""What a display gives: a shape that terminal, browser, report and file all draw.

A display is a pure function of the columns of a study and its settings. It returns a
:class:`Matrix`, rows by columns of cells; a cell names the codings behind it by a query, so that
every number is one step from the words. Texts are messages: whoever draws them knows the language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from .message import Message

__all__ = ["NO_DATA", "OPEN", "STATES", "UNFIT", "WORD", "Arrow", "Box", "Caption", "Cell", "CellText",
           "Heading", "Matrix", "Network", "NumberForm", "StrayText", "Why", "key_parts", "nested_key", "why"]  # fmt: skip

# What a cell is: a number; nothing, because there is nothing to count in; a question that cannot be
# asked there (these two are never the same as 0); or open: nothing is counted, an analyst writes.
STATES = ("value", "no data", "not applicable", "open")

# How keys of headings begin that are words of the material, each taken out of what people said.
WORD = "word:"

# How numbers are written: whole; as a share of 1; as a coefficient; the same with a sign that
# counts, -1 to 1; as a chance, to the thousandth; as yes or no; whole where it is whole, for a
# column of each kind.
NumberForm = Literal["count", "share", "decimal", "signed", "chance", "presence", "mixed"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A row or column: a stable ``key`` (a GUID or a value), what is shown, and where it nests.

    ``path`` is the whole name where ``label`` is only the last part of it. ``place`` is where a part of
    a text stands: the source's GUID and the code points ``[start, end)``. ``above`` are the labels
    of what it is nested in, the outermost first. ``query`` finds all codings of the row or column.
    ``when`` is a partly known date in its exact form, as :mod:`jejak.model.when` has it.
    ``subtotal``: it is of all that is nested in the last of ``above``.
    """

    key: str
    label: str | Message
    depth: int = 0
    colour: str | None = None
    group: str | Message | None = None
    path: str = ""
    place: tuple[str, int, int] | None = None
    above: tuple[str | Message, ...] = ()
    query: str = ""
    when: str = ""
    subtotal: bool = False


def nested_key(keys: Iterable[str]) -> str:
    """One key for a heading nested in others, from all their keys, the outermost first."""
    return "&".join(key.replace("%", "%25").replace("&", "%26") for key in keys)


def key_parts(key: str) -> tuple[str, ...]:
    """The keys that :func:`nested_key` put together; a key that is not nested, by itself."""
    parts = key.split("&")
    if len(parts) == 1:
        return (key,)
    return tuple(part.replace("%26", "&").replace("%25", "%") for part in parts)


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
OPEN = Cell(None, "open")


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
class Why(Message):
    """A note that says why there is nothing to show, and what to do about it."""


def why(note: Message) -> Message:
    """A note as the reason why there is nothing."""
    return Why(note.text, note.args)


@dataclass(frozen=True, slots=True)
class Caption:
    """What a display says about itself: its title, what a cell counts, the filter, ``n`` (what was
    counted, each once: codings, or what ``counted`` says), and what a reader has to know."""

    title: Message
    unit: Message
    filter: str = ""
    n: int = 0
    notes: tuple[Message, ...] = ()
    counted: Message | None = None

    @property
    def reasons(self) -> tuple[Message, ...]:
        """Those of the notes that say why there is nothing to show."""
        return tuple(note for note in self.notes if isinstance(note, Why))


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a network, its middle at ``x`` and ``y`` in pixels; ``row`` is that of the matrix
    which tells of it. ``kind``, ``level`` as in :class:`jejak.model.NetworkNode`."""

    key: str
    label: str
    kind: str
    x: int
    y: int
    level: str | None = None
    row: int = 0


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow between two boxes, by their places in the network; ``sign``, ``strength`` as in
    :class:`jejak.model.NetworkEdge`. ``words`` stand beside it."""

    key: str
    origin: int
    target: int
    sign: str = ""
    strength: int | None = None
    words: str | Message = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Network:
    """Boxes and arrows, each with its place; ``yes_no`` where signs are answers."""

    boxes: tuple[Box, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    yes_no: bool = False


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows by columns.

    ``cells`` holds only those that are not empty, keyed by (row, column) index; ``blank`` is what an
    absent one means. ``row_totals`` and ``column_totals`` are empty or as long as the rows and the
    columns (``None`` where there is no data); ``row_total`` and ``column_total`` say what they
    count. ``number`` and ``total_number`` say how to write them. ``measures`` are further numbers by name, for cells that are not empty. ``texts``
    are the analyst's own words in cells, ``strays`` those whose cell is not shown. ``said`` is what the
    study itself says there: quotations, or what a summary form holds. ``attributes`` are those whose values stand
    in names of rows or columns that are not made by them: (*case* or *source*, name). ``drawing`` names
    the picture made of it; bars or a heat map where it is empty. ``network`` are the boxes and arrows
    that the rows tell of.
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
    said: Mapping[tuple[int, int], tuple[str | Message, ...]] = field(default_factory=dict)
    attributes: tuple[tuple[str, str], ...] = ()
    drawing: str = ""
    network: Network | None = None

    @property
    def worded(self) -> bool:
        """Whether there are words in any cell."""
        return bool(self.texts or self.said)

    def at(self, row: int, column: int) -> Cell:
        """The cell there, ``blank`` where none is held."""
        return self.cells.get((row, column), self.blank)
