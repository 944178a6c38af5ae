"""Two rated variables against one another through time: where each case stood, and where it went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..errors import InvalidInput
from ..model.corpus import Corpus
from ..model.identity import name_key
from ..model.message import Message, say
from ..model.shape import Caption, Cell, Heading, Matrix, nested_key
from ..model.when import When
from .display import DisplayFilter, DisplayKind, Setting
from .happened import filter_notes, ratings_query
from .literature import in_miles
from .variables import NOTHING_RATED, Variable, measured

__all__ = ["KIND", "compute"]


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where a case stood at a time: the rating of each variable (rows of the ratings)."""

    case: int
    when: When
    ratings: tuple[int, int]


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Cases and times by two variables. Settings: see :data:`KIND`.

    Raises :class:`InvalidInput` (``same-variable``) for one variable taken twice.
    """
    sides = _sides(corpus, settings["x"], settings["y"])
    every = _stands(corpus, sides)
    shown = every[: settings["top"]]
    cells: dict[tuple[int, int], Cell] = {}
    said: dict[tuple[int, int], tuple[str | Message, ...]] = {}
    for row, one in enumerate(shown):
        for column, rating in enumerate(one.ratings):
            level = int(corpus.ratings.level[rating]) + 1
            cells[row, column] = Cell(level, query=ratings_query(corpus, [rating]))
            note = corpus.ratings.note[rating]
            said[row, column] = (corpus.ratings.value[rating], *([note] if note else []))
    # The keys name the attributes, so that one whose values stay in the study is known by them.
    keys = [f"case.{name_key(side.name)}=" for side in sides]
    cases = {one.case for one in shown}
    return Matrix(
        kind=KIND.name,
        rows=tuple(_heading(corpus, one, keys) for one in shown),
        columns=tuple(
            Heading(f"{key}{axis}", side.name)
            for key, axis, side in zip(keys, "xy", sides, strict=False)
        ),
        cells=cells,
        caption=Caption(
            title=say("{across} and {up} over time", across=sides[0].name, up=sides[1].name)
            if len(sides) == 2
            else say("Two variables over time"),
            unit=say("level at that time, from 1"),
            filter=str(only),
            n=len(cases),
            counted=say("Cases with both"),
            notes=(*_notes(corpus, sides, every, shown), *filter_notes(only)),
        ),
        row_title=say("Case and time"),
        column_title=say("Variable"),
        said=said,
        drawing="scatter-over-time",
    )


def _sides(corpus: Corpus, across: str, up: str) -> list[Variable]:
    """The two variables that were chosen; where none was, the next that is rated, those with dates
    first."""
    if across and across == up:
        raise InvalidInput(
            "same-variable",
            f"“{across}” cannot be both sides of the picture.",
            "Choose another variable for one of them.",
        )
    rated = [one for one in measured(corpus) if one.column.type == "rating"]
    ranked = sorted(rated, key=lambda one: not _dated(corpus, one))
    named = {one.name: one for one in rated}
    free = [one for one in ranked if one.name not in (across, up)]
    sides = []
    for wanted in (across, up):
        found = named.get(wanted) if wanted else (free.pop(0) if free else None)
        if found is not None:
            sides.append(found)
    return sides


def _dated(corpus: Corpus, variable: Variable) -> list[int]:
    """The ratings of a variable that say when, in the order of time."""
    ratings = corpus.ratings
    rows = np.flatnonzero((ratings.attribute == variable.row) & (ratings.level >= 0)).tolist()
    known = [row for row in rows if ratings.when[row].known]
    return sorted(known, key=lambda row: (ratings.when[row].order, row))


def _stands(corpus: Corpus, sides: Sequence[Variable]) -> list[_Stand]:
    """Where each case stood whenever one of both was rated, once both were; a rating holds until
    the next of the same variable."""
    if len(sides) < 2:
        return []
    ratings = corpus.ratings
    dated = [(row, side) for side, one in enumerate(sides) for row in _dated(corpus, one)]
    dated.sort(key=lambda one: (int(ratings.case[one[0]]), ratings.when[one[0]].order, one[0]))
    found: dict[tuple[int, When], _Stand] = {}
    last: dict[tuple[int, int], int] = {}
    for row, side in dated:
        case, when = int(ratings.case[row]), ratings.when[row]
        last[case, side] = row
        if (case, 0) in last and (case, 1) in last:
            found[case, when] = _Stand(case, when, (last[case, 0], last[case, 1]))
    return list(found.values())


def _heading(corpus: Corpus, one: _Stand, keys: Sequence[str]) -> Heading:
    name = corpus.cases.name[one.case]
    return Heading(
        nested_key((*keys, corpus.cases.guid[one.case], f"when={one.when}")),
        one.when.words(),
        group=name,
        above=(name,),
        when=str(one.when),
    )


def _notes(
    corpus: Corpus, sides: Sequence[Variable], every: Sequence[_Stand], shown: Sequence[_Stand]
) -> Iterator[Message]:
    if not sides:
        yield NOTHING_RATED
        return
    if len(sides) < 2:
        yield say("Two variables that are ratings are needed: a number has no times.")
        return
    if not every:
        yield say("No case was rated in both for any time yet: give ratings a date.")
        return
    if len(shown) < len(every):
        yield say("Only {n} of {all} are shown.", n=len(shown), all=len(every))
    rated = {int(corpus.ratings.case[row]) for side in sides for row in _dated(corpus, side)}
    left = len(rated - {one.case for one in every})
    if left:
        yield say(
            "{n} case was rated for a time in only one of the two: it is not shown."
            "|{n} cases were rated for a time in only one of the two: they are not shown.",
            n=left,
        )
    for side in sides:
        yield say("Levels of {name}, from 1: {levels}.", name=side.name, levels=side.column.options)
    yield say("A rating holds until the next one; each line leads from the first time to the last. Levels are in an order, and no distances.")  # fmt: skip


KIND = DisplayKind(
    name="scatterplot-over-time",
    title=say("Scatterplot over time"),
    purpose="explain",
    about=say(
        "Use it to see how two rated variables moved together: each case is a line from where it"
        " stood first to where it stood last."
    ),
    source=in_miles(say("scatterplot over time")),
    settings=(
        Setting("x", say("Rated variable across"), "variable", default=""),
        Setting("y", say("Rated variable upwards"), "variable", default=""),
        Setting("top", say("At most so many points"), "number", default=200, most=500),
    ),
    compute=compute,
    shown="chart",
)
