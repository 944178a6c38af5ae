"""What comes of each thing that was touched on their side, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select

from ...model import KINDS, StudyInfo, say
from ...model.codec import guid_bytes, spec_of
from ...model.merging import FIELD
from ..apart import first_readings
from ..rows import Rows, keys_of
from ..schema import TABLES
from ..writes import by_depth
from .draft import Draft, Found
from .fields import compared, joined
from .likeness import likeness
from .sides import Wire
from .stretches import alike_here, placed_together, rest_of_text

__all__ = ["decide"]

_SOURCE = spec_of("source").names
_NAME, _TEXT, _LENGTH = (_SOURCE.index(one) for one in ("name", "text", "length"))


def decide(draft: Draft) -> None:
    """Decide about all that was touched there, save what was removed on one side."""
    aside = {
        guid_bytes(one)
        for conn in (draft.sides.ours, draft.sides.theirs)
        for one in first_readings(Rows(conn))
    }
    for kind in KINDS:
        wires = _may_come(draft, kind)
        if kind == StudyInfo.KIND and draft.sides.apart:
            _one_study(draft, wires)
            continue
        for level in _levels(kind, wires):
            _take(draft, kind, level, aside)
        if kind in ("segment", "block"):
            rest_of_text(draft, kind)


def _may_come(draft: Draft, kind: str) -> dict[bytes, Wire]:
    wires = draft.sides.wires.get(kind, {})
    if draft.barred:
        draft.left[kind] += len(draft.barred & wires.keys())
    return {guid: wire for guid, wire in wires.items() if guid not in draft.barred}


def _one_study(draft: Draft, wires: Mapping[bytes, Wire]) -> None:
    """Studies that have nothing in common stay what each calls itself."""
    table = TABLES[StudyInfo.KIND]
    here = draft.sides.ours.execute(select(table.c.guid)).scalar()
    for there in wires:
        if here is not None and there != here:
            draft.sides.stands_for(StudyInfo.KIND, there, here)


def _levels(kind: str, wires: Mapping[bytes, Wire]) -> Iterator[dict[bytes, Wire]]:
    """Things of a kind, each after the one of its kind that it refers to."""
    spec = spec_of(kind)
    inner = [at for at, one in enumerate(spec.fields) if one.refers == kind]
    if not inner or not wires:
        yield dict(wires)
        return
    listed = list(wires.items())
    for level in by_depth([wire for _, wire in listed], inner[0]):
        yield dict(listed[row] for row in level)


def _take(draft: Draft, kind: str, level: Mapping[bytes, Wire], aside: set[bytes]) -> None:
    sides = draft.sides
    told = {there: sides.translated(kind, wire) for there, wire in level.items()}
    placed = {there: _placed(draft, kind, wire) for there, wire in told.items()}
    here = draft.wires(kind, [wire[0] for wire in told.values()])
    new = [
        placed[there]
        for there, wire in told.items()
        if wire[0] not in here and there not in aside and sides.was(kind, there) is None
    ]
    like = _unknown_there(draft, kind, alike_here(draft, kind, new), aside)
    doubles: dict[Wire, bytes] = {}
    fresh = {wire[0] for wire in new}
    for there, wire in told.items():
        if sides.apart and wire[0] in sides.into:
            # It came before, and became part of another since.
            draft.left[kind] += 1
        elif wire[0] in here:
            _compare(draft, kind, there, here[wire[0]], wire, alike=False)
        elif wire[0] in fresh:
            _new(draft, kind, there, placed[there], like, doubles)
        elif (base := sides.was(kind, there)) is not None:
            draft.absent[kind, wire[0]] = placed[there], base
        else:
            draft.add(kind, placed[there])


def _placed(draft: Draft, kind: str, wire: Wire) -> Wire:
    return draft.places.placed(kind, wire) if kind in ("segment", "block") else wire


def _unknown_there(
    draft: Draft, kind: str, like: dict[Wire, Wire], aside: set[bytes]
) -> dict[Wire, Wire]:
    """Those of ours that theirs does not know by their GUIDs: what it knows is itself."""
    known = keys_of(draft.sides.theirs, kind, [wire[0] for wire in like.values()])
    return {
        one: wire for one, wire in like.items() if wire[0] not in known and wire[0] not in aside
    }


def _new(
    draft: Draft,
    kind: str,
    there: bytes,
    wire: Wire,
    like: dict[Wire, Wire],
    doubles: dict[Wire, bytes],
) -> None:
    """Something that was not there when both were the same: what is like it, or itself."""
    sides = draft.sides
    alike = likeness(kind, wire)
    ours = like.pop(alike, None) if alike is not None else None
    if ours is not None:
        sides.stands_for(kind, there, ours[0])
        if kind == "source":
            draft.places.known_as(there, ours[0])
        if alike is not None:
            doubles[alike] = ours[0]
        _compare(draft, kind, there, ours, (ours[0], *wire[1:]), alike=True)
        return
    if kind == "coding" and alike is not None:
        first = doubles.setdefault(alike, wire[0])
        if first != wire[0]:
            sides.stands_for(kind, there, first)
            draft.left[kind] += 1
            return
    draft.add(kind, wire)


def _compare(
    draft: Draft, kind: str, there: bytes, ours: Wire, theirs: Wire, *, alike: bool
) -> None:
    """Something that is on both sides, field by field."""
    base = draft.sides.was(kind, there)
    if kind in ("segment", "block"):
        theirs, base = placed_together(draft, kind, ours, theirs, base)
    taken, clashing = compared(kind, ours, theirs, base, alike=alike)
    for one in clashing:
        place, field = one.places[0], one.field
        found = Found(
            draft.key(kind, ours[0], field), kind, ours[0], there, FIELD, place, ours, theirs, base,
            choices=("ours", "theirs", "both") if one.both else ("ours", "theirs"),
        )  # fmt: skip
        if kind == "source" and field == "text" and _joined_texts(draft, found, taken):
            continue
        choice = draft.clash(found)
        if choice == "theirs":
            taken.update((at, theirs[at]) for at in one.places)
        elif choice == "both":
            taken[place] = joined(kind, place, ours[place], theirs[place])
    if kind == "source" and _TEXT in taken:
        draft.places.taken.add(ours[0])
    draft.set(kind, ours, taken)


def _joined_texts(draft: Draft, found: Found, taken: dict[int, Any]) -> bool:
    """Let a text that was corrected on both sides hold both corrections, where these are apart."""
    base = found.base
    joined = None if base is None else draft.places.join(found.guid, base[_TEXT])
    if joined is None or found.ours is None:
        return False
    taken[_TEXT], taken[_LENGTH] = joined
    draft.tell(
        "texts-joined",
        say("Its text was corrected on both sides, in different places: both corrections stand."),
        found.ours[_NAME],
    )
    return True
