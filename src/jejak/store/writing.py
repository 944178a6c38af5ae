"""The one door for changes: what is written through it is state and history in one transaction."""

from __future__ import annotations

import contextlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar, cast

from sqlalchemy import Connection, insert, select

from ..errors import Conflict, InvalidInput, NotFound
from ..model import KINDS, Message, Record
from ..model.codec import guid_bytes, guid_text, spec_of
from ..model.identity import now, to_millis
from ..model.parcel import Original
from . import history
from .confined import refuse_beyond
from .originals import keep_original, keep_stream
from .rows import Rows, wire_of, wires_of
from .schema import tables
from .texts import keep_text, keep_texts
from .writes import Writes

__all__ = ["Change"]

R = TypeVar("R", bound=Record)
_ORDER = {kind: number for number, kind in enumerate(KINDS)}
# (table, column) pairs that hold the GUID of an entity of any kind.
POLYMORPHIC = [
    (kind, spec.column) for kind in KINDS for spec in spec_of(kind).fields if spec.refers == "*"
]


class Change(Writes):
    """A change being made. Reads within it (``rows``) see what it has written so far."""

    def __init__(self, conn: Connection, verb: Message, user: str, seq: int) -> None:
        super().__init__(conn, seq)
        self.rows = Rows(conn)
        self.verb = verb
        self.user = user
        self._outer: list[list[history.Group]] = []
        self._forgets = False

    # -- what may be asked of it -----------------------------------------------------------------

    def add(self, *records: Record) -> None:
        """Add entities; what they refer to must be there, or come before them."""
        for record in records:
            spec = spec_of(record.KIND)
            self.put(spec, spec.names, [spec.wire(record)])

    def add_many(self, records: Iterable[Record]) -> None:
        """Add many entities at once: the same as :meth:`add`, compact and quick."""
        by_kind: dict[str, list[Record]] = {}
        for record in records:
            by_kind.setdefault(record.KIND, []).append(record)
        for kind in sorted(by_kind, key=_ORDER.__getitem__):
            spec = spec_of(kind)
            self.put(spec, spec.names, spec.wires(by_kind[kind]))

    def set(self, record: R, **values: object) -> R:
        """Change fields of an entity; the entity as it is then. Raises :class:`NotFound`.

        Fields that have the value already are left out of the history.
        """
        spec = spec_of(record.KIND)
        guid = guid_bytes(record.guid)
        found = wire_of(self._conn, spec, guid)
        if found is None:
            raise NotFound(f"no-such-{record.KIND}", f"There is no {record.KIND} {record.guid}.")
        wire, changed, _ = found
        names = [
            name
            for name, value in values.items()
            if spec.field(name).to_wire(value) != wire[spec.names.index(name)]
        ]
        if names:
            before = [[wire[spec.names.index(name)]] for name in names]
            after = [[spec.field(name).to_wire(values[name])] for name in names]
            self.alter(
                spec,
                history.Group("set", record.KIND, tuple(names), [guid], [changed], before, after),
            )
        written = list(wire)
        for name in names:
            written[spec.names.index(name)] = spec.field(name).to_wire(values[name])
        return cast(R, spec.load(written))

    def set_many(
        self, kind: str, names: tuple[str, ...], values: Mapping[str, tuple[object, ...]]
    ) -> None:
        """Write the same fields of many entities of a kind, by GUID. Raises :class:`NotFound`."""
        spec = spec_of(kind)
        places = [spec.names.index(name) for name in names]
        group = history.Group("set", kind, names, [], [], [[] for _ in names], [[] for _ in names])
        found = wires_of(self._conn, spec, [guid_bytes(guid) for guid in values])
        for guid, new in values.items():
            raw = guid_bytes(guid)
            if raw not in found:
                raise NotFound(f"no-such-{kind}", f"There is no {kind} {guid}.")
            wire, changed = found[raw]
            group.guids.append(raw)
            group.prev.append(changed)
            for number, place in enumerate(places):
                group.before[number].append(wire[place])
                group.after[number].append(spec.fields[place].to_wire(new[number]))
        if group.guids:
            self.alter(spec, group)

    def remove(self, *records: Record) -> None:
        """Remove entities. What refers to them must go in the same change, or it is refused."""
        by_kind: dict[str, list[str]] = {}
        for record in records:
            by_kind.setdefault(record.KIND, []).append(record.guid)
        for kind in sorted(by_kind, key=_ORDER.__getitem__, reverse=True):
            self.remove_guids(kind, by_kind[kind])

    def remove_guids(self, kind: str, guids: Iterable[str]) -> None:
        """Remove entities of one kind by GUID. Raises :class:`NotFound`."""
        spec = spec_of(kind)
        group = history.Group("drop", kind, spec.names, before=[[] for _ in spec.names])
        wanted = [guid_bytes(guid) for guid in guids]
        found = wires_of(self._conn, spec, wanted)
        for guid in wanted:
            if guid not in found:
                raise NotFound(f"no-such-{kind}", f"There is no {kind} {guid_text(guid)}.")
            wire, changed = found[guid]
            group.guids.append(guid)
            group.prev.append(changed)
            for column, value in zip(group.before, wire, strict=True):
                column.append(value)
        self.drop(spec, group)

    def keep_text(self, text: str) -> str:
        """Keep a text in the study; its digest, for :attr:`Source.text`."""
        return keep_text(self._conn, text)

    def keep_texts(self, texts: Sequence[str]) -> list[str]:
        """Keep many texts in the study; their digests."""
        return keep_texts(self._conn, texts)

    def keep_original(self, content: bytes) -> str:
        """Keep a file in the study; its digest, for :attr:`Source.original`."""
        return keep_original(self._conn, content)

    def keep_file(self, file: Original) -> None:
        """Keep a file in the study, read piece by piece. Raises :class:`InvalidInput` where it is another
        than its digest says."""
        keep_stream(self._conn, file)

    def forget(self) -> None:
        """Keep in the history what this change did to what, but no value: it cannot be undone.

        Raises :class:`InvalidInput` within another change.
        """
        if self._outer:
            raise InvalidInput(
                "forget-within-change", "What is to be forgotten must be a change of its own."
            )
        self._forgets = True

    def retell(self, verb: Message) -> None:
        """Say more exactly what the change does, unless it is part of one with a name of its own."""
        if not self._outer:
            self.verb = verb

    @contextlib.contextmanager
    def part(self) -> Iterator[None]:
        """A part of the change that happens whole or not at all, whatever becomes of the rest."""
        dropped = dict(self._dropped)
        self._outer.append(self._groups)
        self._groups = []
        try:
            with self._conn.begin_nested():
                yield
        except BaseException:
            self._groups, self._dropped = self._outer.pop(), dropped
            self._keys.clear()
            raise
        done, self._groups = self._groups, self._outer.pop()
        for group in done:
            self._note(group)

    # -- the end ---------------------------------------------------------------------------------

    @property
    def empty(self) -> bool:
        """Whether it (or the part of it that is being made) did nothing."""
        return not self._groups

    @property
    def untouched(self) -> bool:
        """Whether nothing at all was written yet, in any part."""
        return not self._groups and not any(self._outer)

    def seal(self, *, undoes: int | None = None, redoes: int | None = None) -> None:
        """Write the entry of the history. Raises :class:`Conflict` where something would be left
        that refers to nothing, :class:`NotAllowed` in a copy that is not to be changed."""
        self._refuse_dangling()
        refuse_beyond(self._conn, self._groups)
        counts = Counter[str]()
        for group in self._groups:
            counts[group.kind] += len(group.guids)
        groups = self._groups if undoes is None and redoes is None else []
        body = history.pack([history.bare(g) for g in groups] if self._forgets else groups)
        args = history.pack(history.verb_args(self.verb))
        salt = os.urandom(16)
        digest = history.payload_digest(salt, args, body)
        table = tables.change
        previous = self._conn.execute(
            select(table.c.digest).where(table.c.seq == self.seq - 1)
        ).scalar_one_or_none()
        moment = to_millis(now())
        touched = json.dumps(counts, sort_keys=True)
        user = guid_bytes(self.user)
        header = [self.seq, moment, user, self.verb.text, touched, undoes, redoes]
        self._conn.execute(
            insert(table).values(
                seq=self.seq, time=moment, user=user, verb=self.verb.text, touched=touched,
                undoes=undoes, redoes=redoes, args=args, payload=body, salt=salt,
                payload_digest=digest, undone=False, blanked=self._forgets,
                digest=history.chain_digest(previous or b"", header, digest),
            )
        )  # fmt: skip

    def _refuse_dangling(self) -> None:
        guids = list(self._dropped)
        for table, column in POLYMORPHIC:
            for at in range(0, len(guids), 500):
                part = tuple(guids[at : at + 500])
                marks = ", ".join("?" * len(part))
                query = f'SELECT "{column}" FROM "{table}" WHERE "{column}" IN ({marks}) LIMIT 1'
                left = self._conn.exec_driver_sql(query, part).scalar()
                if left is not None:
                    raise rests_on(self._dropped[left], table)


def rests_on(kind: str, other: str) -> Conflict:
    """The refusal to take away what something else rests on."""
    return Conflict(
        "rests-on-it",
        f"A {other} rests on the {kind} that would go.",
        "Nothing was changed. Remove what rests on it first.",
    )
