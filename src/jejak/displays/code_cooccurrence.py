"""Code co-occurrence: which codes meet, over a stated unit.

What "meet" means has to be chosen: codings that overlap, lie inside each other or near each other, the
same segment, the same block (a turn, a paragraph), the same source, or the same case. Numbers over different units cannot be compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from ..analysis.cooccurrence import Cooccurrence, cooccurrence
from ..analysis.spans import Bools, Floats
from ..errors import InvalidInput
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.shape import NO_DATA, UNFIT, Caption, Cell, Matrix
from .display import DisplayFilter, DisplayKind, Setting
from .literature import also, in_miles
from .meeting_measures import MEASURES, UNITS, MeetingMeasure, MeetingUnit, tested, untested
from .meeting_queries import MOST_CASES, MeetingQueries
from .shown_codes import ShownCodes, shown_codes
from .words import code_headings

__all__ = ["KIND", "compute"]


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Codes by codes. Settings: see :data:`KIND`. Raises :class:`InvalidInput` where codings are
    counted for a measure that compares with all units, and for c of codings inside others, which are
    no pairs."""
    unit, measure = settings["unit"], MEASURES[settings["measure"]]
    if unit == "within" and measure.of is Cooccurrence.c:
        raise InvalidInput(
            "no-such-measure",
            "How many codings lie inside others is not symmetric, so it has no c.",
            "Choose the count, or the share of the column’s code.",
        )
    labels = shown_codes(corpus, settings, only)
    found = cooccurrence(
        corpus,
        unit,
        label=labels.of_codings,
        size=len(labels.codes),
        distinct=settings["distinct"],
        distance=settings["distance"] - 1,
    )
    refused = untested(corpus, found) if settings["measure"] == "p" else None
    values = np.full(found.n12.shape, np.nan) if refused else measure.of(found)
    headings = code_headings(corpus, labels.codes.tolist())
    return Matrix(
        kind=KIND.name,
        rows=headings,
        columns=headings,
        cells=_cells(found, values, measure, MeetingQueries(corpus, labels, only, settings)),
        caption=Caption(
            title=say("Code co-occurrence"),
            unit=_unit(measure, UNITS[unit]),
            filter=str(only),
            n=_counted(found, labels),
            notes=tuple(_notes(found, labels, only, settings, refused)),
        ),
        row_title=say("Code"),
        column_title=say("Code"),
        row_totals=tuple(found.n.tolist()),
        row_total=UNITS[unit].total,
        number=measure.number,
        measures=_measures(found),
    )


def _unit(measure: MeetingMeasure, unit: MeetingUnit) -> Message:
    """What a cell holds: a count of the unit, or a measure over it."""
    return Message(measure.unit.text, {"unit": unit.each}) if measure.unit else unit.both


def _counted(found: Cooccurrence, labels: ShownCodes) -> int:
    """How many codings there are under the codes: as they are counted, where codings are."""
    return int(found.n.sum() if found.units is None else (labels.of_codings >= 0).sum())


# --- cells ---


def _cells(
    found: Cooccurrence, values: Floats, measure: MeetingMeasure, queries: MeetingQueries
) -> dict[tuple[int, int], Cell]:
    odd, lopsided = found.out_of_range(), found.lopsided()
    unused: Bools = found.n == 0
    meets = found.n12 > 0
    # A negative or undefined phi, or a chance of 1, is not the nothing that a blank cell means.
    listed = ~np.isclose(values, 0) | meets if measure.everywhere else meets
    np.fill_diagonal(listed, val=False)
    cells: dict[tuple[int, int], Cell] = {}
    for row, column in np.argwhere(listed).tolist():
        query, note = "", None
        if meets[row, column]:
            query = queries.cell(row, column)
            marks = {"odd": bool(odd[row, column]), "lopsided": bool(lopsided[row, column])}
            note = _note(measure, **marks, many=not query)
        cells[row, column] = _cell(float(values[row, column]), measure, query, note)
    every = range(len(found.n))
    for row in np.flatnonzero(unused).tolist():
        cells |= {(row, column): NO_DATA for column in every}
        cells |= {(column, row): NO_DATA for column in every}
    return cells | {(row, row): UNFIT for row in every}


