"""Taking words out of the history: what is left of each change still verifies by its kept digest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select, update

from ..model import Case, Event
from ..model.codec import Spec, guid_bytes, spec_of
from . import history
from .naming import MARKED, Naming
from .quoting import Quotes
from .schema import tables
from .traces import Traces

__all__ = ["blank_history"]

# What hangs on an entity of which nothing may be left: kind -> (field, the kind it refers to).
_OF = {
    "block": (("source", "source"),),
    "segment": (("source", "source"),),
    "value": (("owner", "case"), ("owner", "source")),
    "speaker": (("case", "case"), ("source", "source")),
    "consent": (("case", "case"),),
    "rating": (("case", "case"),),
    "feedback": (("case", "case"),),
    "standing": (("case", "case"),),
    "relation": (("origin", "case"), ("target", "case")),
}
# Nothing in these is anybody's words.
_WORDLESS = {"coding", "link", "user"}


def blank_history(
    conn: Connection, traces: Traces, naming: Naming, before: int, tied: Mapping[str, set[bytes]]
) -> int:
    """Take the words, names and attribute values of a case out of every change before ``before``,
    and all that was ``tied`` to its words and says them once more (by kind).

    What the changes did to others stays readable. A changed payload loses its salt, so that its kept
    digest proves the chain and nothing else. How many changes were blanked.
    """
    gone = _Gone(traces, naming, tied)
    table = tables.change
    query = select(table.c.seq).where(table.c.seq < before).order_by(table.c.seq)
    blanked = 0
    for seq in conn.execute(query).scalars().all():
        row = conn.execute(select(table.c.args, table.c.payload).where(table.c.seq == seq)).one()
        args = history.unpack(row.args, dict[str, Any])
        groups = history.unpack(row.payload, list[history.Group])
        told = traces.quotes.without(args, names=True)
        left = [gone.pared(group) for group in groups]
        if told == args and left == groups:
            continue
        conn.execute(
            update(table)
            .where(table.c.seq == seq)
            .values(
                args=history.pack(told),
                payload=history.pack([group for group in left if group.guids]),
                salt=b"",
                blanked=True,
            )
        )
        blanked += 1
    return blanked


class _Gone:
    """What must not be left; it grows as the history tells what belonged to what."""

    def __init__(self, traces: Traces, naming: Naming, tied: Mapping[str, set[bytes]]) -> None:
        self._naming = naming
        self._quotes: Quotes = traces.quotes
        self._entities: dict[str, set[bytes]] = defaultdict(set)
        self._entities["source"] = {guid_bytes(guid) for guid in traces.sources}
        self._entities[Case.KIND] = {guid_bytes(traces.case.guid)}
        self._entities.update(tied)
        self._entities[Event.KIND] = {guid_bytes(guid) for guid in traces.events}

    def pared(self, group: history.Group) -> history.Group:
        """The group without the entities that must go and without words in those that stay."""
        if group.kind in _WORDLESS:
            return group
        self._learn(group)
        going = self._entities[group.kind]
        holds = _lost(group) if group.kind == "segment" else [True] * len(group.guids)
        kept = [row for row, guid in enumerate(group.guids) if not (guid in going and holds[row])]
        if len(kept) < len(group.guids):
            group = _rows_of(group, kept)
        return self._reworded(group)

    def _learn(self, group: history.Group) -> None:
        for name, kind in _OF.get(group.kind, ()):
            if name in group.fields:
                place = group.fields.index(name)
                for columns in (group.before, group.after):
                    for guid, owner in zip(
                        group.guids, columns[place] if columns else (), strict=False
                    ):
                        if owner in self._entities[kind]:
                            self._entities[group.kind].add(guid)

    def _reworded(self, group: history.Group) -> history.Group:
        spec = spec_of(group.kind)
        before = list(self._columns(spec, group.fields, group.before))
        after = list(self._columns(spec, group.fields, group.after))
        return history.Group(
            group.op, group.kind, group.fields, group.guids, group.prev, before, after
        )

    def _columns(
        self, spec: Spec, names: tuple[str, ...], columns: list[list[Any]]
    ) -> Iterator[list[Any]]:
        for name, column in zip(names, columns, strict=False):
            field = spec.field(name)
            if field.form != "text":
                yield column
                continue
            asks = (spec.kind, name) in MARKED
            values = []
            for value in column:
                plain = field.from_wire(value)
                # First the names, each as a whole: what asks for them stays a query.
                told = self._naming.without(spec.kind, name, plain)
                told = self._quotes.without(told, names=asks)
                values.append(value if told == plain else field.to_wire(told))
            yield values


def _lost(group: history.Group) -> list[bool]:
    """Which entries of a group of segments hold words that a segment lost."""
    holds = [False] * len(group.guids)
    if "lost" in group.fields:
        place = group.fields.index("lost")
        for columns in (group.before, group.after):
            for row, value in enumerate(columns[place] if columns else ()):
                holds[row] = holds[row] or value is not None
    return holds


def _rows_of(group: history.Group, kept: list[int]) -> history.Group:
    return history.Group(
        group.op,
        group.kind,
        group.fields,
        [group.guids[row] for row in kept],
        [group.prev[row] for row in kept],
        [[column[row] for row in kept] for column in group.before],
        [[column[row] for row in kept] for column in group.after],
    )
