"""Putting a study back together: its history from lines, its entities from what came along with them.

The two need not fit. Whatever the entities say otherwise than the end of the history becomes one further
change, so that nothing stands in a study that its trail does not tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, insert, select, update

from ..errors import Conflict
from ..model import KINDS, User, say
from ..model.codec import Spec, guid_bytes, guid_text, spec_of
from ..model.parcel import Batch
from . import history
from .chains import longest
from .history_lines import change_of
from .retracing import UNKNOWN, Retraced
from .schema import tables
from .store import Store
from .writing import Change

__all__ = ["OUTSIDE", "Lines", "Restored", "restore"]

OUTSIDE = say("Taken in from files that were changed outside of Jejak")
Lines = Callable[[], Iterator[Mapping[str, object]]]
Wire = tuple[Any, ...]
# Entities that are written at once.
_BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Restored:
    """How many ``changes`` of the history were put back, how many lines belong to no chain with them
    (``left``), and how many entities of each kind were taken in otherwise than it left them."""

    changes: int
    left: int
    otherwise: Mapping[str, int]


def restore(store: Store, lines: Lines, batches: Iterable[Batch], user: User) -> Restored:
    """Put a history and the entities that go with it into a study that is empty.

    Of lines that fork or are broken the longest chain from the first change on is taken. What differs
    from its end is one change more, by ``user``, who joins the study for it where they are not in it.
    Raises :class:`Conflict` where the study is not empty, or an entity refers to nothing.
    """
    chosen, left = longest(lines())
    with store.write(OUTSIDE, user.guid) as change:
        if change.seq != 1 or not change.untouched:
            raise Conflict("not-empty", "A history can be put into an empty study alone.")
        past = _put_history(change.rows.conn, lines, chosen)
        state = _State(past)
        for batch in batches:
            keep_contents(change, batch)
            state.take(batch)
        state.put_base(change)
    otherwise = state.otherwise()
    if otherwise:
        _join(store, state, user)
        with store.write(OUTSIDE, user.guid) as change:
            state.differ(change)
    with store.write(OUTSIDE, user.guid) as change:
        _mark_unreachable(change.rows.conn)
    return Restored(len(chosen), left, otherwise)


def keep_contents(change: Change, batch: Batch) -> None:
    """Keep the texts and files that come with a batch."""
    for text in batch.texts:
        change.keep_text(text)
    for original in batch.originals:
        change.keep_file(original)


def _put_history(conn: Connection, lines: Lines, chosen: list[int]) -> Retraced:
    """Write the chosen lines, and tell what was at their end."""
    past = Retraced(lambda seq: _payload(conn, seq))
    places = {number: place for place, number in enumerate(chosen)}
    rows: dict[int, dict[str, Any]] = {}
    for number, line in enumerate(lines()):
        row = change_of(line) if number in places else None
        if row is not None:
            conn.execute(insert(tables.change).values(**row))
            rows[places[number]] = {name: row[name] for name in ("seq", "undoes", "redoes")}
    for place in sorted(rows):
        past.follow(rows[place])
    table = tables.change
    for seq in past.undone:
        conn.execute(update(table).where(table.c.seq == seq).values(undone=True))
    return past


def _payload(conn: Connection, seq: int) -> tuple[list[history.Group], bool]:
    query = select(tables.change.c.payload, tables.change.c.blanked).where(
        tables.change.c.seq == seq
    )
    row = conn.execute(query).one()
    return history.unpack(row.payload, list[history.Group]), row.blanked


def _join(store: Store, state: _State, user: User) -> None:
    """Bring whoever takes it in into the study, if they are not there."""
    guid = guid_bytes(user.guid)
    if store.count(User, guid=user.guid):
        return
    coming = state.added[User.KIND].pop(guid, None)
    with store.write(say("{name} joins the study", name=user.name), user.guid) as change:
        spec = spec_of(User.KIND)
        change.put(spec, spec.names, [coming or spec.wire(user)])


def _mark_unreachable(conn: Connection) -> None:
    """Changes that name a text or file which did not come along cannot be taken back."""
    table = tables.change
    kept = {
        name: set(conn.execute(select(getattr(tables, name).c.digest)).scalars())
        for name in ("text", "original")
    }
    query = select(table.c.seq, table.c.payload).where(table.c.touched.contains('"source"'))
    for row in conn.execute(query).all():
        groups = history.unpack(row.payload, list[history.Group])
        if any(not named <= kept[name] for group in groups for name, named in _contents(group)):
            conn.execute(update(table).where(table.c.seq == row.seq).values(blanked=True))


def _contents(group: history.Group) -> Iterator[tuple[str, set[bytes]]]:
    for name in ("text", "original"):
        if group.kind == "source" and name in group.fields:
            place = group.fields.index(name)
            columns = [columns[place] for columns in (group.before, group.after) if columns]
            yield name, {value for column in columns for value in column if value is not None}


@dataclass(slots=True)
class _State:
    """The entities that come in, beside those the history ends with."""

    past: Retraced
    added: dict[str, dict[bytes, Wire]] = field(default_factory=lambda: defaultdict(dict))
    altered: dict[str, dict[bytes, Wire]] = field(default_factory=lambda: defaultdict(dict))
    _seen: dict[str, set[bytes]] = field(default_factory=lambda: defaultdict(set))
    dropped: dict[str, list[bytes]] = field(default_factory=dict)

    def take(self, batch: Batch) -> None:
        """Hold the entities of a batch against the end of the history."""
        for record in batch.records:
            spec = spec_of(record.KIND)
            wire = spec.wire(record)
            there = self.past.kinds[record.KIND]
            found = there.get(wire[0])
            if found is None:
                self.added[record.KIND][wire[0]] = wire
                continue
            self._seen[record.KIND].add(wire[0])
            base, stamp = found
            if UNKNOWN in base:
                base = tuple(
                    new if old is UNKNOWN else old for old, new in zip(base, wire, strict=True)
                )
                there[wire[0]] = base, stamp
            if base != wire:
                self.altered[record.KIND][wire[0]] = wire

    def put_base(self, change: Change) -> None:
        """Write the entities as the history left them."""
        for kind in KINDS:
            there = self.past.kinds[kind]
            spec = spec_of(kind)
            self.dropped[kind] = []
            for guid in list(there):
                if guid in self._seen[kind]:
                    continue
                wire, stamp = there[guid]
                # What the history does not wholly tell, and the files do not either, is nowhere.
                if UNKNOWN in wire or stamp <= self.past.blanked:
                    del there[guid]
                else:
                    self.dropped[kind].append(guid)
            self._put(change, spec, there)

    @staticmethod
    def _put(change: Change, spec: Spec, there: Mapping[bytes, tuple[Wire, int]]) -> None:
        entities = list(there.values())
        inner = any(one.refers == spec.kind for one in spec.fields)
        step = len(entities) or 1 if inner else _BATCH
        for at in range(0, len(entities), step):
            part = entities[at : at + step]
            wires, stamps = [wire for wire, _ in part], [stamp for _, stamp in part]
            change.put(spec, spec.names, wires, stamps, note=False)

    def otherwise(self) -> dict[str, int]:
        """How many entities of each kind came in otherwise than the history left them."""
        counts = {
            kind: len(self.added[kind]) + len(self.altered[kind]) + len(self.dropped[kind])
            for kind in KINDS
        }
        return {kind: count for kind, count in counts.items() if count}

    def differ(self, change: Change) -> None:
        """Write what is otherwise, as a change like any other."""
        for kind in KINDS:
            spec = spec_of(kind)
            change.put(spec, spec.names, list(self.added[kind].values()))
        for kind in KINDS:
            self._alter(change, spec_of(kind))
        for kind in reversed(KINDS):
            if self.dropped[kind]:
                change.remove_guids(kind, map(guid_text, self.dropped[kind]))

    def _alter(self, change: Change, spec: Spec) -> None:
        there = self.past.kinds[spec.kind]
        groups: dict[tuple[str, ...], history.Group] = {}
        for guid, wire in self.altered[spec.kind].items():
            base, stamp = there[guid]
            places = [place for place, old in enumerate(base) if old != wire[place]]
            names = tuple(spec.names[place] for place in places)
            group = groups.setdefault(
                names, history.Group("set", spec.kind, names, [], [], [[] for _ in names], [[] for _ in names])
            )  # fmt: skip
            group.guids.append(guid)
            group.prev.append(stamp)
            for column, place in enumerate(places):
                group.before[column].append(base[place])
                group.after[column].append(wire[place])
        for group in groups.values():
            change.alter(spec, group)