def _cell(value: float, measure: MeetingMeasure, query: str, note: Message | None) -> Cell:
    if np.isnan(value):
        return Cell(None, UNFIT.state, query, note)
    return Cell(int(value) if measure.number == "count" else value, "value", query, note)


def _note(measure: MeetingMeasure, *, odd: bool, lopsided: bool, many: bool) -> Message | None:
    if odd and measure.of is Cooccurrence.c:
        return say(
            "Out of range: one coding overlaps several, so c is no share here. Count by segment,"
            " block, source or case instead."
        )
    if lopsided:
        return say("One code is used more than five times as often as the other.")
    if many:
        return say("They meet in more than {n} cases: too many for one query.", n=MOST_CASES)
    return None


def _measures(found: Cooccurrence) -> dict[str, dict[tuple[int, int], float]]:
    meets = found.n12 > 0
    np.fill_diagonal(meets, val=False)
    places = [(row, column) for row, column in np.argwhere(meets).tolist()]
    counts: dict[tuple[int, int], float] = {at: int(found.n12[at]) for at in places}
    if found.unit == "within":
        return {"count": counts}
    c = found.c()
    return {"count": counts, "c": {at: float(c[at]) for at in places if not np.isnan(c[at])}}


# --- notes ---


def _notes(
    found: Cooccurrence,
    labels: ShownCodes,
    only: DisplayFilter,
    settings: Mapping[str, Any],
    refused: Message | None,
) -> Iterator[Message]:
    if refused:
        yield refused
    elif settings["measure"] == "p":
        yield tested(found)
    yield from labels.left_out()
    odd = int(np.triu(found.out_of_range(), 1).sum())
    if odd and settings["measure"] == "c":
        yield say(
            "{n} pair has a c outside 0 to 1: one coding overlaps several; it is marked."
            "|{n} pairs have a c outside 0 to 1: one coding overlaps several; they are marked.",
            n=odd,
        )
    lopsided = int(np.triu(found.lopsided() & (found.n12 > 0), 1).sum())
    if lopsided:
        yield say(
            "In {n} pair one code is used more than five times as often as the other; a small"
            " coefficient then says little."
            "|In {n} pairs one code is used more than five times as often as the other; a small"
            " coefficient then says little.",
            n=lopsided,
        )
    if only.query is not None and settings["measure"] in ("lift", "phi", "odds", "p"):
        yield say("The filter limits the codings; the units compared with are all of the study.")
    if settings["unit"] == "near":
        yield say(
            "Near: in the same block|Near: in the same block, or fewer than {n} blocks apart",
            n=settings["distance"],
        )
    if settings["unit"] != "case":
        yield say("Codings of one person are not independent: look at the cases too.")


KIND = DisplayKind(
    name="code-cooccurrence",
    title=say("Code co-occurrence"),
    purpose="explore",
    about=say(
        "Use it to see which codes go together, before asking why; each number leads to the words"
        " in which they meet."
    ),
    source=also(
        in_miles(say("noting relations between variables")),
        say("the coefficient c as in ATLAS.ti"),
    ),
    settings=(
        Setting(
            "unit",
            say("Codes meet in"),
            "choice",
            tuple((name, unit.title) for name, unit in UNITS.items()),
            "overlap",
        ),
        Setting(
            "measure",
            say("What is counted"),
            "choice",
            tuple((name, measure.title) for name, measure in MEASURES.items()),
            "count",
        ),
        Setting("codes", say("Codes (none chosen: all)"), "codes", default=[]),
        Setting("below", say("Count each code with all below it"), "switch", default=False),
        Setting(
            "distinct",
            say("Count a segment once, however many coders coded it"),
            "switch",
            default=False,
        ),
        Setting(
            "distance",
            say("Near each other: within so many blocks (1: the same block)"),
            "number",
            default=2,
            most=1_000,
        ),
        Setting("top", say("At most so many codes"), "number", default=60, most=300),
    ),
    compute=compute,
    example={"unit": "block", "top": 12},
)
