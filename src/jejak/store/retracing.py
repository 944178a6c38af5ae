"""What a study was after a change, told from its history alone: entity by entity, as far as it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ..model import KINDS
from ..model.codec import spec_of
from . import history

__all__ = ["UNKNOWN", "Retraced"]


class _Unknown:
    """A value that the history does not tell, because it was taken out."""

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = _Unknown()
Wire = tuple[Any, ...]


class Retraced:
    """The entities after the changes it was given: by kind and GUID, each with its wire values and the
    change that last wrote it, in the order they were made.

    ``payload`` gives what an earlier change did; ``undone`` are the changes that are not in force. Of what
    was last written up to change ``blanked`` the history may not tell that it went, since words were taken
    out of it.
    """

    def __init__(self, payload: Callable[[int], tuple[list[history.Group], bool]]) -> None:
        self.kinds: dict[str, dict[bytes, tuple[Wire, int]]] = defaultdict(dict)
        self.undone: set[int] = set()
        self.blanked = 0
        self._payload = payload

    def follow(self, row: Mapping[str, Any]) -> None:
        """Go on by one change."""
        about = row["undoes"] or row["redoes"]
        groups, blanked = self._payload(about or row["seq"])
        if blanked:
            self.blanked = row["seq"]
        if row["undoes"]:
            self.undone.add(about)
            for group in reversed(groups):
                self._back(group, unknown=blanked)
            return
        self.undone.discard(about)
        for group in groups:
            self._on(group, about or row["seq"], unknown=blanked)

    def _on(self, group: history.Group, seq: int, *, unknown: bool) -> None:
        stamps = [seq] * len(group.guids)
        if group.op == "add":
            self._put(group, group.after, stamps, unknown=unknown)
        elif group.op == "drop":
            self._drop(group)
        else:
            self._set(group, group.after, stamps, unknown=unknown)

    def _back(self, group: history.Group, *, unknown: bool) -> None:
        if group.op == "add":
            self._drop(group)
        elif group.op == "drop":
            self._put(group, group.before, group.prev, unknown=unknown)
        else:
            self._set(group, group.before, group.prev, unknown=unknown)

    def _put(
        self, group: history.Group, columns: list[list[Any]], stamps: list[int], *, unknown: bool
    ) -> None:
        names = spec_of(group.kind).names if group.kind in KINDS else ()
        there = self.kinds[group.kind]
        if tuple(group.fields) == names and columns and not unknown:
            made: Iterator[Sequence[Any]] = zip(*columns, strict=True)
        else:
            blank = [UNKNOWN] * len(names)
            made = (
                self._written(group, blank, columns, row, unknown=unknown)
                for row in range(len(group.guids))
            )
        for guid, wire, stamp in zip(group.guids, made, stamps, strict=True):
            there.pop(guid, None)
            there[guid] = (guid, *wire[1:]), stamp

    def _set(
        self, group: history.Group, columns: list[list[Any]], stamps: list[int], *, unknown: bool
    ) -> None:
        there = self.kinds[group.kind]
        # How it was made may have been taken out of the history.
        blank = [UNKNOWN] * (len(spec_of(group.kind).names) if group.kind in KINDS else 0)
        for row, guid in enumerate(group.guids):
            before = there[guid][0] if guid in there else blank
            wire = self._written(group, before, columns, row, unknown=unknown)
            there[guid] = (guid, *wire[1:]), stamps[row]

    def _drop(self, group: history.Group) -> None:
        for guid in group.guids:
            self.kinds[group.kind].pop(guid, None)

    @staticmethod
    def _written(
        group: history.Group,
        wire: Sequence[Any],
        columns: list[list[Any]],
        row: int,
        *,
        unknown: bool,
    ) -> list[Any]:
        """A wire with the fields of a row of the group written over it."""
        written = list(wire)
        names = spec_of(group.kind).names if group.kind in KINDS else ()
        for number, name in enumerate(group.fields):
            if name in names:
                value = columns[number][row] if columns else UNKNOWN
                # Of a change out of which words were taken, nothing may stand for something.
                written[names.index(name)] = UNKNOWN if unknown and value is None else value
        return written
