"""The growth gradient: how a variable rose and fell over time, with what happened meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..model.corpus import Corpus
from ..model.identity import name_key
from ..model.message import Message, say
from ..model.shape import NO_DATA, Caption, Cell, Heading, Matrix, nested_key
from ..model.when import When
from .display import DisplayFilter, DisplayKind, Setting
from .happened import event_words, events_query, filter_notes, ratings_query
from .literature import in_chapter
from .variables import NOTHING_RATED, Variable, measured

__all__ = ["EVENTS", "KIND", "compute", "level_names"]

# The key of the row of critical events, beneath those of the cases.
EVENTS = "events"


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Cases by dates. Settings: see :data:`KIND`."""
    variable = _variable(corpus, settings["variable"])
    dated = _dated(corpus, variable)
    events = _events(corpus) if settings["events"] else []
    ratings, happened = corpus.ratings, corpus.events
    whens = {ratings.when[row] for row in dated} | {happened.when[row] for row in events}
    columns = sorted(whens, key=lambda when: (when.order, str(when)))[: settings["top"]]
    place = {when: column for column, when in enumerate(columns)}
    cases = sorted({int(ratings.case[row]) for row in dated})[: settings["top"]]
    line = {case: row for row, case in enumerate(cases)}
    cells: dict[tuple[int, int], Cell] = {}
    said: dict[tuple[int, int], tuple[str | Message, ...]] = {}
    for row in dated:
        case, when = int(ratings.case[row]), ratings.when[row]
        if case in line and when in place:
            at = line[case], place[when]
            cells[at] = Cell(int(ratings.level[row]) + 1, query=ratings_query(corpus, [row]))
            said[at] = (ratings.value[row], *([ratings.note[row]] if ratings.note[row] else []))
    together: dict[When, list[int]] = {}
    for row in events:
        together.setdefault(happened.when[row], []).append(row)
    for when, rows in together.items():
        if (column := place.get(when)) is not None:
            at = len(cases), column
            cells[at] = Cell(len(rows), query=events_query(corpus, rows))
            said[at] = tuple(event_words(happened, one) for one in rows)
    # The key names the attribute, so that one whose values stay in the study is known by it.
    key = f"case.{name_key(variable.name)}=" if variable else ""
    headings = [
        Heading(nested_key((key, corpus.cases.guid[case])), corpus.cases.name[case])
        for case in cases
    ]
    headings += [Heading(EVENTS, say("Critical events"))] if events else []
    return Matrix(
        kind=KIND.name,
        rows=tuple(headings),
        columns=tuple(
            Heading(f"when={when}", when.words(), when=str(when)) for when in columns
        ),
        cells=cells,
        caption=Caption(
            title=say("Growth gradient: {name}", name=variable.name)
            if variable
            else say("Growth gradient"),
            unit=_unit(variable),
            filter=str(only),
            n=len(dated),
            counted=say("Ratings"),
            notes=tuple(_notes(corpus, variable, dated, len(whens) - len(columns))
                        + filter_notes(only)),
        ),
        row_title=say("Case"),
        column_title=say("When"),
        blank=NO_DATA,
        said=said,
        drawing="gradient",
    )  # fmt: skip


def _variable(corpus: Corpus, name: str) -> Variable | None:
    """The variable that was chosen, or the first that was rated at different times."""
    rated = [one for one in measured(corpus) if one.column.type == "rating"]
    if name:
        return next((one for one in rated if one.name == name), None)
    return next((one for one in rated if _dated(corpus, one)), rated[0] if rated else None)


def _dated(corpus: Corpus, variable: Variable | None) -> list[int]:
    """The ratings of the variable that say when; of one case and date the last that was given."""
    ratings = corpus.ratings
    if variable is None:
        return []
    found = {}
    for row in np.flatnonzero(ratings.attribute == variable.row).tolist():
        if ratings.when[row].known and ratings.level[row] >= 0:
            found[int(ratings.case[row]), ratings.when[row]] = row
    return list(found.values())


def _events(corpus: Corpus) -> list[int]:
    events = corpus.events
    return [row for row in np.flatnonzero(events.critical).tolist() if events.when[row].known]


def _unit(variable: Variable | None) -> Message:
    if variable is None or not variable.column.options:
        return say("level at that time, from 1")
    return say("level at that time, from 1: {levels}", levels=variable.column.options)


def level_names(matrix: Matrix) -> tuple[str, ...]:
    """The levels of the variable that a growth gradient shows, the lowest first."""
    levels = matrix.caption.unit.args.get("levels", ())
    return tuple(map(str, levels)) if isinstance(levels, tuple) else ()


def _notes(
    corpus: Corpus, variable: Variable | None, dated: list[int], hidden: int
) -> list[Message]:
    if variable is None:
        return [NOTHING_RATED]
    notes = []
    if hidden:
        notes.append(say("{n} later dates are not shown.", n=hidden))
    ratings = corpus.ratings
    often = np.unique(ratings.case[dated], return_counts=True)[1]
    if not dated:
        notes.append(
            say("“{name}” was not rated for any time yet: give ratings a date.", name=variable.name)
        )
    once = int((often == 1).sum())
    if once:
        notes.append(
            say(
                "{n} case was rated for one time only: it shows no change.|{n} cases were rated for one"
                " time only: they show no change.",
                n=once,
            )
        )
    vague = sum(ratings.when[row].first != ratings.when[row].last for row in dated)
    if vague:
        notes.append(
            say(
                "A date that is known to the year or month stands in the middle of it in the picture."
            )
        )
    return notes


KIND = DisplayKind(
    name="growth-gradient",
    title=say("Growth gradient"),
    purpose="order",
    about=say(
        "Use it to follow one variable through time: when it rose, when it fell, and what happened just"
        " before."
    ),
    source=in_chapter("order", say("growth gradient")),
    settings=(
        Setting("variable", say("Rated variable"), "variable", default=""),
        Setting("events", say("Also critical events"), "switch", default=True),
        Setting("top", say("At most so many rows and columns"), "number", default=100, most=300),
    ),
    compute=compute,
    shown="chart",
)
