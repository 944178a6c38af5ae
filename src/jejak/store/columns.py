"""A study's codings as columns, kept in memory and brought up to date change by change."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from sqlalchemy import Connection, text

from ..model.corpus import AttributeColumn, CodeColumns, Corpus, NamedColumns, Texts
from ..model.drawn import DrawnNetwork
from ..model.event import ACTOR, EVIDENCE
from ..model.settlement import SettledPlace
from ..model.undisturbed import undisturbed
from . import history
from .coding_table import CodingTable, Places
from .corpus_cases import Ownership, load_ownership
from .corpus_happenings import HappeningsReader, Reading
from .corpus_load import Keys, load_attributes, load_codes, load_named, load_sources
from .kept_arrays import Arrays
from .kept_columns import Kept, keep, read_kept, told
from .network_load import RESTS_ON, load_networks
from .rows import Rows
from .settled_load import RESTS_ON as SETTLED_RESTS_ON
from .settled_load import load_settled

__all__ = ["CorpusCache", "kept_astray"]

# What each part of a corpus depends on.
_CODINGS = {"coding", "segment"}
_OWNERS = {"source", "case", "block", "speaker", "member"}
_NAMED = {*_OWNERS, "user", "facet", "attribute", "value"}
# What of a source changes where its codings stand, and its words.
_TEXT = {"text", "length"}
_HAPPENED = {*_OWNERS, "user", "attribute", "event", "state", "rating", "relation", "tie", "moved"}
# More touched codings than this are read anew with all others.
_PATCH = 20_000
# Columns are kept again once so many changes came after those that are kept.
_OFTEN = 100

_Owners = Callable[[Connection, Keys, Keys], Ownership]


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a corpus that do not change with every coding, and where keys stand in them."""

    sources: NamedColumns
    digests: tuple[str, ...]
    users: NamedColumns
    cases: NamedColumns
    case_keys: Keys
    codes: CodeColumns
    attributes: tuple[AttributeColumn, ...]
    places: Places


class CorpusCache:
    """The columns of one store: made on first use, then only mended. ``read`` fetches texts,
    ``reading`` is a view of the store, for what is read later. ``kept``: they may begin as they are
    kept in the file, which only those of sealed changes may."""

    def __init__(
        self,
        read: Callable[[Sequence[str]], Sequence[str]],
        reading: Reading,
        *,
        kept: bool = False,
    ) -> None:
        self._read = read
        self._reading = reading
        self._happenings = HappeningsReader(reading)
        self._lock = threading.Lock()
        self._corpus: Corpus | None = None
        self._table = CodingTable()
        self._parts: _Parts | None = None
        self._networks: tuple[DrawnNetwork, ...] = ()
        self._settled: tuple[SettledPlace, ...] = ()
        self._begins_kept = kept
        # The change up to which what is kept spares the reading; None where it does not.
        self._kept: int | None = None

    def upto_date(self, conn: Connection) -> Corpus:
        """The corpus as the connection sees the study, or as it was seen since."""
        version = history.head(conn)
        with self._lock:
            if self._corpus is not None and version <= self._corpus.version:
                return self._corpus
            if self._corpus is None or self._parts is None:
                with undisturbed():
                    self._parts = self._begun(conn, version)
                self._networks = load_networks(conn)
                self._settled = load_settled(conn)
            else:
                self._mend(conn, self._parts, self._corpus.version)
            self._corpus = self._assemble(version, self._parts)
            return self._corpus

    def keep(self, conn: Connection, fewest: int) -> bool:
        """Keep the columns in the file where they have so many rows and what is kept there would not
        spare reading them anew. Whether it was done."""
        with self._lock:
            kept = self._held()
            if kept is None or len(kept) < fewest:
                return False
            if self._kept is not None and kept.seq - self._kept < _OFTEN:
                return False
            done = keep(conn, kept)
            self._kept = kept.seq if done else self._kept
            return done

    def numbers(self, conn: Connection) -> Arrays:
        """All numbers of the columns, as they are kept."""
        self.upto_date(conn)
        with self._lock:
            kept = self._held()
            assert kept is not None, "They were made now."
            return told(kept)

    def _held(self) -> Kept | None:
        if self._corpus is None or self._parts is None:
            return None
        parts = self._parts
        return Kept(self._corpus.version, parts.places, parts.case_keys, self._table.held())

    def _begun(self, conn: Connection, version: int) -> _Parts:
        kept = read_kept(conn, version) if self._begins_kept else None
        if kept is None:
            parts = _load_parts(conn)
            self._table.load(conn, parts.places)
            return parts
        seen = _Seen(conn, kept.seq)
        parts = _load_parts(conn, load_ownership if seen.kinds & _OWNERS else kept.ownership)
        if parts.places.ownership is kept.places.ownership:
            self._kept = kept.seq
        self._table = CodingTable(kept.codings)
        self._follow(conn, kept.places, parts.places, seen)
        return parts

    def _mend(self, conn: Connection, before: _Parts, since: int) -> None:
        seen = _Seen(conn, since)
        parts = self._parts = _again(conn, before, seen.kinds)
        if seen.kinds & _HAPPENED:
            self._happenings = HappeningsReader(self._reading)
        if seen.kinds & _OWNERS:
            self._kept = None
        self._follow(conn, before.places, parts.places, seen)
        if "node" in seen.touched or (self._networks and seen.touched & RESTS_ON):
            self._networks = load_networks(conn)
        if "settlement" in seen.touched or (self._settled and seen.touched & SETTLED_RESTS_ON):
            self._settled = load_settled(conn)

    def _follow(self, conn: Connection, before: Places, after: Places, seen: _Seen) -> None:
        """Mend the codings by what was touched since they were as ``before``."""
        if after is not before:
            self._table.replace(before, after)
        if len(seen.codings) + len(seen.segments) > _PATCH:
            self._table.load(conn, after)
        elif seen.codings or seen.segments:
            self._table.patch(conn, seen.codings, seen.segments, after)

    def _assemble(self, version: int, parts: _Parts) -> Corpus:
        ownership = parts.places.ownership
        return Corpus(
            version=version,
            sources=parts.sources,
            codes=parts.codes,
            users=parts.users,
            cases=parts.cases,
            codings=self._table.columns(),
            blocks=ownership.blocks,
            attributes=parts.attributes,
            case_sources=ownership.case_sources,
            texts=Texts(parts.digests, self._read),
            happenings=self._happenings,
            networks=self._networks,
            settled=self._settled,
        )


