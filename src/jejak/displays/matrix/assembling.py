"""From what was counted to a shape: headings, cells, totals, caption, in the order asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ...analysis.spans import Floats, Ints
from ...model.corpus import Corpus
from ...model.message import Message, say
from ...model.shape import NO_DATA, UNFIT, Caption, Cell, Heading, Matrix
from ..display import DisplayFilter
from .cells import whole
from .change import change_of
from .engine import Counted, counted
from .facet import Facet
from .families import facet_label
from .notes import notes as notes_of
from .ordering import Order, ordered
from .rated import Rated
from .reducers import Reducer, reducer_of
from .sides import Side

__all__ = ["Assembly", "assemble"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """How a matrix is put together beside its facets.

    ``reducer``: what a cell says. ``unused``: also codes without codings. ``top``: at most so many
    rows and columns, the most used. ``row_order`` and ``column_order``: see
    :class:`~jejak.displays.matrix.ordering.Order`. ``totals``: whether there are any. ``measures``:
    further counts that go along (``codings``, ``segments``, ``cases``, ``sources``). ``quotes``: so
    many quotations in each cell. ``change``: also what changed from the first group of columns to
    the last. ``subtotals``: of nested ``rows``, ``columns`` or ``both``, or of ``none``.
    """

    reducer: Reducer | str = "codings"
    unused: bool = False
    top: int = 500
    row_order: str = ""
    column_order: str = ""
    totals: bool = True
    measures: tuple[str, ...] = ()
    quotes: int = 0
    change: bool = False
    subtotals: str = "none"


def assemble(
    corpus: Corpus,
    only: DisplayFilter,
    *,
    kind: str,
    rows: Sequence[Facet],
    columns: Sequence[Facet] = (),
    how: Assembly | None = None,
    title: Message | None = None,
    row_title: Message | None = None,
    column_title: Message | None = None,
    unit: Message | None = None,
    called: Mapping[str, Message] | None = None,
) -> Matrix:
    """A matrix of any facets. Without ``columns`` there is one, of the whole study. ``called`` says
    what lines of a facet that a kind brings itself are called in the reader's language.

    Raises :class:`InvalidInput` for a facet, reducer or order that is not there.
    """
    how = how or Assembly()
    reducer = reducer_of(how.reducer) if isinstance(how.reducer, str) else how.reducer
    told = counted(
        corpus, only, rows, columns, reducer, unused=how.unused, top=how.top,
        subtotals=[how.subtotals in (side, "both") for side in ("rows", "columns")],
        kind=Rated if reducer.rates else Counted,
    )  # fmt: skip
    row_heads = _called(told.rows.axis.headings(told.row_query), called)
    column_heads = _called(told.columns.axis.headings(told.column_query), called)
    row_title = row_title or side_title(told.rows, corpus)
    column_title = column_title or side_title(told.columns, corpus)
    matrix = Matrix(
        kind=kind,
        rows=row_heads,
        columns=column_heads,
        cells={},
        caption=Caption(
            title=title or say("{rows} by {columns}", rows=row_title, columns=column_title),
            unit=unit or reducer.unit,
            filter=str(only),
            n=told.n,
            notes=notes_of(told, row_heads, column_heads),
            counted=reducer.counted,
        ),
        row_title=row_title,
        column_title=column_title,
        blank=UNFIT if np.isnan(reducer.absent) else Cell(0),
        row_total=reducer.of_row,
        column_total=reducer.of_column,
        number=reducer.number,
        total_number="count" if reducer.total == "there" else reducer.number,
    )
    return _in_order(matrix, told, how)


def _called(
    headings: Sequence[Heading], called: Mapping[str, Message] | None
) -> tuple[Heading, ...]:
    own = called or {}
    return tuple(
        replace(one, label=own.get(one.key.removeprefix("own="), one.label)) for one in headings
    )


def side_title(side: Side, corpus: Corpus) -> Message:
    """What the rows or columns are, the outermost facet first."""
    labels = [facet_label(facet, corpus) for facet in side.facets]
    title = labels[0]
    for label in labels[1:]:
        title = say("{outer}, {inner}", outer=title, inner=label)
    return title


def _in_order(matrix: Matrix, told: Counted, how: Assembly) -> Matrix:
    """The matrix with its totals, and rows and columns in the order asked for."""
    corpus, change = told.corpus, change_of(told, matrix.columns) if how.change else None
    cells, of_rows, of_columns = told.table(), told.row_totals(), told.column_totals()
    heads = matrix.columns
    if change is not None:
        cells, of_columns = change.table(cells), change.totals(of_columns)
        heads = (*heads, *change.headings())
    values = cells.amounts() if how.row_order or how.column_order else cells.numbers
    rows = ordered(Order.read(how.row_order), matrix.rows, heads, values, of_rows, corpus)
    columns = ordered(
        Order.read(how.column_order), heads, matrix.rows, values.T, of_columns, corpus
    )
    bare = cells.bare and not np.isnan(told.reducer.absent)
    said, notes = _quoted(told, how, rows, columns)
    totals = how.totals
    one_column = [facet.name for facet in told.columns.facets] == ["study"]
    return replace(
        matrix,
        rows=_put(matrix.rows, rows),
        columns=_put(heads, columns),
        cells=(cells.sparse() if bare else cells).turned(rows, columns),
        blank=NO_DATA if bare else matrix.blank,
        said=said,
        caption=replace(matrix.caption, notes=(*notes, *matrix.caption.notes)),
        row_totals=_numbers(of_rows, rows) if totals and not one_column else (),
        column_totals=_numbers(of_columns, columns) if totals else (),
        measures={
            name: one.turned(rows, columns) for name, one in told.measures(how.measures).items()
        },
    )


def _put(headings: Sequence[Heading], order: Ints | None) -> tuple[Heading, ...]:
    """The headings in an order; one that is not their own takes codes out of their tree."""
    if order is None:
        return tuple(headings)
    return tuple(replace(headings[place], depth=0) for place in order.tolist())


def _numbers(totals: Floats, order: Ints | None) -> tuple[float | None, ...]:
    found = totals if order is None else totals[order]
    return tuple(None if np.isnan(total) else whole(float(total)) for total in found)


def _quoted(
    told: Counted, how: Assembly, rows: Ints | None, columns: Ints | None
) -> tuple[Mapping[tuple[int, int], tuple[str | Message, ...]], tuple[Message, ...]]:
    """The words and quotations, where their cells stand in the end, and what has to be said of them."""
    found = dict(told.told())
    without = 0
    if how.quotes:
        quotes, without = told.quotations(how.quotes)
        for place, words in quotes.items():
            found[place] = (*found.get(place, ()), *words)
    row_at = _places(len(told.rows), rows)
    column_at = _places(len(told.columns), columns)
    said = {(row_at[row], column_at[column]): words for (row, column), words in found.items()}
    note = say(
        "{n} cell holds no quotations, for there would be too many; its number leads to them."
        "|{n} cells hold no quotations, for there would be too many; their numbers lead to them.",
        n=without,
    )
    return said, (note,) if without else ()


def _places(count: int, order: Ints | None) -> list[int]:
    """Where each of so many stands in an order."""
    if order is None:
        return list(range(count))
    at = np.empty(len(order), np.int64)
    at[order] = np.arange(len(order))
    found: list[int] = at.tolist()
    return found
