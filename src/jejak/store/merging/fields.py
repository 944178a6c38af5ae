"""One thing as each side has it, field by field: what is taken from theirs, and where they clash."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from ...model.codec import spec_of
from ...model.identity import name_key
from ...model.source import SOURCE_STATUSES
from .likeness import NAMED
from .sides import Wire

__all__ = ["Differing", "changed", "compared", "joined"]

# What is only where something stands, or when it was made: where both differ, it stays as it is here.
_QUIET = {"position", "created", "number", "seq", "codebook", "rests_on", "guid"}
# These differ wherever two people made the same thing apart.
_QUIET_ALIKE = {"colour", "initials", "origin", "user", "original", "original_name", "frame"}
# Fields that mean something only together.
_TOGETHER: dict[str, tuple[tuple[str, ...], ...]] = {
    "source": (("text", "length"),),
    "segment": (("start", "end", "anchor", "region", "lost", "source"),),
    "block": (("start", "end"),),
    "node": (("x", "y"),),
    "search": (("query", "inspected", "found"),),
    "annotation": (("start", "end", "paragraph", "passage", "prefix", "suffix"),),
    "check": (("verdict", "facts"),),
    "display": (("kind", "settings"),),
}
# Mappings of things that have nothing to do with each other.
_BY_ENTRY = {("study", "settings"), ("source", "metadata")}
# Texts that can be kept both, one below the other.
_JOINED = {
    "body", "text", "description", "definition", "when_to_use", "when_not_to_use", "note", "why", "memo",
    "comment", "action", "reason", "answer", "impact", "short", "result", "outcome",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Differing:
    """Fields (their places, the first of them names all) that both sides changed, each in its own way."""

    places: tuple[int, ...]
    field: str
    both: bool


@cache
def _units(kind: str) -> tuple[tuple[int, ...], ...]:
    names = spec_of(kind).names
    together = [tuple(names.index(one) for one in unit) for unit in _TOGETHER.get(kind, ())]
    within = {place for unit in together for place in unit}
    alone = [(place,) for place in range(1, len(names)) if place not in within]
    return (*together, *alone)


def changed(kind: str, one: Wire, other: Wire) -> bool:
    """Whether two states of a thing differ in more than where it stands and when it was made."""
    names = spec_of(kind).names
    return any(
        a != b and names[at] not in _QUIET
        for at, (a, b) in enumerate(zip(one, other, strict=True))
        if at
    )


def compared(
    kind: str, ours: Wire, theirs: Wire, base: Wire | None, *, alike: bool = False
) -> tuple[dict[int, Any], list[Differing]]:
    """What theirs changed and ours did not (by place), and what both did; ``alike``: they are the same
    by what they are, and were made apart."""
    taken: dict[int, Any] = {}
    clashing: list[Differing] = []
    if theirs in (ours, base):
        return taken, clashing
    for unit in _units(kind):
        mine, other = _part(ours, unit), _part(theirs, unit)
        was = None if base is None else _part(base, unit)
        if other in (mine, was):
            continue
        if mine == was:
            taken.update(zip(unit, other, strict=True))
        else:
            settled = _settled(kind, unit, mine, other, was, alike=alike)
            if settled is None:
                clashing.append(_differing(kind, unit))
            else:
                taken.update((at, value) for at, value in settled.items() if value != ours[at])
    return taken, clashing


def _part(wire: Wire, unit: tuple[int, ...]) -> Wire:
    return tuple(wire[at] for at in unit)


def _differing(kind: str, unit: tuple[int, ...]) -> Differing:
    field = spec_of(kind).fields[unit[0]]
    both = len(unit) == 1 and (field.name in _JOINED or field.takes == (tuple, list))
    return Differing(unit, field.name, both)


def _settled(
    kind: str, unit: tuple[int, ...], mine: Wire, other: Wire, was: Wire | None, *, alike: bool
) -> dict[int, Any] | None:
    """What needs no choice though both differ; ``None`` where it does."""
    field = spec_of(kind).fields[unit[0]]
    name = field.name
    if name in _QUIET or (alike and _as_alike(kind, name, mine[0], other[0])):
        return {}
    if (kind, name) == ("source", "status"):
        return {unit[0]: max(mine[0], other[0], key=SOURCE_STATUSES.index)}
    if (kind, name) in _BY_ENTRY:
        entries = _by_entry(mine[0], other[0], was[0] if was else "{}")
        return None if entries is None else {unit[0]: field.to_wire(entries)}
    return None


def _as_alike(kind: str, name: str, mine: Any, other: Any) -> bool:
    # What another program keeps beside something counts from how that came here.
    if (kind, name) == ("keepsake", "content"):
        return True
    if name == NAMED.get(kind, ("",))[0]:
        return name_key(mine) == name_key(other)
    return name in _QUIET_ALIKE


def _by_entry(mine: str, other: str, was: str) -> dict[str, Any] | None:
    ours, theirs, base = json.loads(mine), json.loads(other), json.loads(was)
    result = dict(ours)
    for name in {*ours, *theirs, *base}:
        one, two, before = ours.get(name), theirs.get(name), base.get(name)
        if two in (one, before):
            continue
        if one != before:
            return None
        result[name] = two
        if name not in theirs:
            del result[name]
    return result


def joined(kind: str, place: int, ours: Any, theirs: Any) -> Any:
    """Both of two values: texts one below the other, lists with what each has."""
    field = spec_of(kind).fields[place]
    if field.takes == (tuple, list):
        return field.to_wire(list(_once([*field.from_wire(ours), *field.from_wire(theirs)])))
    parts = [part for part in (ours, theirs) if part]
    if len(parts) == 2 and parts[1] in parts[0]:
        return parts[0]
    return ("\n\n" if field.name != "short" else " ").join(parts)


def _once(values: list[Any]) -> Iterator[Any]:
    seen: list[Any] = []
    for one in values:
        if one not in seen:
            seen.append(one)
            yield one
