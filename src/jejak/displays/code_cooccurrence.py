"""Code co-occurrence: which codes meet, over a stated unit.

What "meet" means has to be chosen: codings that overlap, the same segment, the same block (a turn, a
paragraph), the same source, or the same case. Numbers over different units cannot be compared.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..analysis.cooccurrence import Cooccurrence, cooccurrence
from ..analysis.spans import Bools, Column, Floats, Ints
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.query import Or, Query
from ..model.shape import NO_DATA, UNFIT, Caption, Cell, Matrix, NumberForm
from .display import DisplayFilter, DisplayKind, Setting
from .queries import CodeQueries, in_cases
from .words import code_headings

__all__ = ["KIND", "MOST_CASES", "compute"]

# More cases than this make no readable query.
MOST_CASES = 50
_SAME_SOURCE = 999_999_999


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit as it is chosen, what a count of it counts, its name, and what a code's total counts."""

    title: Message
    both: Message
    each: Message
    total: Message


_UNITS: dict[str, _Unit] = {
    "overlap": _Unit(
        say("Overlapping codings"),
        say("pairs of codings that overlap"),
        say("overlapping codings"),
        say("Codings of the code"),
    ),
    "segment": _Unit(
        say("The same segment"),
        say("segments that hold both codes"),
        say("segments"),
        say("Segments with the code"),
    ),
    "block": _Unit(
        say("The same block (turn, paragraph, post)"),
        say("blocks that hold both codes"),
        say("blocks"),
        say("Blocks with the code"),
    ),
    "source": _Unit(
        say("The same source"),
        say("sources that hold both codes"),
        say("sources"),
        say("Sources with the code"),
    ),
    "case": _Unit(
        say("The same case"),
        say("cases that hold both codes"),
        say("cases"),
        say("Cases with the code"),
    ),
}


@dataclass(frozen=True, slots=True)
class _Measure:
    title: Message
    unit: Message | None
    number: NumberForm
    of: Callable[[Cooccurrence], Floats]


