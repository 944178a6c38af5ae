"""The time-ordered matrix: what changed in each component, period by period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ..model.corpus import Corpus
from ..model.identity import name_key
from ..model.message import Message, say
from ..model.shape import Caption, Cell, Heading, Matrix
from .display import DisplayFilter, DisplayKind, Setting
from .happened import (
    PERIOD,
    event_notes,
    event_words,
    events_query,
    filter_notes,
    period_headings,
    period_key,
    ratings_query,
)
from .literature import in_chapter
from .variables import measured

__all__ = ["KIND", "compute"]


@dataclass(slots=True)
class _Happened:
    """What a component did in a period: events, and ratings that differ from the ones before."""

    events: list[int] = field(default_factory=list)
    ratings: list[int] = field(default_factory=list)
    said: list[str | Message] = field(default_factory=list)


Change = dict[tuple[str, tuple[int, str]], _Happened]


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Components by periods. Settings: see :data:`KIND`."""
    grain, case = settings["period"], settings["case"]
    rows: dict[str, Heading] = {}
    found: Change = defaultdict(_Happened)
    _add_events(corpus, grain, case, rows, found)
    _add_ratings(corpus, grain, case, rows, found)
    shown = list(rows)[: settings["top"]]
    columns = period_headings(period for _, period in found)
    place = {heading.key: column for column, heading in enumerate(columns)}
    line = {key: row for row, key in enumerate(shown)}
    cells: dict[tuple[int, int], Cell] = {}
    said: dict[tuple[int, int], tuple[str | Message, ...]] = {}
    for (key, (_, period)), one in found.items():
        if key in line:
            at = line[key], place[period]
            cells[at] = Cell(len(one.said), query=_query(corpus, one))
            said[at] = tuple(one.said)
    noted = filter_notes(only) if rows else event_notes(corpus, only)
    notes = [say("An empty cell means that nothing is known to have changed.")] if rows else []
    if len(shown) < len(rows):
        notes.append(say("Only {n} of {all} rows are shown.", n=len(shown), all=len(rows)))
    return Matrix(
        kind=KIND.name,
        rows=tuple(rows[key] for key in shown),
        columns=columns,
        cells=cells,
        caption=Caption(
            title=say("Time-ordered matrix"),
            unit=say("events and changes of level, in the period in which they begin"),
            filter=str(only),
            n=sum(len(one.said) for one in found.values()),
            counted=say("Changes"),
            notes=(*notes, *noted),
        ),
        row_title=say("Component"),
        column_title=say("When"),
        said=said,
    )


def _query(corpus: Corpus, one: _Happened) -> str:
    parts = [events_query(corpus, one.events), ratings_query(corpus, one.ratings)]
    return " or ".join(part for part in parts if part)


def _add_events(
    corpus: Corpus, grain: str, case: int | None, rows: dict[str, Heading], found: Change
) -> None:
    events = corpus.events
    acting = {event for event, actor in events.actors.tolist() if actor == case}
    kinds: dict[str, str] = {}
    for row in range(len(events)):
        if case is not None and row not in acting:
            continue
        key = name_key(events.kind[row])
        kinds.setdefault(key, events.kind[row])
        one = found[f"kind={key}", period_key(events.when[row], grain)]
        one.events.append(row)
        one.said.append(event_words(events, row))
    for key in sorted(kinds, key=lambda kind: (not kind, kind)):
        label = kinds[key] or say("(no kind)")
        rows[f"kind={key}"] = Heading(f"kind={key}", label, group=say("Events"))


def _add_ratings(
    corpus: Corpus, grain: str, case: int | None, rows: dict[str, Heading], found: Change
) -> None:
    """Ratings that say when: the first of a case, and each that differs from the one before."""
    ratings = corpus.ratings
    for variable in measured(corpus):
        key = f"case.{name_key(variable.name)}="
        before: dict[int, str] = {}
        for row in np.flatnonzero(ratings.attribute == variable.row).tolist():
            owner, when = int(ratings.case[row]), ratings.when[row]
            if not when.known or (case is not None and owner != case):
                continue
            rows.setdefault(key, Heading(key, variable.name, group=say("Rated variables")))
            last, now = before.get(owner), ratings.value[row]
            before[owner] = now
            if last == now:
                continue
            one = found[key, period_key(when, grain)]
            one.ratings.append(row)
            name = corpus.cases.name[owner]
            if last is None:
                one.said.append(say("{case}: {level}", case=name, level=now))
            else:
                one.said.append(
                    say("{case}: {before} → {level}", case=name, before=last, level=now)
                )


KIND = DisplayKind(
    name="time-ordered",
    title=say("Time-ordered matrix"),
    purpose="order",
    about=say(
        "Use it to see when which part of the story moved: events of each kind and changes of each rated"
        " variable, period by period; an empty cell is no change."
    ),
    source=in_chapter("order", say("time-ordered matrix")),
    settings=(
        PERIOD,
        Setting("case", say("One case (none chosen: all)"), "case", none=say("All cases")),
        Setting("top", say("At most so many rows"), "number", default=100, most=500),
    ),
    compute=compute,
    shown="words",
)
