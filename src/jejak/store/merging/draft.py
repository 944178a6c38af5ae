"""A merge while it is being decided: what would be added, changed and removed here, and what clashes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...model import KINDS, Message, Problem
from ...model.codec import guid_text, spec_of
from ..rows import keys_of, wire_query, wires_of
from .places import Places
from .sides import Sides, Wire, refs_of

__all__ = ["SILENT", "Draft", "Found"]

Key = tuple[str, bytes]
# A place in a text is there while something uses it, a person while something is theirs: nobody decides
# about them by themselves.
SILENT = {"segment", "user"}


@dataclass(slots=True)
class Found:
    """A clash as it was found, in wire values; ``there`` is the GUID on their side."""

    key: str
    kind: str
    guid: bytes
    there: bytes
    what: str
    place: int = 0
    ours: Wire | None = None
    theirs: Wire | None = None
    base: Wire | None = None
    used: int = 0
    choices: tuple[str, ...] = ("ours", "theirs")
    choice: str = ""


@dataclass(slots=True)
class Draft:
    """By kind and our GUID: ``adds`` are wire values, ``sets`` values by the place of their field over
    those of ``ours``, ``drops`` what goes. ``absent`` is what was removed here, as theirs has it and as
    it was; ``left`` counts what does not come."""

    sides: Sides
    places: Places
    choices: Mapping[str, str]
    otherwise: str = ""
    adds: dict[str, dict[bytes, Wire]] = field(default_factory=dict)
    sets: dict[str, dict[bytes, dict[int, Any]]] = field(default_factory=dict)
    drops: dict[str, dict[bytes, None]] = field(default_factory=dict)
    ours: dict[str, dict[bytes, Wire]] = field(default_factory=dict)
    absent: dict[Key, tuple[Wire, Wire]] = field(default_factory=dict)
    clashes: list[Found] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)
    # What withdrawals took out here: it does not come back.
    barred: set[bytes] = field(default_factory=set)

    def clash(self, found: Found) -> str:
        """Note a clash; what was chosen for it, *ours* where nothing was."""
        wanted = self.choices.get(found.key) or self.otherwise
        found.choice = wanted if wanted in found.choices else ""
        self.clashes.append(found)
        return found.choice or "ours"

    def tell(self, code: str, message: Message, where: str = "") -> None:
        """Note something that was changed or left out."""
        self.problems.append(Problem(code, message, where))

    def add(self, kind: str, wire: Wire) -> None:
        """Let a thing of theirs come."""
        self.adds.setdefault(kind, {})[wire[0]] = wire

    def set(self, kind: str, ours: Wire, values: Mapping[int, Any]) -> None:
        """Let fields of a thing of ours be others; those that are so already are left aside."""
        new = {at: value for at, value in values.items() if ours[at] != value}
        if new:
            self.ours.setdefault(kind, {})[ours[0]] = ours
            self.sets.setdefault(kind, {}).setdefault(ours[0], {}).update(new)

    def refer(self, kind: str, guid: bytes, at: int, other: bytes) -> None:
        """Let a field of a thing, of ours or coming, refer to something else."""
        coming = self.adds.get(kind, {})
        if guid in coming:
            coming[guid] = (*coming[guid][:at], other, *coming[guid][at + 1 :])
            return
        ours = self.wires(kind, [guid])[guid]
        self.set(kind, ours, {at: other})
        if ours[at] == other:
            self.sets.get(kind, {}).get(guid, {}).pop(at, None)

    def drop(self, kind: str, guids: Iterable[bytes]) -> None:
        """Let things of ours go."""
        self.drops.setdefault(kind, {}).update(dict.fromkeys(guids))

    def result(self, kind: str, wire: Wire) -> Wire:
        """A thing of ours as it would be."""
        new = self.sets.get(kind, {}).get(wire[0])
        return wire if not new else tuple(new.get(at, value) for at, value in enumerate(wire))

    def all(self, kind: str) -> Iterator[Wire]:
        """All things of a kind as they would be."""
        drops = self.drops.get(kind, {})
        for row in self.sides.ours.execute(wire_query(spec_of(kind))):
            if row[0] not in drops:
                yield self.result(kind, tuple(row[:-2]))
        yield from self.adds.get(kind, {}).values()

    def coming(self) -> Iterator[tuple[str, Wire]]:
        """What would be added, and what would be changed as it would be then."""
        for kind, wires in self.adds.items():
            for wire in wires.values():
                yield kind, wire
        for kind, sets in self.sets.items():
            for guid in sets:
                yield kind, self.result(kind, self.ours[kind][guid])

    def wires(self, kind: str, guids: Iterable[bytes]) -> dict[bytes, Wire]:
        """Things of ours as they are."""
        found = wires_of(self.sides.ours, spec_of(kind), list(guids))
        return {guid: wire for guid, (wire, _) in found.items()}

    def of_theirs(self, kind: str, guids: Iterable[bytes]) -> dict[bytes, Wire]:
        """Things as theirs has them, by their GUIDs there."""
        found = wires_of(self.sides.theirs, spec_of(kind), list(guids))
        return {guid: wire for guid, (wire, _) in found.items()}

    def missing(
        self, holders: Iterable[tuple[str, Wire]]
    ) -> dict[Key, list[tuple[int, str, bytes]]]:
        """What some things refer to and is not here, nor would come: by the thing that refers to it."""
        told = [(kind, wire) for kind, wire in holders]
        wanted: dict[str, dict[bytes, None]] = {}
        for kind, wire in told:
            for _, other, guid in refs_of(kind, wire):
                if guid not in self.adds.get(other, {}):
                    wanted.setdefault(other, {})[guid] = None
        absent = {
            (kind, guid)
            for kind, guids in wanted.items()
            for guid in self._absent(kind, list(guids))
        }
        found: dict[Key, list[tuple[int, str, bytes]]] = {}
        # Mostly all is there: then nobody is asked again.
        for kind, wire in told if absent else ():
            lacks = [
                (at, other, guid)
                for at, other, guid in refs_of(kind, wire)
                if (other, guid) in absent
            ]
            if lacks:
                found[kind, wire[0]] = lacks
        return found

    def _absent(self, kind: str, guids: list[bytes]) -> Iterable[bytes]:
        if kind not in KINDS:
            return guids
        here = keys_of(self.sides.ours, kind, guids)
        return [guid for guid in guids if guid not in here]

    def key(self, kind: str, guid: bytes, field: str = "") -> str:
        """What a clash is called."""
        return ":".join(part for part in (kind, guid_text(guid), field) if part)
