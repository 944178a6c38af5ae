"""The event listing: what happened, by actor, kind or place, in the order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

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
    period_headings,
    period_key,
    uncertain,
)
from .literature import in_chapter

__all__ = ["KIND", "compute"]

_ROWS = {
    "actor": say("Who acts"),
    "kind": say("Kind of event"),
    "place": say("Place"),
    "event": say("Event"),
}
_NONE = {
    "actor": say("(no case)"),
    "kind": say("(no kind)"),
    "place": say("(no place)"),
    "event": say("(no name)"),
}


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Events by rows and periods. Settings: see :data:`KIND`."""
    events, by, grain = corpus.events, settings["by"], settings["period"]
    wanted = [row for row in range(len(events)) if events.critical[row] or not settings["critical"]]
    rows = _rows(corpus, by, wanted)
    shown = list(rows)[: settings["top"]]
    keys = {row: period_key(events.when[row], grain) for row in wanted}
    told = {event for key in shown for event in rows[key][1]}
    columns = period_headings(keys[event] for event in told)
    place = {heading.key: column for column, heading in enumerate(columns)}
    lying: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for line, key in enumerate(shown):
        for event in rows[key][1]:
            lying[line, place[keys[event][1]]].append(event)
    return Matrix(
        kind=KIND.name,
        rows=tuple(rows[key][0] for key in shown),
        columns=columns,
        cells={
            at: Cell(len(found), query=events_query(corpus, found)) for at, found in lying.items()
        },
        caption=Caption(
            title=say("Event listing: {by}", by=_ROWS[by]),
            unit=say("events, in the period in which they begin; ! is critical"),
            filter=str(only),
            n=len(told),
            counted=say("Events"),
            notes=tuple(_notes(corpus, rows, shown, told, grain) + event_notes(corpus, only)),
        ),
        row_title=_ROWS[by],
        column_title=say("When"),
        said={
            at: tuple(event_words(events, event) for event in found) for at, found in lying.items()
        },
    )


def _rows(corpus: Corpus, by: str, wanted: list[int]) -> dict[str, tuple[Heading, list[int]]]:
    """The rows that there are, each with its events; those of nobody, of no kind or place last."""
    events = corpus.events
    found: dict[str, tuple[Heading, list[int]]] = {}
    last: tuple[Heading, list[int]] = Heading(f"{by}=", _NONE[by]), []
    if by == "actor":
        pairs = [(int(event), int(case)) for event, case in events.actors.tolist()]
        acting, asked = dict[int, list[int]](), set(wanted)
        for event, case in pairs:
            if event in asked:
                acting.setdefault(case, []).append(event)
        for case in sorted(acting):
            name = corpus.cases.name[case]
            found[name] = Heading(corpus.cases.guid[case], name), acting[case]
        acted = {event for event, _ in pairs}
        last[1].extend(event for event in wanted if event not in acted)
    else:
        column = {"kind": events.kind, "place": events.place, "event": events.name}[by]
        for event in wanted:
            key = name_key(column[event])
            if not key:
                last[1].append(event)
                continue
            found.setdefault(key, (Heading(f"{by}={key}", column[event]), []))[1].append(event)
    if last[1]:
        found[""] = last
    return found


def _notes(
    corpus: Corpus,
    rows: Mapping[str, object],
    shown: list[str],
    told: set[int],
    grain: str,
) -> list[Message]:
    notes = []
    if len(shown) < len(rows):
        notes.append(say("Only {n} of {all} rows are shown.", n=len(shown), all=len(rows)))
    vague = sum(uncertain(corpus.events.when[event], grain) for event in told)
    if vague:
        notes.append(
            say(
                "{n} event may be of another period: its date says how far it is known."
                "|{n} events may be of other periods: their dates say how far they are known.",
                n=vague,
            )
        )
    bare = len(told - set(corpus.events.evidence.owner.tolist()))
    if bare:
        notes.append(
            say("{n} event rests on no passage yet.|{n} events rest on no passage yet.", n=bare)
        )
    return notes


KIND = DisplayKind(
    name="event-listing",
    title=say("Event listing"),
    purpose="order",
    about=say(
        "Use it to lay what happened side by side in the order of time: who did what when, what came"
        " together, and where nothing is known."
    ),
    source=in_chapter("order", say("event listing")),
    settings=(
        Setting("by", say("Rows"), "choice", tuple(_ROWS.items()), "actor"),
        PERIOD,
        Setting("critical", say("Critical events alone"), "switch", default=False),
        Setting("top", say("At most so many rows"), "number", default=100, most=500),
    ),
    compute=compute,
    example={"by": "actor", "period": "year"},
    shown="words",
)
