"""Segments and blocks in texts that were corrected on one side, or on both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import select

from ...model.codec import spec_of
from ..rows import wire_query, wires_of
from ..schema import TABLES
from .draft import Draft
from .likeness import alike_in, likeness
from .places import OF_TEXT
from .sides import Wire

__all__ = ["alike_here", "find_again", "placed_together", "rest_of_text"]

_TEXT = spec_of("source").names.index("text")


def _places(kind: str) -> tuple[int, ...]:
    names = ("start", "end", "lost") if kind == "segment" else ("start", "end")
    return tuple(spec_of(kind).names.index(name) for name in names)


def _where(kind: str, wire: Wire) -> Wire:
    return tuple(wire[at] for at in _places(kind))


def _at(kind: str, wire: Wire, where: Wire) -> Wire:
    values = list(wire)
    for at, value in zip(_places(kind), where, strict=True):
        values[at] = value
    return tuple(values)


def placed_together(
    draft: Draft, kind: str, ours: Wire, theirs: Wire, base: Wire | None
) -> tuple[Wire, Wire | None]:
    """Theirs and the base of a stretch that both have, so that comparing them gives where it stands in
    the text that stays: whoever corrected the text says where it went."""
    source = ours[OF_TEXT[kind][0]]
    text = _base_text(draft, source)
    mine, other, was = (None if one is None else _where(kind, one) for one in (ours, theirs, base))
    if not draft.places.differ(source):
        if text in {None, draft.places.ours.get(source)}:
            return theirs, base
        # Both corrected it, and to the same text.
        where = mine
    elif source in draft.places.joined:
        where = _in_joined(draft, kind, ours, theirs, base)
    elif source in draft.places.taken:
        moved = was is not None and mine != was and text == draft.places.ours[source]
        where = _where(kind, draft.places.moved(kind, ours)) if moved else other
    else:
        moved = was is not None and other != was and text == draft.places.theirs[source]
        where = _where(kind, draft.places.placed(kind, theirs)) if moved else mine
    assert where is not None
    assert mine is not None
    return _at(kind, theirs, where), None if base is None else _at(kind, base, mine)


def _in_joined(draft: Draft, kind: str, ours: Wire, theirs: Wire, base: Wire | None) -> Wire:
    """Where a stretch stands in a text that holds both corrections: where somebody put it by hand, we before
    them; else with its words."""
    places = draft.places
    if base is not None:
        mine, other = (places.carried(kind, base, ours=side) for side in (True, False))
        ours_stayed = _where(kind, ours) == _where(kind, mine)
        if ours_stayed and _where(kind, theirs) != _where(kind, other):
            return _where(kind, places.placed(kind, theirs))
    return _where(kind, places.moved(kind, ours))


def _base_text(draft: Draft, source: bytes) -> bytes | None:
    """The text a source had when both were the same; ``None`` where that is not known."""
    sides = draft.sides
    if sides.apart:
        return None
    there = sides.back.get(source, source)
    if there in sides.before.get("source", {}):
        wire = sides.before["source"][there]
        return None if wire is None else wire[_TEXT]
    return draft.places.theirs.get(source)


def alike_here(draft: Draft, kind: str, wires: Sequence[Wire]) -> dict[Wire, Wire]:
    """What there is here that may be the same as some things of theirs; stretches by where they stand in
    the text that stays."""
    taken = draft.places.taken if kind in OF_TEXT else set()
    place = OF_TEXT[kind][0] if taken else 0
    found = alike_in(
        draft.sides.ours, kind, [wire for wire in wires if not taken or wire[place] not in taken]
    )
    for source in {wire[place] for wire in wires} & taken if taken else ():
        for wire in _in_source(draft, kind, source):
            like = likeness(kind, draft.places.moved(kind, wire))
            if like is not None:
                found.setdefault(like, wire)
    return found


def rest_of_text(draft: Draft, kind: str) -> None:
    """Move what is here alone along with the texts that are taken from theirs."""
    for source in sorted(draft.places.taken):
        if not draft.places.differ(source):
            continue
        touched = {draft.sides.alias.get(guid, guid) for guid in draft.sides.wires.get(kind, {})}
        waiting = [wire for wire in _in_source(draft, kind, source) if wire[0] not in touched]
        there = wires_of(draft.sides.theirs, spec_of(kind), [wire[0] for wire in waiting])
        for wire in waiting:
            same = wire[0] in there and _where(kind, there[wire[0]][0]) == _where(kind, wire)
            if same and source not in draft.places.joined:
                continue
            _move(draft, kind, wire)


def _move(draft: Draft, kind: str, wire: Wire) -> None:
    moved = draft.places.moved(kind, wire)
    _, start, end = OF_TEXT[kind]
    if kind == "block" and moved[start] == moved[end] and wire[start] < wire[end]:
        draft.drop(kind, [wire[0]])
        return
    draft.set(kind, wire, dict(zip(_places(kind), _where(kind, moved), strict=True)))


def _in_source(draft: Draft, kind: str, source: bytes) -> Iterator[Wire]:
    spec, table = spec_of(kind), TABLES[kind]
    key = select(TABLES["source"].c.id).where(TABLES["source"].c.guid == source).scalar_subquery()
    for row in draft.sides.ours.execute(wire_query(spec).where(table.c.source_id == key)):
        yield tuple(row[:-2])


def find_again(draft: Draft) -> None:
    """Let what comes lie on places that are here already, where theirs has them under other GUIDs."""
    lacking = draft.missing(draft.coming())
    asked = {
        guid: draft.sides.back.get(guid, guid)
        for lacks in lacking.values()
        for _, kind, guid in lacks
        if kind == "segment"
    }
    if not asked:
        return
    theirs = draft.of_theirs("segment", asked.values())
    told = [
        draft.places.placed("segment", draft.sides.translated("segment", wire))
        for wire in theirs.values()
    ]
    here = alike_here(draft, "segment", told)
    same = {wire[0]: here[like][0] for wire in told if (like := likeness("segment", wire)) in here}
    for (kind, guid), lacks in lacking.items():
        for at, _, one in lacks:
            if one in same:
                _lie_on(draft, kind, guid, at, same[one])


def _lie_on(draft: Draft, kind: str, guid: bytes, at: int, segment: bytes) -> None:
    adds = draft.adds.get(kind, {})
    if guid in adds:
        adds[guid] = (*adds[guid][:at], segment, *adds[guid][at + 1 :])
    elif draft.ours[kind][guid][at] == segment:
        draft.sets[kind][guid].pop(at, None)
    else:
        draft.sets[kind][guid][at] = segment
