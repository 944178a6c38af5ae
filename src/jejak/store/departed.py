"""What is no longer in a study, and what the history says became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from ..model import Attribute, ChangeEntry, Code, Coding, Touched
from ..model.codec import guid_bytes
from ..model.identity import name_key
from . import history

__all__ = [
    "INTO",
    "MERGE",
    "Departed",
    "departed",
    "former_attribute",
    "taken_away",
]

MERGE = "Merge {codes} into “{code}”"
# The argument of that verb that says which code took the others in.
INTO = "into"


@dataclass(frozen=True, slots=True)
class Departed:
    """Something that was in the study: what it was called last, and what it was merged into
    (GUID), if it was."""

    guid: str
    name: str
    into: str | None = None


def departed(conn: Connection, kind: str, guid: str) -> Departed | None:
    """What became of an entity of a kind that is not there; ``None`` where it never was."""
    wire = guid_bytes(guid)
    for entry in history.entries(conn, kind=kind, newest_first=True):
        groups = _groups(conn, entry)
        for group in groups:
            if group.kind == kind and wire in group.guids:
                state = next(_state(one) for one in history.touched([group]) if one.guid == guid)
                into = _taken_in(conn, entry, groups, guid) if kind == Code.KIND else None
                return Departed(guid, str(state.get("name", "")), into)
    return None


def former_attribute(conn: Connection, of: str, name: str) -> str | None:
    """The attribute (GUID) of cases or sources that last had a name; ``None`` where none ever had."""
    for entry in history.entries(conn, kind=Attribute.KIND, newest_first=True):
        groups = [one for one in _groups(conn, entry) if one.kind == Attribute.KIND]
        for one in history.touched(groups):
            states = [state for state in (one.before, one.after) if state]
            if any(
                name_key(str(state.get("name", ""))) == name_key(name) and state.get("of", of) == of
                for state in states
            ):
                return one.guid
    return None


def taken_away(conn: Connection) -> set[bytes]:
    """The GUIDs of all that withdrawals took out of the study."""
    return {
        guid
        for entry in history.entries(conn)
        if entry.verb.text == history.WITHDRAWAL.text
        for group in history.payload_of(conn, entry.seq)
        if group.op == "drop"
        for guid in group.guids
    }


def _groups(conn: Connection, entry: ChangeEntry) -> list[history.Group]:
    """What a change did, or the one that it took back or did again."""
    return history.payload_of(conn, entry.undoes or entry.redoes or entry.seq)


def _state(one: Touched) -> dict[str, Any]:
    return dict(one.before or {}) | dict(one.after or {})


def _taken_in(
    conn: Connection, entry: ChangeEntry, groups: list[history.Group], guid: str
) -> str | None:
    """The code that took another in; what moved tells it where the words of the change do not."""
    if entry.undoes:
        return None
    verb = history.entry(conn, entry.redoes).verb if entry.redoes else entry.verb
    if verb.text != MERGE:
        return None
    said = verb.args.get(INTO)
    return str(said) if said else next(_moved(groups, guid), None)


def _moved(groups: list[history.Group], guid: str) -> Iterator[str]:
    for one in history.touched(groups):
        for kind, field in ((Coding.KIND, "code"), (Code.KIND, "parent")):
            before, after = one.before or {}, one.after or {}
            if one.kind == kind and before.get(field) == guid and after.get(field):
                yield str(after[field])
