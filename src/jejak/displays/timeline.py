"""Sources and events on a line of time, as exactly as their dates are known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from ..analysis.spans import Ints
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.query import Compare, EventIs, code
from ..model.shape import Caption, Cell, Heading, Matrix
from ..model.when import When, kept_when
from .display import DisplayFilter, DisplayKind, Setting
from .literature import in_chapter
from .queries import CodeQueries
from .shown_codes import shown_codes
from .words import value_words

__all__ = ["KIND", "compute"]


@dataclass(frozen=True, slots=True)
class _Thing:
    """A source or an event: when it was, how many passages it has, and how its heading and its
    query are written, which is done for those alone that are shown."""

    when: When
    count: int
    tell: Callable[[int], tuple[Heading, str]]
    row: int


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Sources and events in the order of time. Settings: see :data:`KIND`."""
    things: list[_Thing] = []
    n = 0
    if settings["show"] != "events":
        counts, n = _counts(corpus, settings, only)
        things += _sources(corpus, counts, settings, only)
    events = list(_events(corpus)) if settings["show"] != "sources" else []
    orders = {when: when.order for when in {thing.when for thing in (*things, *events)}}
    things = sorted([*things, *events], key=lambda thing: orders[thing.when])
    shown = _most(things, settings["top"])
    told = [thing.tell(thing.row) for thing in shown]
    return Matrix(
        kind=KIND.name,
        rows=tuple(heading for heading, _ in told),
        columns=(Heading("passages", say("Passages")),),
        cells={
            (row, 0): Cell(thing.count, query=told[row][1])
            for row, thing in enumerate(shown)
            if thing.count
        },
        caption=Caption(
            title=say("Timeline"),
            unit=say("codings in a source, passages that show an event"),
            filter=str(only),
            n=n,
            notes=tuple(_notes(things, shown, bool(events) and only.query is not None)),
        ),
        row_title=say("Source or event"),
        column_title=say("Passages"),
        drawing="timeline",
    )


def _counts(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> tuple[Ints, int]:
    """The codings of each source that count."""
    wanted = {"codes": settings["codes"], "below": True, "top": len(corpus.codes.guid) or 1}
    counted = np.asarray(shown_codes(corpus, wanted, only).of_codings >= 0)
    of = corpus.codings.source[counted]
    return np.bincount(of, minlength=len(corpus.sources.guid)), int(counted.sum())


def _sources(
    corpus: Corpus, counts: Ints, settings: Mapping[str, Any], only: DisplayFilter
) -> Iterator[_Thing]:
    sources = corpus.sources
    none: tuple[str | None, ...] = (None,) * len(sources.guid)
    dates, kinds = sources.facets.get("collected", none), sources.facets.get("kind", none)
    queries = CodeQueries(corpus)
    chosen = settings["codes"]
    below = [row for one in chosen for row in range(one, int(corpus.codes.last[one]))]
    what = queries.codes(below) if chosen else code()
    narrowed = only.query is not None or bool(chosen)
    read = lru_cache(maxsize=None)(kept_when)

    def tell(row: int) -> tuple[Heading, str]:
        name, when = sources.name[row], str(read(dates[row] or ""))
        heading = Heading(
            sources.guid[row], name, group=value_words("source", "kind", kinds[row]), when=when
        )
        return heading, str(only.narrow(what, Compare("source", "", "=", (name,))))

    for row, count in enumerate(counts.tolist()):
        if count or not narrowed:
            yield _Thing(read(dates[row] or ""), count, tell, row)


def _events(corpus: Corpus) -> Iterator[_Thing]:
    if corpus.happenings is None:
        return
    events = corpus.events
    passages = np.bincount(events.evidence.owner, minlength=len(events))

    def tell(row: int) -> tuple[Heading, str]:
        group = say("Critical event") if events.critical[row] else say("Event")
        guid = events.guid[row]
        heading = Heading(guid, events.name[row], group=group, when=str(events.when[row]))
        return heading, str(EventIs(guid))

    for row, (when, count) in enumerate(zip(events.when, passages.tolist(), strict=True)):
        yield _Thing(when, count, tell, row)


def _most(things: list[_Thing], most: int) -> list[_Thing]:
    """At most so many: those with a date first, then those with the most passages; in their order."""
    if len(things) <= most:
        return things
    by_worth = sorted(
        range(len(things)), key=lambda n: (not things[n].when.known, -things[n].count, n)
    )
    return [things[n] for n in sorted(by_worth[:most])]


def _notes(things: list[_Thing], shown: list[_Thing], unfiltered: bool) -> Iterator[Message]:  # noqa: FBT001
    if len(shown) < len(things):
        yield say("Only {n} of {all} are shown, those with the most passages.", n=len(shown), all=len(things))  # fmt: skip
    undated = sum(not thing.when.known for thing in shown)
    if undated:
        yield say(
            "{n} has no date: it stands at the end of the table, not in the picture."
            "|{n} have no date: they stand at the end of the table, not in the picture.",
            n=undated,
        )
    if any(thing.when.begin != thing.when.end or len(thing.when.begin or "") < 10 for thing in shown if thing.when.known):  # fmt: skip
        yield say("A bar is as long as a date is uncertain or something lasted.")
    if unfiltered:
        yield say("The filter is one of codings: events are shown whatever it says.")


KIND = DisplayKind(
    name="timeline",
    title=say("Timeline of sources and events"),
    purpose="order",
    about=say(
        "Use it to see when the material was collected and what happened meanwhile, in one order:"
        " gaps, dense times, and what an account could already know."
    ),
    source=in_chapter("order", say("event listing")),
    settings=(
        Setting(
            "show",
            say("What is shown"),
            "choice",
            (
                ("both", say("Sources and events")),
                ("sources", say("Sources")),
                ("events", say("Events")),
            ),
            "both",
        ),
        Setting(
            "codes", say("Codes, each with all below it (none chosen: all)"), "codes", default=[]
        ),
        Setting("top", say("At most so many"), "number", default=100, most=500),
    ),
    compute=compute,
    shown="chart",
)
