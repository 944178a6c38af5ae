"""Events as a list tells them: their date in words, who acts, what shows them, what they lead to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Case, Event, Link, Message, Relation, State, User
from ..model.event import ACTOR, LEADS_TO
from ..model.when import kept_when
from ..store import Rows
from .evidence_ties import evidence_of
from .things import Thing, things

__all__ = ["EventCard", "LeadCard", "StateCard", "event_cards", "in_time", "state_cards"]


@dataclass(frozen=True, slots=True)
class LeadCard:
    """What something leads to, or what leads to it: the relation's GUID, the other end, and why."""

    guid: str
    thing: Thing
    why: str


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event with its date in words, who noted it, its actors (GUID, name), its passages, and what
    it leads to and follows from."""

    event: Event
    when: Message
    by: str
    actors: tuple[tuple[str, str], ...]
    evidence: tuple[Thing, ...]
    leads: tuple[LeadCard, ...]
    follows: tuple[LeadCard, ...]


@dataclass(frozen=True, slots=True)
class StateCard:
    """A state with its date in words, and what it leads to and follows from."""

    state: State
    when: Message
    leads: tuple[LeadCard, ...]
    follows: tuple[LeadCard, ...]


def in_time(record: Event | State) -> tuple[tuple[int, int, int], int]:
    """What events and states are sorted by: their dates, then the place they were given."""
    return kept_when(record.date).order, record.position


def event_cards(rows: Rows, events: Sequence[Event]) -> list[EventCard]:
    """Events told whole, in the order they are given."""
    guids = [event.guid for event in events]
    evidence, (leads, follows) = evidence_of(rows, guids), _ties(rows, guids)
    actors = _actors(rows, guids)
    people = {user.guid: user.name for user in rows.all(User)}
    return [
        EventCard(
            event,
            kept_when(event.date).words(),
            people[event.user],
            actors.get(event.guid, ()),
            evidence.get(event.guid, ()),
            leads.get(event.guid, ()),
            follows.get(event.guid, ()),
        )
        for event in events
    ]


def state_cards(rows: Rows, states: Sequence[State]) -> list[StateCard]:
    """States told whole, in the order they are given."""
    leads, follows = _ties(rows, [state.guid for state in states])
    return [
        StateCard(
            state,
            kept_when(state.date).words(),
            leads.get(state.guid, ()),
            follows.get(state.guid, ()),
        )
        for state in states
    ]


def _actors(rows: Rows, events: Sequence[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    links = [link for link in rows.among(Link, "owner", events) if link.role == ACTOR]
    links.sort(key=lambda link: link.position)
    names = {case.guid: case.name for case in rows.among(Case, "guid", {k.target for k in links})}
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for link in links:
        found[link.owner].append((link.target, names[link.target]))
    return {event: tuple(cases) for event, cases in found.items()}


def _ties(
    rows: Rows, guids: Sequence[str]
) -> tuple[dict[str, tuple[LeadCard, ...]], dict[str, tuple[LeadCard, ...]]]:
    """What each of these leads to, and what leads to it."""
    onwards = [one for one in rows.among(Relation, "origin", guids) if one.type == LEADS_TO]
    back = [one for one in rows.among(Relation, "target", guids) if one.type == LEADS_TO]
    ends = [(one.target_kind, one.target) for one in onwards]
    told = things(rows, [*ends, *((one.origin_kind, one.origin) for one in back)])
    leads: defaultdict[str, list[LeadCard]] = defaultdict(list)
    follows: defaultdict[str, list[LeadCard]] = defaultdict(list)
    for one in onwards:
        leads[one.origin].append(LeadCard(one.guid, told[one.target], one.memo))
    for one in back:
        follows[one.target].append(LeadCard(one.guid, told[one.origin], one.memo))
    return _frozen(leads), _frozen(follows)


def _frozen(found: dict[str, list[LeadCard]]) -> dict[str, tuple[LeadCard, ...]]:
    return {guid: tuple(cards) for guid, cards in found.items()}
