"""What a merge would do, and what clashes in it, as people are told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..model import User
from ..model.codec import guid_text, spec_of
from ..model.merging import FIELD, LOOP, Clash, MergePlan
from ..store import Rows, history
from ..store.differing import edits_between
from ..store.merging.draft import Draft, Found
from ..store.rows import versions_of
from .things import things

__all__ = ["plan_of"]

# So much is shown of a text around the first place in which two versions differ.
_AROUND = 60


def plan_of(draft: Draft, ours: Rows, theirs: Rows, other: str, *, known: bool = True) -> MergePlan:
    """What a draft would do; ``known``: whether it may be told what there was before."""
    teller = _Teller(draft, ours, theirs, known=known)
    return MergePlan(
        other=other,
        common=draft.sides.common,
        added=_counted(draft.adds),
        changed=_counted({kind: [g for g, new in sets.items() if new] for kind, sets in draft.sets.items()}),
        removed=_counted(draft.drops),
        left_out={kind: count for kind, count in sorted(draft.left.items()) if count},
        clashes=tuple(teller.clash(one) for one in draft.clashes),
        problems=tuple(draft.problems),
    )  # fmt: skip


def _counted(by_kind: Mapping[str, Any]) -> dict[str, int]:
    return {kind: len(found) for kind, found in sorted(by_kind.items()) if found}


@dataclass(frozen=True, slots=True)
class _Made:
    """Who made the change that something stands as it is since, and when."""

    by: str = ""
    at: datetime | None = None


class _Teller:
    """Puts clashes into values that people read."""

    def __init__(self, draft: Draft, ours: Rows, theirs: Rows, *, known: bool) -> None:
        self._ours, self._theirs, self._known = ours, theirs, known
        self._people = {user.guid: user.name for user in [*theirs.all(User), *ours.all(User)]}
        self._here = _made(ours, {(one.kind, one.guid) for one in draft.clashes}, self._people)
        self._there = _made(theirs, {(one.kind, one.there) for one in draft.clashes}, self._people)
        self._names = {
            guid: found.where or found.label
            for rows, guids in (
                (theirs, [(one.kind, guid_text(one.there)) for one in draft.clashes]),
                (ours, [(one.kind, guid_text(one.guid)) for one in draft.clashes]),
            )
            for guid, found in things(rows, guids).items()
        }

    def clash(self, one: Found) -> Clash:
        """A clash with what each side has."""
        guid, there = guid_text(one.guid), guid_text(one.there)
        names = spec_of(one.kind).names
        ours, theirs, base = self._values(one)
        here, made = self._here.get((one.kind, one.guid)), self._there.get((one.kind, one.there))
        return Clash(
            key=one.key, kind=one.kind, guid=guid,
            name=self._names.get(guid) or self._names.get(there, ""), what=one.what,
            field=names[one.place] if one.what in {FIELD, LOOP} else "",
            ours=ours, theirs=theirs, base=base, known=self._known and one.base is not None and not _of_text(one),
            used=one.used, ours_by=(here or _Made()).by, ours_at=(here or _Made()).at,
            theirs_by=(made or _Made()).by, theirs_at=(made or _Made()).at,
            choices=one.choices, choice=one.choice,
        )  # fmt: skip

    def _values(self, one: Found) -> tuple[object, object, object]:
        if one.what not in {FIELD, LOOP}:
            return None, None, None
        field = spec_of(one.kind).fields[one.place]
        wires = (one.ours, one.theirs, one.base if self._known else None)
        values = [None if wire is None else field.from_wire(wire[one.place]) for wire in wires]
        if _of_text(one):
            return self._texts(*map(str, values[:2]))
        if field.form == "key":
            values = [self._called(str(field.refers), value) for value in values]
        return values[0], values[1], values[2]

    def _texts(self, ours: str, theirs: str) -> tuple[object, object, object]:
        """Of two texts what stands around the first place in which they differ."""
        one, other = self._ours.text(ours), self._theirs.text(theirs)
        edit = next(iter(edits_between(one, other)), None)
        if edit is None:
            return "", "", None
        before = one[max(0, edit.start - _AROUND) : edit.start]
        after = one[edit.end : edit.end + _AROUND]
        mine = one[edit.start : edit.end]
        return f"{before}{mine}{after}", f"{before}{edit.text}{after}", None

    def _called(self, kind: str, guid: Any) -> object:
        if guid is None:
            return None
        for rows in (self._ours, self._theirs):
            found = things(rows, [(kind, guid)]).get(guid)
            if found is not None:
                return found.where or found.label
        return None


def _of_text(one: Found) -> bool:
    """Whether it is a text of the material, of which only what differs is told."""
    told = one.what in {FIELD, LOOP}
    return told and (one.kind, spec_of(one.kind).names[one.place]) == ("source", "text")


def _made(
    rows: Rows, wanted: Iterable[tuple[str, bytes]], people: Mapping[str, str]
) -> dict[tuple[str, bytes], _Made]:
    """Who last wrote some things, or took them away, and when."""
    told = set(wanted)
    by_kind: dict[str, list[bytes]] = {}
    for kind, guid in told:
        by_kind.setdefault(kind, []).append(guid)
    seqs = {
        (kind, guid): seq
        for kind, guids in by_kind.items()
        for guid, seq in versions_of(rows.conn, kind, guids).items()
    }
    seqs |= history.last_touched(rows.conn, told - set(seqs))
    entries = {seq: history.entry(rows.conn, seq) for seq in set(seqs.values())}
    return {
        key: _Made(people.get(entries[seq].user, ""), entries[seq].time)
        for key, seq in seqs.items()
    }
