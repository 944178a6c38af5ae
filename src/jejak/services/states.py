"""States: how things stood between events, and what led to what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..errors import Conflict, InvalidInput
from ..model import KINDS, Event, Relation, State, say
from ..model.event import LEADS_TO
from ..store import Store
from ..store.cascade import remove_whole
from ..store.lookups import find_state
from .event_cards import StateCard, in_time, state_cards
from .event_values import checked

__all__ = ["StateCard", "States"]

_ENDS = {Event.KIND, State.KIND}


class States:
    """The states of a study, and the paths from events to states and on."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def all(self) -> list[State]:
        """All states in the order of their dates; those whose date is not known come last."""
        return sorted(self._store.all(State), key=in_time)

    def get(self, name: str) -> State:
        """The state of that name or GUID. Raises :class:`NotFound`."""
        with self._store.read() as rows:
            return find_state(rows, name)

    def cards(self) -> list[StateCard]:
        """All states told whole, in the order of time."""
        with self._store.view() as rows:
            return state_cards(rows, self.all())

    def card(self, state: State) -> StateCard:
        """One state told whole."""
        with self._store.read() as rows:
            return state_cards(rows, [state])[0]

    def add(self, name: str, *, date: str = "", description: str = "") -> State:
        """A new state. Raises :class:`InvalidInput`."""
        values = checked(State.KIND, {"name": name, "date": date, "description": description})
        with self._store.write(say("Note a state"), self._user) as change:
            last = max((one.position for one in change.rows.all(State)), default=0)
            state = State(user=self._user, position=last + 1, **values)
            change.add(state)
            return state

    def update(self, state: State, **values: Any) -> State:
        """Change a state's name, date, description or position. Raises :class:`InvalidInput`."""
        kept = checked(State.KIND, values)
        with self._store.write(say("Change a state"), self._user) as change:
            return change.set(state, **kept)

    def remove(self, states: Sequence[State]) -> dict[str, int]:
        """Remove states with what leads to and from them. How many entities went, by kind."""
        verb = say("Remove {n} state|Remove {n} states", n=len(states))
        with self._store.write(verb, self._user) as change:
            return remove_whole(change, State.KIND, [state.guid for state in states])

    def lead(self, origin: tuple[str, str], target: tuple[str, str], why: str = "") -> Relation:
        """Say that an event or state leads to another, each as (*event* or *state*, GUID); said
        again, the reason is written anew. Raises :class:`InvalidInput`, :class:`NotFound`.
        """
        if not {origin[0], target[0]} <= _ENDS or origin == target:
            raise InvalidInput("bad-lead", "An event or state leads to another event or state.")
        with self._store.write(say("Say what leads to what"), self._user) as change:
            for kind, guid in (origin, target):
                change.rows.get(KINDS[kind], guid)
            there = change.rows.first(Relation, type=LEADS_TO, origin=origin[1], target=target[1])
            if there is not None:
                return change.set(there, memo=why.strip())
            relation = Relation(
                type=LEADS_TO, origin_kind=origin[0], origin=origin[1], target_kind=target[0],
                target=target[1], memo=why.strip(),
            )  # fmt: skip
            change.add(relation)
            return relation

    def unlead(self, guid: str) -> None:
        """Say that one does not lead to the other any more, by the relation's GUID.

        Raises :class:`NotFound`, :class:`Conflict` for a relation of another type.
        """
        with self._store.write(
            say("Say that one does not lead to the other"), self._user
        ) as change:
            relation = change.rows.get(Relation, guid)
            if relation.type != LEADS_TO:
                raise Conflict("other-relation", "This relation says something else.")
            remove_whole(change, Relation.KIND, [guid])
