"""Codes near and after each other: how close two codes stand, and which of them comes first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..analysis.sequence import Sequence, code_sequence
from ..analysis.spans import Floats
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.query import Or, Query
from ..model.shape import NO_DATA, UNFIT, Caption, Cell, Matrix, NumberForm
from .display import DisplayFilter, DisplayKind, Setting
from .queries import CodeQueries
from .shown_codes import shown_codes
from .words import code_headings

__all__ = ["KIND", "compute"]

Find = Callable[[Query, Query, int], Query]


def _before(one: Query, two: Query, reach: int) -> Or:
    return Or((one.precedes(two, reach), two.follows(one, reach)))


def _either(one: Query, two: Query, reach: int) -> Query:
    return Or((*_before(one, two, reach).terms, *_before(two, one, reach).terms))


def _near(one: Query, two: Query, reach: int) -> Query:
    return Or((one.near(two, reach), two.near(one, reach)))


@dataclass(frozen=True, slots=True)
class _Measure:
    """What a cell holds, and what finds the codings behind it."""

    title: Message
    unit: Message
    number: NumberForm
    of: Callable[[Sequence], Floats]
    find: Find


_MEASURES: dict[str, _Measure] = {
    "before": _Measure(
        say("The row’s code comes first"),
        say("pairs of codings, the row’s over before the column’s begins"),
        "count",
        lambda found: found.before.astype(float),
        _before,
    ),
    "order": _Measure(
        say("Order lift"),
        say(
            "how many times more often the row’s code comes first than if neither led (1: no order)"
        ),
        "decimal",
        Sequence.order,
        _either,
    ),
    "proximity": _Measure(
        say("Proximity"),
        say("proximity: 1 for each pair of codings that overlap, less the farther they are apart"),
        "decimal",
        lambda found: found.proximity,
        _near,
    ),
}


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Codes by codes. Settings: see :data:`KIND`. Raises :class:`InvalidInput` where too many
    codings are within the distance."""
    measure, reach = _MEASURES[settings["measure"]], settings["distance"]
    chosen = shown_codes(corpus, settings, only)
    found = code_sequence(corpus.codings, chosen.of_codings, len(chosen.codes), reach=reach)
    codes = CodeQueries(corpus)
    queries = [only.narrow(codes.codes(rows)) for rows in chosen.counted]
    values, cells = measure.of(found), dict[tuple[int, int], Cell]()
    meets = found.pairs if measure.of(found) is found.proximity else found.before + found.before.T
    if measure.number == "count":
        meets = found.before
    for row, column in np.argwhere(meets > 0).tolist():
        if row != column:
            query = str(measure.find(queries[row], queries[column], reach))
            value = float(values[row, column])
            cells[row, column] = Cell(
                int(value) if measure.number == "count" else value, query=query
            )
    every = range(len(found.n))
    for row in np.flatnonzero(found.n == 0).tolist():
        cells |= {place: NO_DATA for at in every for place in ((row, at), (at, row))}
    headings = code_headings(corpus, chosen.codes.tolist())
    return Matrix(
        kind=KIND.name,
        rows=headings,
        columns=headings,
        cells=cells | {(row, row): UNFIT for row in every},
        blank=UNFIT if measure.of is Sequence.order else Cell(0),
        caption=Caption(
            title=say("Codes near and after each other"),
            unit=measure.unit,
            filter=str(only),
            n=int((chosen.of_codings >= 0).sum()),
            notes=(*chosen.left_out(), *_notes(measure, reach)),
        ),
        row_title=say("Code"),
        column_title=say("Code"),
        row_totals=tuple(found.n.tolist()),
        row_total=say("Codings of the code"),
        number=measure.number,
    )


def _notes(measure: _Measure, reach: int) -> list[Message]:
    notes = [say("Pairs at most {n} characters apart in one source.", n=reach)]
    if measure.of is Sequence.order:
        notes.append(say("A few pairs make any order: look at how many there are."))
    notes.append(say("Codings of one person are not independent: look at the cases too."))
    return notes


KIND = DisplayKind(
    name="code-sequence",
    title=say("Codes near and after each other"),
    purpose="order",
    about=say(
        "Use it to see what is told close to what, and what leads to what in the telling; each number"
        " leads to the words."
    ),
    source=say("sequences and proximity of codes; order lift is Jejak’s own"),
    settings=(
        Setting(
            "measure",
            say("What is counted"),
            "choice",
            tuple((name, measure.title) for name, measure in _MEASURES.items()),
            "before",
        ),
        Setting(
            "distance", say("At most so many characters apart"), "number", default=500, most=100_000
        ),
        Setting("codes", say("Codes (none chosen: all)"), "codes", default=[]),
        Setting("below", say("Count each code with all below it"), "switch", default=False),
        Setting("top", say("At most so many codes"), "number", default=60, most=300),
    ),
    compute=compute,
    example={"measure": "before", "top": 12},
)
