"""The log of changes: payloads, the hash chain, and reading it as an audit trail."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Row, func, select

from ..errors import NotFound
from ..model import ChangeEntry, Message, Touched, say
from ..model.codec import guid_text, spec_of
from ..model.identity import from_millis
from .schema import tables

__all__ = [
    "WITHDRAWAL",
    "Group",
    "all_groups",
    "bare",
    "chain_digest",
    "entries",
    "entry",
    "follows",
    "head",
    "last_touched",
    "message_of",
    "own_digest",
    "pack",
    "payload_digest",
    "payload_of",
    "touched",
    "unpack",
    "verb_args",
]


T = TypeVar("T")

# A withdrawal is a change that names no words, nor whose they were.
WITHDRAWAL = say("Withdraw a participant")


@dataclass(slots=True)
class Group:
    """Entities of one kind that a change did the same thing to, as columns.

    ``op`` is *add*, *set* or *drop*; ``before`` and ``after`` hold one list of wire values a field
    (before is empty for *add*, after for *drop*); ``prev`` the change that last wrote each before.
    """

    op: str
    kind: str
    fields: tuple[str, ...]
    guids: list[bytes] = field(default_factory=list)
    prev: list[int] = field(default_factory=list)
    before: list[list[Any]] = field(default_factory=list)
    after: list[list[Any]] = field(default_factory=list)


def pack(payload: Any) -> bytes:
    """A payload as bytes: MessagePack, deflated where that is shorter."""
    raw = msgspec.msgpack.encode(payload)
    small = zlib.compress(raw, 1) if len(raw) > 600 else raw
    return b"z" + small if len(small) < len(raw) else b"m" + raw


def unpack(body: bytes, form: type[T]) -> T:
    """The payload that :func:`pack` made those bytes of."""
    raw = zlib.decompress(body[1:]) if body[:1] == b"z" else body[1:]
    return msgspec.msgpack.decode(raw, type=form)


def head(conn: Connection) -> int:
    """The number of the last change; 0 where there is none."""
    return int(conn.execute(select(func.coalesce(func.max(tables.change.c.seq), 0))).scalar_one())


def chain_digest(previous: bytes, header: Sequence[Any], payload_digest: bytes) -> bytes:
    """The link of the chain: SHA-256 over the previous link, the header and the payload's digest."""
    packed = msgspec.msgpack.encode([previous, *header, payload_digest])
    return hashlib.sha256(packed).digest()


def payload_of(conn: Connection, seq: int) -> list[Group]:
    """What a change did, group by group."""
    query = select(tables.change.c.payload).where(tables.change.c.seq == seq)
    return unpack(conn.execute(query).scalar_one(), list[Group])


def all_groups(conn: Connection, kinds: set[str]) -> Iterator[Group]:
    """What all changes did to entities of some kinds, from the first change on."""
    query = select(tables.change.c.payload).order_by(tables.change.c.seq)
    for body in conn.execute(query, execution_options={"yield_per": 100}).scalars():
        for group in unpack(body, list[Group]):
            if group.kind in kinds:
                yield group


def last_touched(
    conn: Connection, wanted: Collection[tuple[str, bytes]]
) -> dict[tuple[str, bytes], int]:
    """The last change that did something to each of some entities (kind, GUID)."""
    found: dict[tuple[str, bytes], int] = {}
    left = set(wanted)
    query = select(tables.change.c.seq, tables.change.c.payload).order_by(
        tables.change.c.seq.desc()
    )
    for row in conn.execute(query, execution_options={"yield_per": 100}) if left else ():
        for group in unpack(row.payload, list[Group]):
            for guid in group.guids:
                if (group.kind, guid) in left:
                    left.discard((group.kind, guid))
                    found[group.kind, guid] = row.seq
        if not left:
            break
    return found


def bare(group: Group, kept: Collection[str] = ()) -> Group:
    """The group without any value but those of the fields ``kept``: what was done to which entities, and
    no more."""
    if not set(kept) & set(group.fields):
        return Group(group.op, group.kind, group.fields, group.guids, group.prev)
    nothing = [None] * len(group.guids)
    before, after = (
        [
            values if name in kept else nothing
            for name, values in zip(group.fields, columns, strict=False)
        ]
        for columns in (group.before, group.after)
    )
    return Group(group.op, group.kind, group.fields, group.guids, group.prev, before, after)


