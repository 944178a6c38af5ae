"""What may be said of events and states: checked before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..errors import InvalidInput
from ..model import Case, Event, Link, State
from ..model.event import ACTOR
from ..model.identity import clean_name
from ..model.when import exact_when
from ..store import Change, Rows
from ..store.lookups import find_case

__all__ = ["checked", "set_actors"]

_FIELDS: dict[str, frozenset[str]] = {
    Event.KIND: frozenset(
        {"name", "date", "kind", "place", "critical", "impact", "description", "position"}
    ),
    State.KIND: frozenset({"name", "date", "description", "position"}),
}
_LINES = {"kind", "place"}
_TEXTS = {"impact", "description"}


def checked(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values of an event or state as they will be kept. Raises :class:`InvalidInput`."""
    unknown = set(values) - _FIELDS[kind]
    if unknown:
        raise InvalidInput("not-editable", f"Not to be changed here: {', '.join(sorted(unknown))}.")
    kept = dict(values)
    if "name" in kept:
        kept["name"] = clean_name(kept["name"], kind)
    if "date" in kept:
        kept["date"] = exact_when(kept["date"] or "")
    for name in _LINES & set(kept):
        kept[name] = " ".join((kept[name] or "").split())
    for name in _TEXTS & set(kept):
        kept[name] = (kept[name] or "").strip()
    return kept


def set_actors(change: Change, event: Event, names: Sequence[str]) -> None:
    """Say which cases act in an event, and no others. Raises :class:`NotFound`."""
    wanted = dict.fromkeys(find_case(change.rows, name).guid for name in names)
    old = actor_links(change.rows, event.guid)
    change.remove(*(link for link in old if link.target not in wanted))
    there = {link.target: link for link in old}
    for position, case in enumerate(wanted):
        if case in there:
            change.set(there[case], position=position)
            continue
        change.add(
            Link(
                role=ACTOR, owner_kind=Event.KIND, owner=event.guid, target_kind=Case.KIND,
                target=case, position=position,
            )
        )  # fmt: skip


def actor_links(rows: Rows, event: str) -> list[Link]:
    """The links from an event to the cases in it."""
    return rows.all(Link, role=ACTOR, owner=event)
