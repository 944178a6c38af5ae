"""The critical incident chart: the events that changed something, and what they changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import numpy as np

from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.shape import OPEN, Caption, Cell, Heading, Matrix, why
from .display import DisplayFilter, DisplayKind, Setting
from .happened import event_notes, events_query
from .literature import in_chapter

__all__ = ["KIND", "compute"]

_COLUMNS = (
    ("when", say("When")),
    ("actors", say("Who acts")),
    ("place", say("Place")),
    ("impact", say("What it changed")),
    ("leads", say("What it led to")),
    ("passages", say("Passages")),
)


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Critical events in the order of time. Settings: see :data:`KIND`."""
    events, case = corpus.events, settings["case"]
    acting = defaultdict(list)
    for event, actor in events.actors.tolist():
        acting[event].append(actor)
    critical = [
        row
        for row in np.flatnonzero(events.critical).tolist()
        if case is None or case in acting[row]
    ]
    shown = critical[: settings["top"]]
    passages = np.bincount(events.evidence.owner, minlength=len(events))
    cells: dict[tuple[int, int], Cell] = {}
    said: dict[tuple[int, int], tuple[str | Message, ...]] = {}
    for line, row in enumerate(shown):
        names = tuple(corpus.cases.name[actor] for actor in acting[row])
        words: list[tuple[str | Message, ...]] = [
            (events.when[row].words(),), names, _text(events.place[row]),
            _text(events.impact[row] or events.description[row]), _leads(corpus, row),
        ]  # fmt: skip
        said |= {(line, column): one for column, one in enumerate(words) if one}
        cells[line, len(words)] = Cell(int(passages[row]), query=events_query(corpus, [row]))
    return Matrix(
        kind=KIND.name,
        rows=tuple(
            Heading(events.guid[row], events.name[row], when=str(events.when[row])) for row in shown
        ),
        columns=tuple(Heading(key, title) for key, title in _COLUMNS),
        cells=cells,
        caption=Caption(
            title=say("Critical incidents"),
            unit=say("what is known of each critical event; passages that show it"),
            filter=str(only),
            n=len(shown),
            counted=say("Events"),
            notes=tuple(_notes(corpus, critical, shown) + event_notes(corpus, only)),
        ),
        row_title=say("Event"),
        column_title=say("What is known"),
        blank=OPEN,
        said=said,
        drawing="timeline",
    )


def _text(words: str) -> tuple[str, ...]:
    return (words,) if words else ()


def _leads(corpus: Corpus, row: int) -> tuple[str, ...]:
    events = corpus.events
    names = {"event": events.name, "state": events.states.name}
    return tuple(
        names[lead.target[0]][lead.target[1]]
        for lead in events.leads
        if lead.origin == ("event", row)
    )


def _notes(corpus: Corpus, critical: list[int], shown: list[int]) -> list[Message]:
    notes = []
    if len(corpus.events) and not critical:
        notes.append(why(say("No event is marked as critical.")))
    if len(shown) < len(critical):
        notes.append(say("Only {n} of {all} rows are shown.", n=len(shown), all=len(critical)))
    silent = sum(not corpus.events.impact[row] for row in shown)
    if silent:
        notes.append(
            say(
                "Of {n} event nobody wrote what it changed.|Of {n} events nobody wrote what they"
                " changed.",
                n=silent,
            )
        )
    undated = sum(not corpus.events.when[row].known for row in shown)
    if undated:
        notes.append(
            say(
                "{n} has no date: it stands at the end of the table, not in the picture."
                "|{n} have no date: they stand at the end of the table, not in the picture.",
                n=undated,
            )
        )
    return notes


KIND = DisplayKind(
    name="critical-incidents",
    title=say("Critical incident chart"),
    purpose="order",
    about=say(
        "Use it to keep to the few events that changed the course of things: when, who, what changed,"
        " and what they led to."
    ),
    source=in_chapter("order", say("critical incident chart")),
    settings=(
        Setting("case", say("One case (none chosen: all)"), "case", none=say("All cases")),
        Setting("top", say("At most so many rows"), "number", default=100, most=500),
    ),
    compute=compute,
    shown="words",
)
