"""Events, states and ratings as a notebook sees them."""

from __future__ import annotations

from typing import Any

from ..model import Event, Segment, Source
from ..model.table import Column
from ..model.when import When, kept_when
from ..services.event_cards import EventCard
from ..services.events import Events
from ..services.ratings import Ratings
from ..services.states import States
from ..services.things import Thing
from ..store import Store
from .collection import Collection
from .handle import Handle, guid_of
from .passages import Passage
from .tabular import Tabular

__all__ = ["EventCollection", "EventHandle", "RatingTable", "StateTable"]


class EventHandle(Handle[Event]):
    """Something that happened."""

    def __init__(self, store: Store, user: str, guid: str) -> None:
        super().__init__(store, user, Event, guid)

    @property
    def _service(self) -> Events:
        return Events(self._store, self._user)

    def _card(self) -> EventCard:
        return self._service.card(self.record)

    @property
    def date(self) -> When:
        """When it happened, as far as that is known: ``str()`` gives it in its exact form."""
        return kept_when(self.record.date)

    @property
    def actors(self) -> list[str]:
        """The names of the cases in it."""
        return [name for _, name in self._card().actors]

    @property
    def leads_to(self) -> list[str]:
        """The names of the events and states it leads to."""
        return [one.thing.label for one in self._card().leads]

    @property
    def passages(self) -> list[Passage]:
        """The words that show it."""
        found = []
        for thing in self._card().evidence:
            segment = self._store.get(Segment, thing.guid)
            source = self._store.get(Source, segment.source)
            found.append(Passage(self._store, self._user, source, segment.start, segment.end))
        return found

    def show(self, *passages: Passage) -> None:
        """Say that these words show it."""
        self._service.show(self.record, [(one.source.guid, one.start, one.end) for one in passages])

    def lead(self, other: Handle[Any], why: str = "") -> None:
        """Say that it leads to another event or to a state, and why."""
        kind = other.record.KIND
        States(self._store, self._user).lead((Event.KIND, self.guid), (kind, guid_of(other)), why)

    def update(self, **values: Any) -> None:
        """Change ``name``, ``date``, ``kind``, ``place``, ``critical``, ``impact``,
        ``description`` or ``actors``. Raises :class:`InvalidInput`, :class:`NotFound`."""
        self._service.update(self.record, **values)

    def remove(self) -> None:
        """Remove it; its words and their codings stay."""
        self._service.remove([self.record])


class EventCollection(Events, Collection[EventHandle]):
    """The events of a study, by name or GUID, in the order of time."""

    def values(self) -> list[EventHandle]:
        """Every event, in the order of time."""
        return [self._handle(event.guid) for event in self.all()]

    def keys(self) -> list[str]:
        """The names."""
        return [event.name for event in self.all()]

    def __len__(self) -> int:
        return self._store.count(Event)

    def _find(self, name: str) -> EventHandle:
        return self._handle(self.get(name).guid)

    def _handle(self, guid: str) -> EventHandle:
        return EventHandle(self._store, self._user, guid)

    def _columns(self) -> list[Column]:
        cards = self.cards()
        events = [card.event for card in cards]
        texts = ("guid", "name", "date", "kind", "place")
        return [
            *(Column(name, "text", [getattr(one, name) for one in events]) for name in texts),
            Column("critical", "boolean", [one.critical for one in events]),
            Column("actors", "texts", [[name for _, name in card.actors] for card in cards]),
            Column("impact", "text", [one.impact for one in events]),
            Column("description", "text", [one.description for one in events]),
            Column("leads to", "texts", [[k.thing.label for k in card.leads] for card in cards]),
            Column("evidence", "texts", [[*map(_quoted, card.evidence)] for card in cards]),
        ]


class StateTable(States, Tabular):
    """The states of a study."""

    def _columns(self) -> list[Column]:
        cards = self.cards()
        return [
            *(
                Column(name, "text", [getattr(card.state, name) for card in cards])
                for name in ("guid", "name", "date", "description")
            ),
            Column("follows", "texts", [[k.thing.label for k in card.follows] for card in cards]),
            Column("leads to", "texts", [[k.thing.label for k in card.leads] for card in cards]),
        ]


class RatingTable(Ratings, Tabular):
    """The ratings of a study's cases."""

    def _columns(self) -> list[Column]:
        grid = self.grid()
        cases = {case.guid: case.name for case in grid.cases}
        variables = {one.guid: one for one in grid.variables}
        cards = [card for card in grid.ratings if card.rating.attribute in variables]
        told = [(card.rating, variables[card.rating.attribute]) for card in cards]
        levels = [
            variable.options.index(one.value) + 1 if one.value in variable.options else None
            for one, variable in told
        ]
        return [
            Column("guid", "text", [one.guid for one, _ in told]),
            Column("case", "text", [cases[one.case] for one, _ in told]),
            Column("variable", "text", [variable.name for _, variable in told]),
            Column("value", "text", [one.value for one, _ in told]),
            Column("level", "whole", levels),
            Column("date", "text", [one.date for one, _ in told]),
            Column("note", "text", [one.note for one, _ in told]),
            Column("by", "text", [card.by for card in cards]),
            Column("shown", "boolean", [card.shown for card in cards]),
            Column("evidence", "texts", [[*map(_quoted, card.evidence)] for card in cards]),
        ]


def _quoted(thing: Thing) -> str:
    return f"{thing.where}: {thing.label}"
