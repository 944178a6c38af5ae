"""What must hold of what a merge leaves: names that are had once, and a tree that is one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model import Code, User, say
from ...model.codec import spec_of
from ...model.identity import free_name, name_key
from ...model.merging import LOOP
from ..rows import wire_query
from .draft import Draft, Found
from .likeness import NAMED
from .sides import Wire

__all__ = ["keep_names_apart", "keep_tree"]

_PARENT = spec_of(Code.KIND).names.index("parent")
_INITIALS = spec_of(User.KIND).names.index("initials")


def keep_tree(draft: Draft) -> None:
    """Let no code lie below itself where both sides moved codes."""
    if not any(_PARENT in values for values in draft.sets.get(Code.KIND, {}).values()):
        return
    while True:
        loop = _loop(draft)
        if not loop:
            return
        moved = [one for one in loop if _PARENT in draft.sets.get(Code.KIND, {}).get(one, {})]
        first = min(moved)
        ours = draft.ours[Code.KIND][first]
        found = Found(
            draft.key(Code.KIND, first, LOOP), Code.KIND, first, draft.sides.back.get(first, first),
            LOOP, _PARENT, ours, draft.result(Code.KIND, ours), used=len(loop),
        )  # fmt: skip
        if any(one.key == found.key for one in draft.clashes) or draft.clash(found) == "ours":
            for one in moved:
                draft.sets[Code.KIND][one].pop(_PARENT)
        else:
            _as_there(draft, loop)


def _as_there(draft: Draft, loop: list[bytes]) -> None:
    """Let codes lie where theirs has them."""
    here = draft.wires(Code.KIND, loop)
    sides = draft.sides
    there = draft.of_theirs(Code.KIND, [sides.back.get(one, one) for one in loop])
    for one in loop:
        wire = there.get(sides.back.get(one, one))
        if wire is not None and one in here:
            draft.set(Code.KIND, here[one], {_PARENT: sides.translated(Code.KIND, wire)[_PARENT]})
            # What it is already is no change, but takes back one that was to be.
            if here[one][_PARENT] == sides.translated(Code.KIND, wire)[_PARENT]:
                draft.sets.get(Code.KIND, {}).get(one, {}).pop(_PARENT, None)


def _loop(draft: Draft) -> list[bytes]:
    """Codes that would lie below each other in a circle."""
    above = {wire[0]: wire[_PARENT] for wire in _all(draft, Code.KIND)}
    fine: set[bytes] = set()
    for start in above:
        path: dict[bytes, None] = {}
        step: Any = start
        while step is not None and step not in fine and step not in path:
            path[step] = None
            step = above.get(step)
        if step in path:
            listed = list(path)
            return listed[listed.index(step) :]
        fine.update(path)
    return []


def _all(draft: Draft, kind: str) -> Iterator[Wire]:
    """All things of a kind as they would be."""
    drops = draft.drops.get(kind, {})
    for row in draft.sides.ours.execute(wire_query(spec_of(kind))):
        if row[0] not in drops:
            yield draft.result(kind, tuple(row[:-2]))
    yield from draft.adds.get(kind, {}).values()


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
    for wire in _all(draft, kind):
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
    taken = {name_key(wire[_INITIALS]) for wire in _all(draft, User.KIND) if wire[0] not in adds}
    for guid, wire in list(adds.items()):
        initials = name_key(wire[_INITIALS])
        if initials and initials in taken:
            adds[guid] = (*wire[:_INITIALS], "", *wire[_INITIALS + 1 :])
        taken.add(initials)
