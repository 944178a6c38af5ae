"""The displays: each as a picture and as the table behind it."""

from __future__ import annotations

from functools import partial

from ...displays.files.grid import stray_lines
from ...displays.writing import cell_text, number_text, whole_label, words_in
from ...documents.document import (
    Block,
    Bullets,
    Column,
    Figure,
    Fold,
    Paragraph,
    Run,
    Section,
    Table,
    Text,
    strong,
)
from ...model import Message, say
from ...model.shape import Cell, Heading, Matrix
from ..cited import cited_blocks
from ..facts import DisplayFacts, ReportFacts
from ..part import Part
from ..teller import Teller

__all__ = ["PART"]

# A page holds so many columns; a wider matrix is told cell by cell, the largest first.
_WIDEST = 9
_CELLS = 40
_ROWS_OPEN = 30
_MEASURES = 3


def _tell(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    if not facts.displays:
        return (Paragraph(tell.text(say("Nothing is coded that could be displayed."))),)
    return tuple(_display(one, n, tell) for n, one in enumerate(facts.displays, 1))


def _display(one: DisplayFacts, number: int, tell: Teller) -> Section:
    anchor, matrix = f"display-{one.key or number}", one.matrix
    if matrix is None:
        told = say("It cannot be computed as it was saved: {why}", why=one.problem)
        cited = cited_blocks(one.cited, tell)
        return Section(anchor, one.name, (Paragraph(tell.text(told)), *cited))
    blocks: list[Block] = [] if one.about is None else [Paragraph(tell.text(one.about))]
    if matrix.cells:
        blocks += [*_picture(one, matrix, tell), _numbers(one, matrix, tell)]
    else:
        blocks.append(Paragraph(tell.text(say("There is nothing in it yet.")), "note"))
    return Section(
        anchor,
        _called(one, matrix, tell),
        (
            *blocks,
            *_words(matrix, tell),
            *cited_blocks(one.cited, tell),
            *_small_print(matrix, tell),
        ),
    )


def _picture(one: DisplayFacts, matrix: Matrix, tell: Teller) -> list[Block]:
    if one.svg is None or one.png is None:
        return []
    svg, png = partial(one.svg, tell.language), partial(one.png, tell.language)
    return [Figure(tell(matrix.caption.title), _alt(matrix, tell), svg, png)]


def _alt(matrix: Matrix, tell: Teller) -> str:
    return tell(
        say(
            "Chart of {title}: {rows} rows, {columns} columns. The numbers are in the table below.",
            title=matrix.caption.title,
            rows=len(matrix.rows),
            columns=len(matrix.columns),
        )
    )


def _numbers(one: DisplayFacts, matrix: Matrix, tell: Teller) -> Block:
    if len(matrix.columns) > _WIDEST:
        return _largest(one, matrix, tell)
    table = _grid(one, matrix, tell)
    if len(matrix.rows) > _ROWS_OPEN:
        return Fold(tell(say("The numbers")), (table,))
    return table


def _grid(one: DisplayFacts, matrix: Matrix, tell: Teller) -> Table:
    totals = len(matrix.row_totals) == len(matrix.rows) > 0
    columns = [Column(tell(matrix.row_title))]
    columns += [Column(tell.value(whole_label(one)), number=True) for one in matrix.columns]
    if totals:
        columns.append(tell.column(matrix.row_total or _IN_ALL, number=True))
    rows = [_row(matrix, n, tell, totals=totals) for n in range(len(matrix.rows))]
    closing = len(matrix.column_totals) == len(matrix.columns) > 0
    if closing:
        title = tell.text(matrix.column_total or _IN_ALL)
        sums = [_total(total, matrix, tell) for total in matrix.column_totals]
        rows.append((title, *sums, *([()] if totals else [])))
    depths = tuple(one.depth for one in matrix.rows) + ((0,) if closing else ())
    unit = say("Counted: {unit}", unit=matrix.caption.unit)
    caption = f"{_called(one, matrix, tell)}. {tell(unit)}"
    return Table(tuple(columns), tuple(rows), caption, depths, closing)


def _called(one: DisplayFacts, matrix: Matrix, tell: Teller) -> str:
    """The name that a display was saved under, else its title."""
    return one.name or tell(matrix.caption.title)


_IN_ALL = say("In all")


def _row(matrix: Matrix, n: int, tell: Teller, *, totals: bool) -> tuple[Text, ...]:
    cells = [
        _cell(matrix.at(n, m), matrix, tell) + _written(matrix, n, m, tell)
        for m in range(len(matrix.columns))
    ]
    own = [_total(matrix.row_totals[n], matrix, tell)] if totals else []
    line = (tell.cell(whole_label(matrix.rows[n])), *cells, *own)
    summed = (False, *(one.subtotal for one in matrix.columns), False)
    return tuple(
        strong(text) if matrix.rows[n].subtotal or column else text
        for text, column in zip(line, summed, strict=False)
    )


def _total(value: float | None, matrix: Matrix, tell: Teller) -> Text:
    return (
        () if value is None else tell.cell(number_text(value, matrix.total_number, tell.language))
    )


def _cell(cell: Cell, matrix: Matrix, tell: Teller) -> Text:
    if cell.state == "value" and not cell.value:
        return (Run("·", quiet=True),)
    return (Run(cell_text(matrix, cell, tell.language), quiet=cell.state != "value"),)


def _written(matrix: Matrix, row: int, column: int, tell: Teller) -> Text:
    words = words_in(matrix, row, column, tell.language)
    return (Run(f"\n{words}"),) if words else ()


def _words(matrix: Matrix, tell: Teller) -> list[Block]:
    """What an analyst wrote where the table does not hold it, and what is not shown now."""
    told: list[Text] = []
    if len(matrix.columns) > _WIDEST:
        told += [
            (
                *_named(matrix.rows[row], tell),
                Run(" × "),
                *_named(matrix.columns[column], tell),
                Run(f": {words_in(matrix, row, column, tell.language)}"),
            )
            for row, column in sorted({*matrix.said, *matrix.texts})
        ]
    hidden = [(Run(line),) for line in stray_lines(matrix, tell.language)]
    blocks: list[Block] = []
    if told:
        blocks.append(Paragraph(tell.text(say("Written in the cells:"))))
        blocks.append(Bullets(tuple(told)))
    if hidden:
        blocks.append(Paragraph(tell.text(say("Written for cells that are not shown:"))))
        blocks.append(Bullets(tuple(hidden)))
    return blocks


def _largest(one: DisplayFacts, matrix: Matrix, tell: Teller) -> Table:
    """A wide matrix as its largest cells; a pair that stands in it twice is told once."""
    same = [one.key for one in matrix.rows] == [one.key for one in matrix.columns]
    cells = [
        (row, column, cell.value)
        for (row, column), cell in matrix.cells.items()
        if cell.value
        and not (same and row >= column)
        and not (matrix.rows[row].subtotal or matrix.columns[column].subtotal)
    ]
    # What is hardly chance is what there is to see.
    chances = matrix.number == "chance"
    cells.sort(key=lambda one: (one[2] if chances else -one[2], one[0], one[1]))
    names = [
        name
        for name, values in matrix.measures.items()
        if name in one.measures and any(values.get((r, c)) != value for r, c, value in cells)
    ][:_MEASURES]
    rows = []
    for row, column, value in cells[:_CELLS]:
        measured = [matrix.measures[name].get((row, column)) for name in names]
        rows.append(
            (
                _named(matrix.rows[row], tell),
                _named(matrix.columns[column], tell),
                tell.cell(number_text(value, matrix.number, tell.language)),
                *(tell.cell(one) for one in measured),
            )
        )
    columns = (
        tell.column(matrix.row_title),
        tell.column(matrix.column_title),
        tell.column(matrix.caption.unit, number=True),
        *(tell.column(one.measures[name], number=True) for name in names),
    )
    return Table(
        columns,
        tuple(rows),
        f"{_called(one, matrix, tell)}. {tell(_which(len(cells), least=chances))}",
    )


def _named(heading: Heading, tell: Teller) -> Text:
    return tell.cell(whole_label(heading, path=True))


def _which(n: int, *, least: bool) -> Message:
    if least:
        return say("{shown} of {n} cells, the smallest first", shown=min(n, _CELLS), n=n)
    if n > _CELLS:
        return say("The {shown} largest of {n} cells", shown=_CELLS, n=n)
    return say("All cells that are not empty, the largest first")


def _small_print(matrix: Matrix, tell: Teller) -> list[Block]:
    caption = matrix.caption
    notes: list[Text] = [tell.text(note) for note in caption.notes]
    if caption.filter:
        notes.insert(0, tell.text(say("Only what this query finds: {query}", query=caption.filter)))
    return [Bullets(tuple(notes))] if notes else []


PART = Part("displays", say("Displays"), _tell)