_MEASURES: dict[str, _Measure] = {
    "count": _Measure(
        say("Count"), None, "count", lambda found: found.n12.astype(float)
    ),
    "c": _Measure(
        say("c coefficient"),
        say("c coefficient, n12 / (n1 + n2 − n12), over {unit}"),
        "decimal",
        Cooccurrence.c,
    ),
    "conditional": _Measure(
        say("Share of the column’s code"),
        say("share of the column’s code that the row’s code goes with, over {unit}"),
        "share",
        Cooccurrence.conditional,
    ),
    "lift": _Measure(
        say("Lift"),
        say("lift, how many times more often together than if independent, over {unit}"),
        "decimal",
        Cooccurrence.lift,
    ),
    "phi": _Measure(
        say("Phi"), say("phi, the correlation of the two codes, over {unit}"), "signed",
        Cooccurrence.phi,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Labels:
    """The codes shown; the row of each coding among them (-1 none); the codes that each row counts;
    how many codes could be shown."""

    codes: Ints
    of_codings: Column
    counted: tuple[tuple[int, ...], ...]
    possible: int


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Codes by codes. Settings: see :data:`KIND`. Raises :class:`InvalidInput` for lift and phi of
    overlapping codings, which have no number of units."""
    unit, measure = settings["unit"], _MEASURES[settings["measure"]]
    labels = _label(corpus, settings, only)
    found = cooccurrence(
        corpus, unit, label=labels.of_codings, size=len(labels.codes), distinct=settings["distinct"]
    )
    headings = code_headings(corpus, labels.codes.tolist())
    return Matrix(
        kind=KIND.name,
        rows=headings,
        columns=headings,
        cells=_cells(found, measure, _Queries(corpus, labels, only, unit)),
        caption=Caption(
            title=say("Code co-occurrence"),
            unit=_unit(measure, _UNITS[unit]),
            filter=str(only),
            n=int((labels.of_codings >= 0).sum()),
            notes=_notes(found, labels, only, settings),
        ),
        row_title=say("Code"),
        column_title=say("Code"),
        row_totals=tuple(found.n.tolist()),
        row_total=_UNITS[unit].total,
        number=measure.number,
        measures=_measures(found),
    )


def _unit(measure: _Measure, unit: _Unit) -> Message:
    """What a cell holds: a count of the unit, or a measure over it."""
    return Message(measure.unit.text, {"unit": unit.each}) if measure.unit else unit.both


# --- which codes ---


def _label(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> _Labels:
    size = len(corpus.codes.guid)
    chosen = np.asarray(settings["codes"] or _every(corpus, below=settings["below"]), np.int64)
    home = np.full(size, -1, np.int64)
    for row in chosen.tolist():  # depth first: a chosen code below another takes its own codings
        home[row : int(corpus.codes.last[row]) if settings["below"] else row + 1] = row
    code = corpus.codings.code
    of_codings = home[code] if size else np.empty(0, np.int64)
    if only.rows is not None:
        outside = np.ones(len(code), np.bool_)
        outside[only.rows] = False
        of_codings[outside] = -1
    count = np.bincount(of_codings[of_codings >= 0], minlength=size)
    used = chosen if settings["codes"] else chosen[count[chosen] > 0]
    kept = np.sort(used[np.argsort(-count[used], kind="stable")[: settings["top"]]])
    place = np.full(size + 1, -1, np.int64)
    place[kept] = np.arange(len(kept))
    counted = tuple(tuple(np.flatnonzero(home == row).tolist()) for row in kept.tolist())
    return _Labels(kept, place[of_codings], counted, len(used))


def _every(corpus: Corpus, *, below: bool) -> list[int]:
    """All codes; counted with all below them, those at the top."""
    parents = corpus.codes.parent.tolist()
    return [row for row, parent in enumerate(parents) if parent < 0 or not below]


# --- cells ---


def _cells(
    found: Cooccurrence, measure: _Measure, queries: _Queries
) -> dict[tuple[int, int], Cell]:
    values, odd, lopsided = measure.of(found), found.out_of_range(), found.lopsided()
    unused: Bools = found.n == 0
    meets = found.n12 > 0
    # A negative or undefined phi is not the nothing that a blank cell means.
    listed = ~np.isclose(values, 0) | meets if measure.number == "signed" else meets
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


def _cell(value: float, measure: _Measure, query: str, note: Message | None) -> Cell:
    if np.isnan(value):
        return Cell(None, UNFIT.state, query, note)
    return Cell(int(value) if measure.number == "count" else value, "value", query, note)


def _note(measure: _Measure, *, odd: bool, lopsided: bool, many: bool) -> Message | None:
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
    first, second = found.pairs()
    places = list(zip(first.tolist(), second.tolist(), strict=True))
    both = [*places, *((column, row) for row, column in places)]
    c = found.c()
    return {
        "count": {place: int(found.n12[place]) for place in both},
        "c": {place: float(c[place]) for place in both if not np.isnan(c[place])},
    }


class _Queries:
    """The queries for the segments in which two codes meet."""

    def __init__(self, corpus: Corpus, labels: _Labels, only: DisplayFilter, unit: str) -> None:
        self._corpus = corpus
        self._only = only
        self._write = {
            "overlap": self._overlap,
            "segment": self._segment,
            "block": self._block,
            "source": self._source,
            "case": self._case,
        }[unit]
        codes = CodeQueries(corpus)
        self._codes = [only.narrow(codes.codes(rows)) for rows in labels.counted]
        self._cases = _cases_of(corpus, labels) if unit == "case" else []

    def cell(self, row: int, column: int) -> str:
        """The query for a pair; empty where it would name too many cases."""
        query = self._write(row, column)
        return "" if query is None else str(query)

    def _overlap(self, row: int, column: int) -> Query:
        one, two = self._codes[row], self._codes[column]
        return Or((one.overlaps(two), two.overlaps(one)))

    def _segment(self, row: int, column: int) -> Query:
        return self._codes[row].equals(self._codes[column])

    def _block(self, row: int, column: int) -> Query:
        one, two = self._codes[row], self._codes[column]
        return Or((one.near(two, 0, "blocks"), two.near(one, 0, "blocks")))

    def _source(self, row: int, column: int) -> Query:
        one, two = self._codes[row], self._codes[column]
        return Or((one.near(two, _SAME_SOURCE), two.near(one, _SAME_SOURCE)))

    def _case(self, row: int, column: int) -> Query | None:
        cases = sorted(self._cases[row] & self._cases[column])
        if len(cases) > MOST_CASES:
            return None
        where = in_cases(self._corpus, cases)
        return Or((self._codes[row], self._codes[column])) & where


def _cases_of(corpus: Corpus, labels: _Labels) -> list[set[int]]:
    case = corpus.codings.case
    known = (labels.of_codings >= 0) & (case >= 0) & (corpus.codings.end > corpus.codings.start)
    pairs = np.unique(np.stack([labels.of_codings[known], case[known]], axis=1), axis=0)
    found: list[set[int]] = [set() for _ in labels.codes]
    for row, owner in pairs.tolist():
        found[row].add(owner)
    return found


# --- notes ---


def _notes(
    found: Cooccurrence, labels: _Labels, only: DisplayFilter, settings: Mapping[str, Any]
) -> tuple[Message, ...]:
    notes = []
    if len(labels.codes) < labels.possible:
        notes.append(
            say(
                "Only the {n} most used of {all} codes are shown.",
                n=len(labels.codes),
                all=labels.possible,
            )
        )
    odd = int(np.triu(found.out_of_range(), 1).sum())
    if odd and settings["measure"] == "c":
        notes.append(
            say(
                "{n} pair has a c outside 0 to 1: one coding overlaps several; it is marked."
                "|{n} pairs have a c outside 0 to 1: one coding overlaps several; they are marked.",
                n=odd,
            )
        )
    lopsided = int(np.triu(found.lopsided() & (found.n12 > 0), 1).sum())
    if lopsided:
        notes.append(
            say(
                "In {n} pair one code is used more than five times as often as the other; a small"
                " coefficient then says little."
                "|In {n} pairs one code is used more than five times as often as the other; a small"
                " coefficient then says little.",
                n=lopsided,
            )
        )
    if only.query is not None and settings["measure"] in ("lift", "phi"):
        notes.append(
            say("The filter limits the codings; the units compared with are all of the study.")
        )
    if settings["unit"] != "case":
        notes.append(say("Codings of one person are not independent: look at the cases too."))
    return tuple(notes)


KIND = DisplayKind(
    name="code-cooccurrence",
    title=say("Code co-occurrence"),
    purpose="explore",
    about=say(
        "Use it to see which codes go together, before asking why; each number leads to the words"
        " in which they meet."
    ),
    source="Miles, Huberman & Saldaña (2014), Qualitative Data Analysis: noting relations between"
    " variables; coefficient c as in ATLAS.ti",
    settings=(
        Setting(
            "unit",
            say("Codes meet in"),
            "choice",
            tuple((name, unit.title) for name, unit in _UNITS.items()),
            "overlap",
        ),
        Setting(
            "measure",
            say("What is counted"),
            "choice",
            tuple((name, measure.title) for name, measure in _MEASURES.items()),
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
        Setting("top", say("At most so many codes"), "number", default=60, most=300),
    ),
    compute=compute,
)
