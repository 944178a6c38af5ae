"""What displays of events share: the words and queries of events, and the periods they lie in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..analysis.periods import label_of, period_number
from ..model.corpus import Corpus
from ..model.happenings import EventColumns
from ..model.message import Message, say
from ..model.query import EventIs, Or, RatingIs
from ..model.shape import Heading, why
from ..model.when import When
from .display import DisplayFilter, Setting

__all__ = ["PERIOD", "UNDATED", "event_notes", "event_words", "events_query", "filter_notes", "period_headings",
           "period_key", "ratings_query", "uncertain"]  # fmt: skip

UNDATED = "period.unknown"
PERIOD = Setting(
    "period",
    say("Columns"),
    "choice",
    (
        ("year", say("Years")),
        ("quarter", say("Quarters")),
        ("month", say("Months")),
        ("day", say("Days")),
    ),
    "year",
)


def event_words(events: EventColumns, row: int) -> Message:
    """An event as it stands in a cell."""
    told = {"event": events.name[row], "date": events.when[row].words()}
    if events.critical[row]:
        return say("! {event} ({date})", **told)
    return say("{event} ({date})", **told)


def events_query(corpus: Corpus, rows: Iterable[int]) -> str:
    """What finds the passages that show some events; nothing where there are none."""
    events = corpus.events
    shown = set(events.evidence.owner.tolist())
    return _any([EventIs(events.guid[row]) for row in dict.fromkeys(rows) if row in shown])


def ratings_query(corpus: Corpus, rows: Iterable[int]) -> str:
    """What finds the passages that some ratings rest on; nothing where there are none."""
    ratings = corpus.ratings
    shown = set(ratings.evidence.owner.tolist())
    return _any([RatingIs(ratings.guid[row]) for row in dict.fromkeys(rows) if row in shown])


def _any(terms: Sequence[EventIs] | Sequence[RatingIs]) -> str:
    return "" if not terms else str(terms[0] if len(terms) == 1 else Or(tuple(terms)))


def period_key(when: When, grain: str) -> tuple[int, str]:
    """The period in which a date begins (or, where that is open, ends), as (number, key); what is not
    known comes last."""
    anchor = when.begin or when.end
    if anchor is None:
        return 2**31, UNDATED
    day = f"{anchor}-01-01"[:10] if len(anchor) == 4 else f"{anchor}-01"[:10]
    number = period_number(day, grain)
    assert number is not None, day
    return number, f"period.{grain}={label_of(number, grain)}"


def uncertain(when: When, grain: str) -> bool:
    """Whether a date may lie in other periods than the one it begins in."""
    if when.first is None or when.last is None:
        return when.known
    first, last = (period_number(day.isoformat(), grain) for day in (when.first, when.last))
    return first != last


def period_headings(keys: Iterable[tuple[int, str]]) -> tuple[Heading, ...]:
    """Headings of the periods that something lies in, in the order of time."""
    return tuple(
        Heading(key, say("Date not known") if key == UNDATED else key.partition("=")[2])
        for _, key in sorted(set(keys))
    )


def event_notes(corpus: Corpus, only: DisplayFilter) -> list[Message]:
    """What a reader has to know of the events there are, and of the filter."""
    if len(corpus.events):
        return filter_notes(only)
    return [
        why(say("No event is noted yet: note what happened under Display, Events, or at a coding."))
    ]


def filter_notes(only: DisplayFilter) -> list[Message]:
    """What a reader has to know of the filter."""
    if only.query is None:
        return []
    return [say("The filter is one of codings: events and ratings are shown whatever it says.")]
