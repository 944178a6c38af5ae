"""Names that two things would share after a merge."""

from __future__ import annotations

from typing import Any

from ...model import User, say
from ...model.codec import spec_of
from ...model.identity import free_name, name_key
from .draft import Draft
from .likeness import NAMED
from .sides import Wire

__all__ = ["keep_names_apart"]

_INITIALS = spec_of(User.KIND).names.index("initials")


def keep_names_apart(draft: Draft) -> None:
    """Give a number to what comes with a name that something else has here."""
    for kind, (field, within) in NAMED.items():
        names = spec_of(kind).names
        place = names.index(field)
        scope = None if within is None else names.index(within)
        coming = _renamed(draft, kind, {place, scope})
        if coming:
            _number(draft, kind, place, scope, coming)
    _initials(draft)


def _renamed(draft: Draft, kind: str, places: set[int | None]) -> list[bytes]:
    sets = draft.sets.get(kind, {})
    return [*(guid for guid, new in sets.items() if places & set(new)), *draft.adds.get(kind, {})]


def _number(draft: Draft, kind: str, place: int, scope: int | None, coming: list[bytes]) -> None:
    waiting = dict.fromkeys(coming)
    taken: dict[Any, set[str]] = {}
    results: dict[bytes, Wire] = {}
    for wire in draft.all(kind):
        if wire[0] in waiting:
            results[wire[0]] = wire
        else:
            taken.setdefault(_within(wire, scope), set()).add(name_key(wire[place]))
    for wire in (results[guid] for guid in coming if guid in results):
        there = taken.setdefault(_within(wire, scope), set())
        name = free_name(wire[place], there)
        there.add(name_key(name))
        if name != wire[place]:
            _rename(draft, kind, wire, place, name)


def _within(wire: Wire, scope: int | None) -> Any:
    return None if scope is None else wire[scope]


def _rename(draft: Draft, kind: str, wire: Wire, place: int, name: str) -> None:
    adds = draft.adds.get(kind, {})
    draft.tell(
        "name-taken",
        say("The {kind} “{name}” is called “{new}” here: there is another of that name.",
            kind=kind, name=wire[place], new=name),
        wire[place],
    )  # fmt: skip
    if wire[0] in adds:
        adds[wire[0]] = (*wire[:place], name, *wire[place + 1 :])
    else:
        draft.sets[kind][wire[0]][place] = name


def _initials(draft: Draft) -> None:
    """Initials that somebody has here already stay there alone."""
    adds = draft.adds.get(User.KIND, {})
    if not adds:
        return
    taken = {name_key(wire[_INITIALS]) for wire in draft.all(User.KIND) if wire[0] not in adds}
    for guid, wire in list(adds.items()):
        initials = name_key(wire[_INITIALS])
        if initials and initials in taken:
            adds[guid] = (*wire[:_INITIALS], "", *wire[_INITIALS + 1 :])
        taken.add(initials)
