"""What was removed there: whether it goes here too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ...model import KINDS, Code
from ...model.codec import guid_bytes, guid_text, spec_of
from ...model.merging import REMOVED_THERE
from ..cascade import dependents, referring
from ..rows import Rows, wires_of
from .draft import SILENT, Draft, Found
from .fields import changed
from .sides import Wire, refs_of

__all__ = ["let_go"]

Key = tuple[str, bytes]


def let_go(draft: Draft) -> None:
    """Decide about what was removed there."""
    _Going(draft).decide()


class _Going:
    """What is not there any more and is here: as it is here, and as it was."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._going: dict[Key, tuple[Wire, Wire]] = dict(self._read())
        self._roots: dict[Key, frozenset[Key]] = {}
        self._there = self._codes()
        self._used: Counter[Key] = Counter()
        # What refers to a code that became part of another there: it follows, where the code goes.
        self._followers: list[tuple[str, Wire, int, Key]] = []
        # Places in texts that something else here still uses.
        self._kept: set[Key] = set()

    def _read(self) -> Iterator[tuple[Key, tuple[Wire, Wire]]]:
        sides = self._draft.sides
        for kind in KINDS:
            here = {sides.alias.get(guid, guid): guid for guid in sides.gone.get(kind, {})}
            for guid, wire in self._draft.wires(kind, here).items():
                base = sides.was(kind, here[guid])
                if base is not None:
                    yield (kind, guid), (wire, base)

    def _codes(self) -> set[bytes]:
        """The codes that will be here, which others became part of there."""
        draft = self._draft
        wanted = {one for kind, guid in self._going if kind == Code.KIND
                  if (one := draft.sides.followed(guid)) is not None}  # fmt: skip
        here = set(draft.wires(Code.KIND, wanted)) | draft.adds.get(Code.KIND, {}).keys()
        return {one for one in wanted & here if (Code.KIND, one) not in self._going}

    def decide(self) -> None:
        """Let go what nothing here speaks for, and what was chosen to go."""
        held = {
            root
            for key, (wire, base) in self._going.items()
            if key[0] not in SILENT and changed(key[0], wire, base)
            for root in self.roots(key)
        }
        self._look_who_uses()
        roots = {root for key in self._going for root in self.roots(key)}
        held |= set(self._used)
        staying = {root for root in sorted(held) if self._clash(root) == "ours"}
        chosen = held - staying
        self._drop(roots - staying)
        following = self._follow(roots - staying)
        self._drop_users(chosen, following)

    def roots(self, key: Key) -> frozenset[Key]:
        """What went there with which a thing went; a place in a text goes by itself."""
        if key not in self._roots:
            above = [one for one in self._above(key) if one in self._going]
            found = frozenset(root for one in above for root in self.roots(one))
            self._roots[key] = found or frozenset({key})
        return self._roots[key]

    def _above(self, key: Key) -> Iterator[Key]:
        for _, kind, guid in refs_of(key[0], self._going[key][0]):
            if kind not in SILENT:
                yield kind, guid
            elif (kind, guid) in self._going:
                # What hangs on a place hangs on what the place is in, and not on the place.
                yield from self._above((kind, guid))

    def _look_who_uses(self) -> None:
        """Find what here refers to what goes, and does not go with it."""
        draft = self._draft
        rows = Rows(draft.sides.ours)
        staying: dict[str, dict[bytes, None]] = {}
        for kind, guids in _by_kind(self._going).items():
            for other, found in referring(rows, kind, list(map(guid_text, guids))).items():
                raw = [guid for guid in map(guid_bytes, found) if (other, guid) not in self._going]
                staying.setdefault(other, {}).update(dict.fromkeys(raw))
        for kind, users in staying.items():
            for wire in draft.wires(kind, users).values():
                self._use(kind, draft.result(kind, wire))
        for kind, wire in draft.coming() if self._going else ():
            self._use(kind, wire)

    def _use(self, kind: str, wire: Wire) -> None:
        for at, other, guid in refs_of(kind, wire):
            key = (other, guid)
            if key not in self._going:
                continue
            if other == Code.KIND and self._draft.sides.followed(guid) in self._there:
                self._followers.append((kind, wire, at, key))
                continue
            roots = self.roots(key)
            if other in SILENT and roots == {key}:
                self._kept.add(key)
            else:
                self._used.update(roots)

    def _clash(self, root: Key) -> str:
        draft, (kind, guid) = self._draft, root
        ours, base = self._going[root]
        found = Found(
            draft.key(kind, guid), kind, guid, draft.sides.back.get(guid, guid), REMOVED_THERE,
            ours=ours, base=base, used=self._used[root],
        )  # fmt: skip
        return draft.clash(found)

    def _drop(self, roots: set[Key]) -> None:
        """Let everything go with its roots, but places that are still used."""
        going = [key for key in self._going if self.roots(key) & roots and key not in self._kept]
        staying = [key for key in self._going if not self.roots(key) & roots]
        needed = {
            (other, guid)
            for key in staying
            for _, other, guid in refs_of(key[0], self._going[key][0])
            if other in SILENT
        }
        for kind, guid in going:
            if (kind, guid) not in needed:
                self._draft.drop(kind, [guid])
                self._draft.sets.get(kind, {}).pop(guid, None)

    def _follow(self, gone: set[Key]) -> set[Key]:
        """Let what referred to a code that goes refer to the one it became part of; what follows, with all
        that hangs on it."""
        draft, rows = self._draft, Rows(self._draft.sides.ours)
        following: set[Key] = set()
        for kind, wire, at, key in self._followers:
            into = draft.sides.followed(key[1])
            if into is not None and self.roots(key) & gone:
                draft.refer(kind, wire[0], at, into)
                following.add((kind, wire[0]))
        for kind, guids in _by_kind(following).items():
            for other, found in dependents(rows, kind, list(map(guid_text, guids))).items():
                following |= {(other, guid_bytes(guid)) for guid in found}
        return following

    def _drop_users(self, roots: set[Key], following: set[Key]) -> None:
        """Let go what is here alone and hangs on what was chosen to go; what is on both sides is as there."""
        draft = self._draft
        rows = Rows(draft.sides.ours)
        for root_kind, root in sorted(roots):
            for kind, guids in dependents(rows, root_kind, [guid_text(root)]).items():
                aside = self._going.keys() | following
                raw = [g for g in map(guid_bytes, guids) if (kind, g) not in aside]
                asked = {draft.sides.back.get(guid, guid): guid for guid in raw}
                there = wires_of(draft.sides.theirs, spec_of(kind), list(asked))
                here = draft.wires(kind, raw)
                for guid_there, guid in asked.items():
                    if guid_there in there:
                        theirs = draft.sides.translated(kind, there[guid_there][0])
                        refs = {at: theirs[at] for at, _, _ in refs_of(kind, theirs)}
                        draft.set(kind, here[guid], refs)
                    else:
                        draft.drop(kind, [guid])
                        draft.sets.get(kind, {}).pop(guid, None)


def _by_kind(keys: Iterable[Key]) -> dict[str, list[bytes]]:
    found: dict[str, list[bytes]] = {}
    for kind, guid in keys:
        found.setdefault(kind, []).append(guid)
    return found
