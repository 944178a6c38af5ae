"""Records out of plain values: each is taken if it is one, is new, and refers to what is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ...errors import InvalidInput
from ...model import KINDS, Record
from ...model.codec import spec_of
from ...model.message import say
from ...model.parcel import Batch
from ...model.plain import record_of
from .folder import Folder

__all__ = ["ANYWHERE", "Gathering", "batches"]

# Kinds that refer to things of any kind: they come when everything else is there.
ANYWHERE = [kind for kind in KINDS if any(one.refers == "*" for one in spec_of(kind).fields)]
_BATCH = 5_000


class Gathering:
    """What was taken by now: the GUIDs of each kind."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._tally = folder.tally
        self.there: dict[str, dict[str, str]] = defaultdict(dict)

    def record(self, kind: str, values: Mapping[str, Any], where: str) -> Record | None:
        """The record of some values; ``None`` (and told) where they make none that can be taken."""
        self._tally.read[kind] += 1
        try:
            record = record_of(kind, values)
        except InvalidInput as error:
            self._folder.note(
                "broken-line",
                say(
                    "This makes no {kind}, and was left out: {reason}", kind=kind, reason=str(error)
                ),
                where,
            )
            return None
        return self.taken(record, where)

    def taken(self, record: Record, where: str) -> Record | None:
        """The record, if it is new and what it refers to is there; of any kind that is seen later."""
        kind = record.KIND
        known = self.there[kind].get(record.guid)
        if known is not None:
            self._folder.note(
                "told-twice",
                say(
                    "This {kind} is told in {other} already; what stands here was left out.",
                    kind=kind,
                    other=known,
                ),
                where,
            )
            return None
        for field in spec_of(kind).fields:
            target = getattr(record, field.name) if field.refers and field.refers != "*" else None
            if target is not None and target not in self.there[field.refers or ""]:
                self._refers(record, field.refers or "", where)
                return None
        self.there[kind][record.guid] = where
        return record

    def _refers(self, record: Record, other: str, where: str) -> None:
        self._folder.note(
            "refers-to-nothing",
            say(
                "This {kind} belongs to a {other} that is not there; it was left out.",
                kind=record.KIND,
                other=other,
            ),
            where,
        )

    def lines(self, kind: str, name: str) -> Iterator[Record]:
        """The records of a file with one kind, a line each."""
        for where, values in self._folder.lines(name):
            record = self.record(kind, values, where)
            if record is not None:
                yield record

    def tied(self, records: Iterable[Record]) -> list[Record]:
        """Those of the records that refer to things of any kind whose ends are there."""
        left = list(records)
        while True:
            kept = [one for one in left if self._ends(one)]
            if len(kept) == len(left):
                return kept
            left = kept

    def _ends(self, record: Record) -> bool:
        for field in spec_of(record.KIND).fields:
            if field.refers != "*":
                continue
            kind = str(getattr(record, f"{field.name}_kind"))
            if getattr(record, field.name) not in self.there.get(kind, ()):
                where = self.there[record.KIND].pop(record.guid)
                self._refers(record, kind, where)
                return False
        return True


def batches(records: Iterable[Record]) -> Iterator[Batch]:
    """Many records in batches of some size."""
    part: list[Record] = []
    for one in records:
        part.append(one)
        if len(part) >= _BATCH:
            yield Batch(part)
            part = []
    if part:
        yield Batch(part)
