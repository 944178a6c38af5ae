"""What happened: dated events, the states they lead to, and how variables were rated in cases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from .identity import now
from .record import Record, ref
from .when import kept_when

__all__ = ["ACTOR", "EVIDENCE", "LEADS_TO", "Event", "Rating", "State", "in_order", "shown_rating"]

# The roles of the links from an event to the cases in it, and from an event or rating to the segments
# it is known from; the type of the relation from an event to the state it leads to, and on.
ACTOR = "actor"
EVIDENCE = "evidence"
LEADS_TO = "leads to"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """Something that happened. ``date`` is partly known, as :mod:`jejak.model.when` has it; events of
    the same ``kind`` are the same step in different lives; ``impact`` says what a critical one
    changed; ``position`` orders those that dates do not.

    Its actors are links of role *actor* to cases, its evidence links of role *evidence* to segments,
    what it leads to relations of type *leads to*.
    """

    KIND: ClassVar[str] = "event"
    name: str
    date: str = ""
    kind: str = ""
    place: str = ""
    critical: bool = False
    impact: str = ""
    description: str = ""
    position: int = 0
    user: str = ref("user")
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class State(Record):
    """How things stand after some events and before others; ``date`` as an event's."""

    KIND: ClassVar[str] = "state"
    name: str
    date: str = ""
    description: str = ""
    position: int = 0
    user: str = ref("user")
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Record):
    """The level of a variable (an attribute of type *rating*) in a case: at a partly known ``date``,
    or on the whole where there is none. Its evidence are links of role *evidence* to segments."""

    KIND: ClassVar[str] = "rating"
    attribute: str = ref("attribute")
    case: str = ref("case")
    value: str
    date: str = ""
    note: str = ""
    user: str = ref("user")
    created: datetime = field(default_factory=now)


def in_order(ratings: Iterable[Rating]) -> list[Rating]:
    """Ratings of a variable in a case: those on the whole first, then by date; the newest last."""
    return sorted(ratings, key=lambda one: (bool(one.date), kept_when(one.date).order, one.created))


def shown_rating(ratings: Iterable[Rating]) -> Rating | None:
    """The one that the variable's value in a case shows: the newest on the whole, or where there is
    none, the last dated one."""
    ordered = in_order(ratings)
    whole = [one for one in ordered if not one.date]
    newest = whole or ordered
    return newest[-1] if newest else None