def kept_astray(conn: Connection) -> bool:
    """Whether what is kept in the file, where columns would begin with it, is not what the rows say."""

    @contextlib.contextmanager
    def rows() -> Iterator[Rows]:
        yield Rows(conn)

    begun, anew = (CorpusCache(list, rows, kept=kept).numbers(conn) for kept in (True, False))
    return any(
        not np.array_equal(begun[name], anew[name], equal_nan=begun[name].dtype.kind == "f")
        for name in anew
    )


def _load_parts(conn: Connection, owners_of: _Owners = load_ownership) -> _Parts:
    source_keys, sources, digests = load_sources(conn)
    user_keys, users = load_named(conn, "user", ("initials",))
    case_keys, cases = load_named(conn, "case", ("kind",))
    code_keys, code_index, codes = load_codes(conn)
    owners = owners_of(conn, source_keys, case_keys)
    attributes = load_attributes(conn, {"case": cases.guid, "source": sources.guid})
    places = Places(source_keys, user_keys, code_keys, code_index, owners)
    return _Parts(sources, digests, users, cases, case_keys, codes, attributes, places)


def _again(conn: Connection, parts: _Parts, kinds: set[str]) -> _Parts:
    """The parts after a change: only those that depend on what it touched are read."""
    if kinds & _OWNERS:
        return _load_parts(conn)
    places = parts.places
    if "code" in kinds:
        code_keys, code_index, codes = load_codes(conn)
        places = replace(places, codes=code_keys, code_index=code_index)
        parts = replace(parts, codes=codes, places=places)
    if "user" in kinds:
        user_keys, users = load_named(conn, "user", ("initials",))
        parts = replace(parts, users=users, places=replace(places, users=user_keys))
    if "facet" in kinds:
        parts = replace(parts, sources=load_sources(conn)[1])
    if kinds & {"attribute", "value"}:
        owners = {"case": parts.cases.guid, "source": parts.sources.guid}
        parts = replace(parts, attributes=load_attributes(conn, owners))
    return parts


class _Seen:
    """What was touched since a change: kinds, and codings and segments by GUID.

    A source of which only a facet changed counts as *facet*; a link that says what belongs to a case
    as *member*, one to an actor or to evidence as *tie*, others not at all; segments that
    were changed as *moved*.
    """

    def __init__(self, conn: Connection, since: int) -> None:
        self.kinds: set[str] = set()
        self.codings: set[bytes] = set()
        self.segments: set[bytes] = set()
        self.touched: set[str] = set()
        query = text("SELECT seq, touched, undoes, redoes FROM change WHERE seq > :since")
        for row in conn.execute(query, {"since": since}).all():
            touched = set(json.loads(row.touched))
            self.touched |= touched
            if touched & {*_CODINGS, *_NAMED, *_HAPPENED, "code", "link"}:
                for group in history.payload_of(conn, row.undoes or row.redoes or row.seq):
                    self._note(group)

    def _note(self, group: history.Group) -> None:
        if group.kind == "coding":
            self.codings.update(group.guids)
        elif group.kind == "segment":
            self.segments.update(group.guids)
            self.kinds |= {"moved"} if group.op == "set" else set()
        elif group.kind == "link":
            self.kinds |= {"member"} if _ties(group, "member") else set()
            self.kinds |= {"tie"} if _ties(group, ACTOR, EVIDENCE) else set()
        elif group.kind == "source" and group.op == "set" and not _TEXT & set(group.fields):
            self.kinds.add("facet")
        else:
            self.kinds.add(group.kind)


def _ties(group: history.Group, *roles: str) -> bool:
    """Whether a group of links may be in one of these roles."""
    if "role" not in group.fields or not (group.before or group.after):
        return True
    place = group.fields.index("role")
    return any(
        role in columns[place] for columns in (group.before, group.after) if columns
        for role in roles
    )  # fmt: skip