def payload_digest(salt: bytes, args: bytes, payload: bytes) -> bytes:
    """The salted digest that stands for a change's words in the chain, even once they are blanked."""
    return hashlib.sha256(salt + len(args).to_bytes(8, "big") + args + payload).digest()


_HEADER = ("seq", "time", "user", "verb", "touched", "undoes", "redoes")


def own_digest(row: Mapping[str, Any]) -> bytes:
    """The digest that stands for a change's words. Of one whose words were taken out it alone was kept,
    without its salt."""
    if row["salt"] or not row["blanked"]:
        return payload_digest(row["salt"], row["args"], row["payload"])
    return bytes(row["payload_digest"])


def follows(row: Mapping[str, Any], previous: bytes) -> bool:
    """Whether a change is what its digest says, right after the one that has the digest ``previous``."""
    own = own_digest(row)
    header = [row[name] for name in _HEADER]
    return bool(
        own == row["payload_digest"] and chain_digest(previous, header, own) == row["digest"]
    )


# All of a change but what it did, which may be large.
_TOLD = [c for c in tables.change.c if c.name != "payload"]


def _entry(row: Row[Any]) -> ChangeEntry:
    return ChangeEntry(
        seq=row.seq,
        time=from_millis(row.time),
        user=guid_text(row.user),
        verb=message_of(row.verb, row.args),
        touched=json.loads(row.touched),
        undoes=row.undoes,
        redoes=row.redoes,
        undone=row.undone,
        digest=row.digest.hex(),
    )


def message_of(verb: str, args: bytes) -> Message:
    """What was asked, as a message, of what a change keeps of it."""
    return _message(verb, unpack(args, dict[str, Any]))


def _message(template: str, args: Mapping[str, Any]) -> Message:
    return Message(template, {name: _argument(value) for name, value in args.items()})


def _argument(value: Any) -> Any:
    if isinstance(value, dict):
        return _message(value["text"], value["args"])
    return [_argument(part) for part in value] if isinstance(value, list) else value


def verb_args(message: Message) -> dict[str, Any]:
    """A verb's arguments as plain values, messages inside them as mappings."""
    return {name: _plain(value) for name, value in message.args.items()}


def _plain(value: object) -> Any:
    if isinstance(value, Message):
        return {"text": value.text, "args": verb_args(value)}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value


def entries(
    conn: Connection,
    *,
    after: int = 0,
    before: int | None = None,
    limit: int | None = None,
    newest_first: bool = False,
    user: bytes | None = None,
    kind: str | None = None,
    since: int | None = None,
    until: int | None = None,
) -> list[ChangeEntry]:
    """Changes with ``after < seq < before``, in order; of a person, of things of a kind, made from
    ``since`` to before ``until`` (ms since 1970)."""
    table = tables.change
    query = select(*_TOLD).where(table.c.seq > after)
    for wanted in (
        None if before is None else table.c.seq < before,
        None if user is None else table.c.user == user,
        None if kind is None else table.c.touched.contains(f'"{kind}":', autoescape=True),
        None if since is None else table.c.time >= since,
        None if until is None else table.c.time < until,
    ):
        query = query if wanted is None else query.where(wanted)
    query = query.order_by(table.c.seq.desc() if newest_first else table.c.seq).limit(limit)
    return [_entry(row) for row in conn.execute(query)]


def entry(conn: Connection, seq: int) -> ChangeEntry:
    """One change as the trail tells it. Raises :class:`NotFound`."""
    found = entries(conn, after=seq - 1, before=seq + 1)
    if not found:
        raise NotFound("no-such-change", f"There is no change {seq} in this study.")
    return found[0]


def touched(groups: list[Group]) -> Iterator[Touched]:
    """Each entity of a payload with its fields before and after, as readable values."""
    for group in groups:
        spec = spec_of(group.kind)
        for index, guid in enumerate(group.guids):
            states = [
                spec.plain(group.fields, [column[index] for column in columns]) if columns else None
                for columns in (group.before, group.after)
            ]
            yield Touched(group.kind, guid_text(guid), *states)
