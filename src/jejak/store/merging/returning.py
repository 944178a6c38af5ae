"""What was removed here, and was changed or used there: whether it comes back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ...model import KINDS
from ...model.codec import guid_bytes, guid_text, spec_of
from ...model.merging import REMOVED_HERE
from ..cascade import dependents
from ..rows import Rows, wires_of
from .draft import SILENT, Draft, Found
from .fields import changed
from .sides import Wire, refs_of

__all__ = ["let_return"]

Key = tuple[str, bytes]


def let_return(draft: Draft) -> None:
    """Decide about what theirs changed or uses of what was removed here."""
    _Absent(draft).decide()


class _Absent:
    """What is not here any more, as theirs has it, with what it hung on."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._wires: dict[Key, Wire | None] = {}
        self._lacks: dict[Key, list[Key]] = {}
        self._roots: dict[Key, frozenset[Key]] = {}

    def decide(self) -> None:
        """Let come back what is wanted; leave out what would refer to nothing."""
        draft = self._draft
        lacking = draft.missing(draft.coming())
        self._note(lacking)
        self._fetch({(kind, guid) for lacks in lacking.values() for _, kind, guid in lacks})
        edited = [
            key for key, (wire, base) in draft.absent.items()
            if key[0] not in SILENT and changed(key[0], wire, base)
        ]  # fmt: skip
        self._fetch(edited)
        used: Counter[Key] = Counter()
        for lacks in lacking.values():
            used.update({root for _, kind, guid in lacks for root in self.roots((kind, guid))})
        roots = dict.fromkeys([*(root for key in edited for root in self.roots(key)), *used])
        back = {root for root in roots if self._clash(root, used[root]) == "theirs"}
        self._bring(back)
        self._settle(lacking, back)

    def _fetch(self, wanted: Iterable[Key]) -> None:
        """Read what is not here from their side, and whatever that hangs on."""
        draft, waiting = self._draft, dict.fromkeys(wanted)
        while waiting:
            by_kind: dict[str, list[bytes]] = {}
            for kind, guid in waiting:
                if (kind, guid) not in self._wires and kind in KINDS:
                    by_kind.setdefault(kind, []).append(guid)
            fresh: list[tuple[str, Wire]] = []
            for kind, guids in by_kind.items():
                self._wires.update(dict.fromkeys(((kind, guid) for guid in guids), None))
                for wire in self._theirs(kind, guids):
                    self._wires[kind, wire[0]] = wire
                    fresh.append((kind, wire))
            lacking = draft.missing(fresh)
            self._note(lacking)
            for kind, wire in fresh:
                # What would come, but hangs on what is not here, does not hold it either.
                coming = [(k, g) for _, k, g in refs_of(kind, wire) if g in draft.adds.get(k, {})]
                self._lacks.setdefault((kind, wire[0]), []).extend(
                    one for one in coming if one in self._lacks
                )
            waiting = dict.fromkeys(one for key in lacking for one in self._lacks[key])

    def _note(self, lacking: Mapping[Key, list[tuple[int, str, bytes]]]) -> None:
        for key, lacks in lacking.items():
            self._lacks[key] = [(kind, guid) for _, kind, guid in lacks]

    def _theirs(self, kind: str, guids: list[bytes]) -> Iterator[Wire]:
        sides, places = self._draft.sides, self._draft.places
        asked = [sides.back.get(guid, guid) for guid in guids]
        for wire, _ in wires_of(sides.theirs, spec_of(kind), asked).values():
            told = sides.translated(kind, wire)
            yield places.placed(kind, told) if kind in ("segment", "block") else told

    def roots(self, key: Key) -> frozenset[Key]:
        """What was removed that a thing hangs on, itself where it hangs on nothing else; nothing for a
        place in a text that is there."""
        if key not in self._roots:
            above = self._lacks.get(key, [])
            found = {root for one in above for root in self.roots(one)}
            own = not found and key[0] not in SILENT
            self._roots[key] = frozenset({key} if own else found)
        return self._roots[key]

    def _clash(self, root: Key, used: int) -> str:
        draft, (kind, guid) = self._draft, root
        theirs = self._wires.get(root)
        if theirs is None or guid in draft.barred:
            return "ours"
        base = draft.absent.get(root, (None, theirs))[1]
        found = Found(
            draft.key(kind, guid), kind, guid, draft.sides.back.get(guid, guid), REMOVED_HERE,
            theirs=theirs, base=base, used=used,
        )  # fmt: skip
        return draft.clash(found)

    def _bring(self, back: set[Key]) -> None:
        """Let things come back with all of theirs that hangs on them and is not here."""
        draft = self._draft
        rows = Rows(draft.sides.theirs)
        wanted: set[Key] = set(back)
        for kind, guid in back:
            own = guid_text(draft.sides.back.get(guid, guid))
            for other, guids in dependents(rows, kind, [own]).items():
                raw = [draft.sides.alias.get(one, one) for one in map(guid_bytes, guids)]
                there = draft.wires(other, raw)
                wanted |= {
                    (other, one)
                    for one in raw
                    if one not in there and one not in draft.adds.get(other, {})
                }
        self._fetch(wanted)
        for kind, guid in sorted(wanted):
            wire = self._wires.get((kind, guid))
            if wire is not None and self.roots((kind, guid)) <= back:
                draft.add(kind, wire)
                self._places((kind, guid))

    def _places(self, key: Key) -> None:
        """Places in texts that something needs which comes."""
        for one in self._lacks.get(key, []):
            wire = self._wires.get(one)
            if one[0] in SILENT and wire is not None:
                self._draft.add(one[0], wire)

    def _settle(self, lacking: dict[Key, list[tuple[int, str, bytes]]], back: set[Key]) -> None:
        """Leave out what refers to what stays away, and let places come that are used."""
        draft = self._draft
        for (kind, guid), lacks in lacking.items():
            away = [at for at, other, one in lacks if not self._comes((other, one), back)]
            for _, other, one in lacks:
                wire = self._wires.get((other, one))
                if not away and other in SILENT and wire is not None:
                    draft.add(other, wire)
            if away and guid in draft.adds.get(kind, {}):
                del draft.adds[kind][guid]
                draft.left[kind] += 1
            elif away:
                for at in away:
                    draft.sets[kind][guid].pop(at, None)
        self._sweep()

    def _comes(self, key: Key, back: set[Key]) -> bool:
        return self._wires.get(key) is not None and self.roots(key) <= back and (
            key[0] in SILENT or key[1] in self._draft.adds.get(key[0], {})
        )  # fmt: skip

    def _sweep(self) -> None:
        """Leave out what refers to what was left out, until nothing does."""
        draft = self._draft
        while True:
            holders = [
                (kind, wire) for kind, wires in draft.adds.items() for wire in wires.values()
            ]
            lacking = draft.missing(holders)
            if not lacking:
                return
            for kind, guid in lacking:
                del draft.adds[kind][guid]
                draft.left[kind] += 1
