"""A merge from the comparison to the change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection

from ...model import KINDS, Coding, Link, Manuscript
from ...model.codec import guid_bytes, guid_text, spec_of
from ..apart import first_readings
from ..cascade import remove_whole
from ..departed import taken_away
from ..history import Group
from ..originals import carry_original
from ..recode import higher, move_ties
from ..rows import Rows, versions_of
from ..texts import load_text
from ..writing import Change
from .deciding import decide
from .draft import Draft
from .naming import keep_names_apart
from .places import Places
from .removing import let_go
from .returning import let_return
from .sides import Wire, sides_of
from .stretches import find_again
from .tree import keep_tree

__all__ = ["drafted", "write_draft"]

# Fields that name content of the study's own store, and those that count changes of its history.
_TEXT, _ORIGINAL = (spec_of("source").names.index(name) for name in ("text", "original"))
_FILE = spec_of("manuscript").names.index("digest")
_COUNTING = {"snapshot": ("seq", "codebook"), "round": ("codebook",)}
# What nothing is to be twice: the columns that make it the same.
_ONCE = {
    Coding.KIND: ("segment_id", "code_id", "user_id"),
    Link.KIND: ("owner", "role", "target"),
}


def drafted(
    ours: Rows,
    theirs: Rows,
    choices: Mapping[str, str] | None = None,
    otherwise: str = "",
    *,
    told_by: Rows | None = None,
) -> Draft:
    """What bringing the work of theirs into ours would do.

    ``choices`` settle clashes by their keys, ``otherwise`` all others. ``told_by`` has the history where
    theirs is a copy out of which something was taken.
    """
    sides = sides_of(ours, theirs, told_by)
    draft = Draft(sides, Places.of(sides), choices or {}, otherwise)
    draft.barred = taken_away(ours.conn)
    for part in (decide, find_again, let_return, let_go, keep_tree, keep_names_apart):
        part(draft)
    return draft


def write_draft(change: Change, draft: Draft) -> None:
    """Write what was drafted as a change."""
    _carry(change, draft)
    for kind in KINDS:
        adds = draft.adds.get(kind)
        if adds:
            spec = spec_of(kind)
            change.put(
                spec, spec.names, [_counted(kind, wire, change.seq) for wire in adds.values()]
            )
    for kind in KINDS:
        _alter(change, draft, kind)
    for kind in reversed(KINDS):
        drops = draft.drops.get(kind)
        if drops:
            change.remove_guids(kind, map(guid_text, drops))
    for kind in _ONCE:
        _unite(change, draft, kind)


def _carry(change: Change, draft: Draft) -> None:
    """Keep the texts and files of what comes."""
    there, here = draft.sides.theirs, change.rows.conn
    coming = [(wire[_TEXT], wire[_ORIGINAL]) for wire in draft.adds.get("source", {}).values()]
    coming += [
        (new.get(_TEXT), new.get(_ORIGINAL)) for new in draft.sets.get("source", {}).values()
    ]
    joined = {one.text for one in draft.places.joined.values()}
    kept = {bytes.fromhex(change.keep_text(text)) for text in joined}
    for text, original in coming:
        if text is not None and text not in kept:
            change.keep_text(load_text(there, text.hex()))
        if original is not None:
            carry_original(there, here, original)
    # Where somebody withdrew no manuscript is kept, nor does one come back.
    files = [wire[_FILE] for wire in draft.adds.get(Manuscript.KIND, {}).values()]
    files += [new.get(_FILE) for new in draft.sets.get(Manuscript.KIND, {}).values()]
    for file in files if not draft.barred else ():
        if file is not None:
            carry_original(there, here, bytes.fromhex(file))


def _counted(kind: str, wire: Wire, seq: int) -> Wire:
    """A thing of theirs that counts changes of their history: here it is as of this change."""
    names = _COUNTING.get(kind)
    if not names:
        return wire
    places = {spec_of(kind).names.index(name) for name in names}
    return tuple(seq if at in places and value else value for at, value in enumerate(wire))


def _alter(change: Change, draft: Draft, kind: str) -> None:
    spec, by_fields = spec_of(kind), dict[tuple[int, ...], list[bytes]]()
    sets = draft.sets.get(kind, {})
    for guid, new in sets.items():
        if new:
            by_fields.setdefault(tuple(sorted(new)), []).append(guid)
    for places, guids in by_fields.items():
        ours, versions = draft.ours[kind], versions_of(change.rows.conn, kind, guids)
        before: list[list[Any]] = [[ours[guid][at] for guid in guids] for at in places]
        after: list[list[Any]] = [[sets[guid][at] for guid in guids] for at in places]
        names = tuple(spec.names[at] for at in places)
        prev = [versions[guid] for guid in guids]
        change.alter(spec, Group("set", kind, names, guids, prev, before, after))


def _unite(change: Change, draft: Draft, kind: str) -> None:
    """Let what was changed apart into the same be one."""
    aside = {guid_bytes(one) for one in first_readings(change.rows)}
    gone: dict[bytes, None] = {}
    for double, kept in _doubles(change.rows.conn, kind, change.seq):
        if {double, kept} & aside or kept in gone or double in gone:
            continue
        gone[double] = None
        draft.sides.stands_for("", double, kept)
        if kind == Coding.KIND:
            _into(change, guid_text(double), guid_text(kept))
    remove_whole(change, kind, map(guid_text, gone)) if gone else None


def _into(change: Change, double: str, kept: str) -> None:
    one, other = change.rows.get(Coding, double), change.rows.get(Coding, kept)
    change.set(other, weight=higher(one.weight, other.weight))
    move_ties(change, double, kept)


def _doubles(conn: Connection, kind: str, seq: int) -> Iterable[tuple[bytes, bytes]]:
    """What this change wrote and something else is the same as, the one that came first to be kept."""
    same = " AND ".join(f'a."{column}" = b."{column}"' for column in _ONCE[kind])
    query = (
        f'SELECT a.guid, b.guid FROM "{kind}" a JOIN "{kind}" b ON {same} AND a.id <> b.id '
        "WHERE a.changed = ? AND (b.changed <> ? OR b.id < a.id) ORDER BY a.id, b.id"
    )
    return [(row[0], row[1]) for row in conn.exec_driver_sql(query, (seq, seq))]
