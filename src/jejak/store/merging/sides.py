"""The two sides of a merge as its decisions read them: ours, theirs, and what both had before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import Connection

from ...model import KINDS
from ...model.codec import guid_text, spec_of
from ..rows import Rows, keys_of, wire_query, wires_of
from ..schema import TABLES
from .merged_codes import merged_codes
from .past import stood, touched_since
from .shared import Point, common_change, merges_of, same_things

__all__ = ["Sides", "Wire", "ref_places", "refs_of", "sides_of"]

Wire = tuple[Any, ...]
_GUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


@cache
def ref_places(kind: str) -> tuple[tuple[int, str], ...]:
    """The places of the fields that refer to something, and the kind each refers to; of those that may
    refer to anything, the place of the field that says what (``@3``)."""
    spec = spec_of(kind)
    found = []
    for at, one in enumerate(spec.fields):
        if one.refers == "*":
            found.append((at, f"@{spec.names.index(f'{one.name}_kind')}"))
        elif one.refers:
            found.append((at, one.refers))
    return tuple(found)


def refs_of(kind: str, wire: Wire) -> Iterator[tuple[int, str, bytes]]:
    """What a thing refers to: the place of the field, the kind, the GUID."""
    for at, refers in ref_places(kind):
        if wire[at] is not None:
            yield at, wire[int(refers[1:])] if refers[0] == "@" else refers, wire[at]


@dataclass(slots=True)
class Sides:
    """``base`` is the change up to which both are the same, in whose history it is counted (``of``:
    *ours* or *theirs*; none where they have nothing in common). ``wires`` and ``gone`` are what is, or
    is not any more, on their side of all that was touched there since; ``before`` how it was."""

    ours: Connection
    theirs: Connection
    base: int = 0
    of: str = ""
    common: int = 0
    wires: dict[str, dict[bytes, Wire]] = field(default_factory=dict)
    gone: dict[str, dict[bytes, None]] = field(default_factory=dict)
    before: dict[str, dict[bytes, Wire | None]] = field(default_factory=dict)
    alias: dict[bytes, bytes] = field(default_factory=dict)
    # The same as texts, for what mentions GUIDs within words.
    told: dict[str, str] = field(default_factory=dict)
    back: dict[bytes, bytes] = field(default_factory=dict)
    # Codes that became part of others, here and (by their GUIDs) there.
    into: dict[bytes, bytes] = field(default_factory=dict)
    into_there: dict[bytes, bytes] = field(default_factory=dict)
    # Of things alike, those found in this merge: what is kept of it.
    fresh: dict[bytes, bytes] = field(default_factory=dict)

    @property
    def apart(self) -> bool:
        """Whether the two have no common history."""
        return not self.of

    def stands_for(self, kind: str, there: bytes, here: bytes) -> None:
        """Let a GUID of theirs be one of ours."""
        self.know(there, here)
        if kind not in _FOUND_AGAIN:
            self.fresh[there] = here

    def know(self, there: bytes, here: bytes) -> None:
        """Let a GUID of theirs be one of ours, as it is known to be."""
        self.alias[there], self.back[here] = here, there
        self.told[guid_text(there)] = guid_text(here)

    def translated(self, kind: str, wire: Wire) -> Wire:
        """A thing of theirs with our GUIDs in it."""
        if not (self.alias or self.into):
            return wire
        values = list(wire)
        for at, one in enumerate(spec_of(kind).fields):
            value = values[at]
            if one.form in {"key", "guid"} and (value in self.alias or value in self.into):
                value = self.alias.get(value, value)
                # What refers to a code that became part of another here refers to that one.
                values[at] = self.into.get(value, value) if one.form == "key" else value
            elif one.form == "text" and value and len(value) >= 36:
                values[at] = _GUID.sub(self._told, value)
        return tuple(values)

    def _told(self, found: re.Match[str]) -> str:
        return self.told.get(found[0].lower(), found[0])

    def followed(self, code: bytes) -> bytes | None:
        """The code here (GUID) that one which became part of another there is part of now."""
        there = self.back.get(code, code)
        other = self.into_there.get(there)
        if other is None:
            return None
        here = self.alias.get(other, other)
        found = self.into.get(here, here)
        return None if found == code else found

    def was(self, kind: str, guid: bytes) -> Wire | None:
        """How a thing of theirs was when both were the same; ``None`` where it was not there, or nothing
        is known of it."""
        wire = self.before.get(kind, {}).get(guid)
        return None if wire is None else self.translated(kind, wire)


# There are many of these, and what they are found by does not change.
_FOUND_AGAIN = {"block", "segment", "coding", "value", "link", "assignment"}


def sides_of(ours: Rows, theirs: Rows, told_by: Rows | None = None) -> Sides:
    """The two sides, with all that was touched on theirs since both were the same.

    ``told_by`` has their history where ``theirs`` is a copy out of which something was taken.
    """
    mine, other, past = ours.conn, theirs.conn, (told_by or theirs).conn
    sides = Sides(mine, other, common=common_change(mine, past))
    _know_each_other(sides, past)
    sides.into, sides.into_there = merged_codes(mine), merged_codes(past)
    sides.told |= {guid_text(one): guid_text(other) for one, other in sides.into.items()}
    into, back = merges_of(mine, past), merges_of(past, mine)
    since = into.other if into else sides.common
    sides.base, sides.of = _latest(sides.common, into, back)
    if sides.apart:
        sides.wires = {kind: dict(_all(other, kind)) for kind in KINDS}
        return sides
    touched = touched_since(past, since)
    if sides.of == "ours":
        # What they did not take of ours as it was, when they took in our work, they decided.
        for kind, guids in touched_since(mine, into.own if into else sides.common).items():
            there = (sides.back.get(guid, guid) for guid in guids)
            touched.setdefault(kind, {}).update(dict.fromkeys(there))
    for kind, guids in touched.items():
        found = wires_of(other, spec_of(kind), list(guids))
        sides.wires[kind] = {guid: found[guid][0] for guid in guids if guid in found}
        still = keys_of(past, kind, list(guids))
        sides.gone[kind] = {guid: None for guid in guids if guid not in still}
    if sides.of == "theirs":
        sides.before = stood(past, sides.base, touched)
    else:
        here = {
            k: {sides.alias.get(guid, guid): guid for guid in guids} for k, guids in touched.items()
        }
        asked = {kind: dict.fromkeys(guids) for kind, guids in here.items()}
        for kind, states in stood(mine, sides.base, asked).items():
            sides.before[kind] = {here[kind][guid]: wire for guid, wire in states.items()}
    return sides


def _latest(common: int, into: Point | None, back: Point | None) -> tuple[int, str]:
    """Up to where both are the same: the last time one took in the other, or the fork."""
    if back and (into is None or back.other >= into.own):
        return back.other, "ours"
    if into:
        return into.other, "theirs"
    return (common, "theirs") if common else (0, "")


def _know_each_other(sides: Sides, past: Connection) -> None:
    known = dict(same_things(sides.ours))
    for there, here in same_things(past).items():
        known.setdefault(here, there)
    here_too = _there(sides.ours, {*known, *known.values()})
    for there, here in known.items():
        if here in here_too and there not in here_too:
            sides.know(there, here)


def _there(conn: Connection, guids: set[bytes]) -> set[bytes]:
    """Those of some GUIDs that something in a study has."""
    if not guids:
        return set()
    return {
        guid
        for kind in KINDS
        if kind not in _FOUND_AGAIN
        for guid in keys_of(conn, kind, list(guids))
    }


def _all(conn: Connection, kind: str) -> Iterator[tuple[bytes, Wire]]:
    query = wire_query(spec_of(kind)).order_by(TABLES[kind].c.id)
    for row in conn.execute(query, execution_options={"yield_per": 1000}):
        yield row[0], tuple(row[:-2])
