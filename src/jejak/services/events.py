"""Events: what happened to whom, when as far as it is known, and the words that show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..analysis.query.hits import Hits
from ..analysis.query.ownership import cases_of
from ..analysis.spans import Spans
from ..model import Coding, Event, Link, Segment, say
from ..model.event import ACTOR
from ..model.identity import fold
from ..model.when import period
from ..store import Rows, Store
from ..store.cascade import remove_whole
from ..store.lookups import find_case, find_event, find_source
from .event_cards import EventCard, event_cards, in_time
from .event_values import checked, set_actors
from .evidence_ties import Shown, tie_evidence, untie_evidence

__all__ = ["EventCard", "Events"]


class Events:
    """The events of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    # -- reading -----------------------------------------------------------------------------------

    def all(self) -> list[Event]:
        """All events in the order of their dates; those whose date is not known come last."""
        return sorted(self._store.all(Event), key=in_time)

    def get(self, name: str) -> Event:
        """The event of that name or GUID. Raises :class:`NotFound`."""
        with self._store.read() as rows:
            return find_event(rows, name)

    def cards(
        self,
        *,
        case: str | None = None,
        kind: str | None = None,
        critical: bool | None = None,
        since: str = "",
        until: str = "",
        text: str = "",
        people: Sequence[str] | None = None,
    ) -> list[EventCard]:
        """Events told whole, in the order of time: those of a case (name or GUID), of a kind,
        critical or not, that may have happened from ``since`` to ``until`` (dates of any precision),
        with ``text`` in their words, and noted by ``people`` (GUIDs). Raises :class:`NotFound`, :class:`InvalidInput`.
        """
        with self._store.view() as rows:
            found = self.all()
            if case is not None:
                links = rows.all(Link, role=ACTOR, target=find_case(rows, case).guid)
                acting = {link.owner for link in links}
                found = [event for event in found if event.guid in acting]
            if kind is not None:
                found = [event for event in found if fold(event.kind) == fold(kind)]
            if critical is not None:
                found = [event for event in found if event.critical == critical]
            if people is not None:
                found = [event for event in found if event.user in people]
            letters = fold(text)
            found = [event for event in found if letters in _words(event)]
            during = period(since, until)
            return event_cards(rows, [event for event in found if during(event.date)])

    def card(self, event: Event) -> EventCard:
        """One event told whole."""
        with self._store.read() as rows:
            return event_cards(rows, [event])[0]

    def speakers(self, shown: Sequence[Shown]) -> list[str]:
        """The cases (GUIDs) whose words some passages are: who probably acts in what they tell.

        Raises :class:`NotFound`.
        """
        with self._store.view() as rows:
            corpus = self._store.corpus()
            place = {guid: row for row, guid in enumerate(corpus.sources.guid)}
            spans = [(place[source], start, end) for source, start, end in _spans(rows, shown)]
            column = np.array(spans, np.int64).reshape(-1, 3).T
            cases = cases_of(Hits.of_spans(Spans(column[0], column[1], column[2])), corpus)
            return [corpus.cases.guid[row] for row in dict.fromkeys(cases.tolist()) if row >= 0]

    # -- writing -----------------------------------------------------------------------------------

    def add(
        self,
        name: str,
        *,
        date: str = "",
        kind: str = "",
        place: str = "",
        critical: bool = False,
        impact: str = "",
        description: str = "",
        actors: Sequence[str] | None = None,
        shown: Sequence[Shown] = (),
    ) -> Event:
        """A new event. ``date`` is as far as it is known: ``2020``, ``2020-05/2021``, ``after 2020``.

        ``actors`` are cases by name or GUID; ``None`` means those whose words ``shown`` are, which
        names passages: segments or codings by GUID, or (source, start, end). Raises
        :class:`InvalidInput`, :class:`NotFound`.
        """
        values = {
            "name": name, "date": date, "kind": kind, "place": place, "critical": critical,
            "impact": impact, "description": description,
        }  # fmt: skip
        acting = self.speakers(shown) if actors is None and shown else actors or ()
        with self._store.write(say("Note an event"), self._user) as change:
            last = max((one.position for one in change.rows.all(Event)), default=0)
            event = Event(user=self._user, position=last + 1, **checked(Event.KIND, values))
            change.add(event)
            set_actors(change, event, acting)
            tie_evidence(change, event, shown)
            return event

    def update(self, event: Event, *, actors: Sequence[str] | None = None, **values: Any) -> Event:
        """Change an event's name, date, kind, place, critical, impact, description, position or
        actors. Raises as :meth:`add`."""
        kept = checked(Event.KIND, values)
        with self._store.write(say("Change an event"), self._user) as change:
            written = change.set(event, **kept)
            if actors is not None:
                set_actors(change, written, actors)
            return written

    def show(self, event: Event, shown: Sequence[Shown]) -> int:
        """Tie passages to an event as what it is known from; how many are new to it.

        Raises :class:`NotFound`, :class:`InvalidInput`.
        """
        with self._store.write(say("Add evidence to an event"), self._user) as change:
            change.rows.get(Event, event.guid)
            return len(tie_evidence(change, event, shown))

    def hide(self, event: Event, segments: Sequence[str]) -> int:
        """Take passages (segments by GUID) from an event; their codings stay. How many there were."""
        with self._store.write(say("Take evidence from an event"), self._user) as change:
            return untie_evidence(change, event, segments)

    def arrange(self, guids: Sequence[str]) -> None:
        """Put events into an order, which counts where their dates do not tell it.

        Raises :class:`NotFound`.
        """
        with self._store.write(say("Put events into an order"), self._user) as change:
            for position, guid in enumerate(dict.fromkeys(guids), 1):
                change.set(change.rows.get(Event, guid), position=position)

    def remove(self, events: Sequence[Event]) -> dict[str, int]:
        """Remove events; their passages and codings stay. How many entities went, by kind."""
        verb = say("Remove {n} event|Remove {n} events", n=len(events))
        with self._store.write(verb, self._user) as change:
            return remove_whole(change, Event.KIND, [event.guid for event in events])


def _words(event: Event) -> str:
    return fold(f"{event.name}\n{event.kind}\n{event.place}\n{event.impact}\n{event.description}")


def _spans(rows: Rows, shown: Sequence[Shown]) -> list[tuple[str, int, int]]:
    found = []
    for one in shown:
        if isinstance(one, tuple):
            source, start, end = one
            found.append((find_source(rows, source).guid, start, end))
            continue
        coding = rows.find(Coding, one)
        segment = rows.get(Segment, one if coding is None else coding.segment)
        found.append((segment.source, segment.start, segment.end))
    return found
