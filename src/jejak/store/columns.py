"""A study's codings as columns, kept in memory and brought up to date change by change."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, replace

from sqlalchemy import Connection, text

from ..model.corpus import AttributeColumn, CodeColumns, Corpus, NamedColumns
from . import history
from .coding_table import CodingTable, Places
from .corpus_cases import load_ownership
from .corpus_load import Keys, load_attributes, load_codes, load_named

__all__ = ["CorpusCache"]

_FACETS = ("kind", "medium", "language", "status", "collected", "collector", "method")
# What each part of a corpus depends on.
_CODINGS = {"coding", "segment"}
_OWNERS = {"source", "case", "block", "speaker", "member"}
_NAMED = {*_OWNERS, "user", "facet", "attribute", "value"}
# More touched codings than this are read anew with all others.
_PATCH = 20_000


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a corpus that do not change with every coding, and where keys stand in them."""

    sources: NamedColumns
    users: NamedColumns
    cases: NamedColumns
    case_keys: Keys
    codes: CodeColumns
    attributes: tuple[AttributeColumn, ...]
    places: Places


class CorpusCache:
    """The columns of one store: made on first use, then only mended."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._corpus: Corpus | None = None
        self._table = CodingTable()
        self._parts: _Parts | None = None

    def upto_date(self, conn: Connection) -> Corpus:
        """The corpus as the connection sees the study, or as it was seen since."""
        version = history.head(conn)
        with self._lock:
            if self._corpus is not None and version <= self._corpus.version:
                return self._corpus
            if self._corpus is None or self._parts is None:
                self._parts = _load_parts(conn)
                self._table.load(conn, self._parts.places)
            else:
                self._mend(conn, self._parts, self._corpus.version)
            self._corpus = self._assemble(version, self._parts)
            return self._corpus

    def _mend(self, conn: Connection, before: _Parts, since: int) -> None:
        seen = _Seen(conn, since)
        parts = self._parts = _again(conn, before, seen.kinds)
        if parts.places is not before.places:
            self._table.replace(before.places, parts.places)
        if len(seen.codings) + len(seen.segments) > _PATCH:
            self._table.load(conn, parts.places)
        elif seen.codings or seen.segments:
            self._table.patch(conn, seen.codings, seen.segments, parts.places)

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
        )


def _load_parts(conn: Connection) -> _Parts:
    source_keys, sources = load_named(conn, "source", _FACETS)
    user_keys, users = load_named(conn, "user", ("initials",))
    case_keys, cases = load_named(conn, "case", ("kind",))
    code_keys, code_index, codes = load_codes(conn)
    owners = load_ownership(conn, source_keys, case_keys)
    attributes = load_attributes(conn, {"case": cases.guid, "source": sources.guid})
    places = Places(source_keys, user_keys, code_keys, code_index, owners)
    return _Parts(sources, users, cases, case_keys, codes, attributes, places)


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
        parts = replace(parts, sources=load_named(conn, "source", _FACETS)[1])
    if kinds & {"attribute", "value"}:
        owners = {"case": parts.cases.guid, "source": parts.sources.guid}
        parts = replace(parts, attributes=load_attributes(conn, owners))
    return parts


class _Seen:
    """What was touched since a change: kinds, and codings and segments by GUID.

    A source of which only a facet changed counts as *facet*; a link that says what belongs to a case
    as *member*, others not at all.
    """

    def __init__(self, conn: Connection, since: int) -> None:
        self.kinds: set[str] = set()
        self.codings: set[bytes] = set()
        self.segments: set[bytes] = set()
        query = text("SELECT seq, touched, undoes, redoes FROM change WHERE seq > :since")
        for row in conn.execute(query, {"since": since}).all():
            if set(json.loads(row.touched)) & {*_CODINGS, *_NAMED, "code", "link"}:
                for group in history.payload_of(conn, row.undoes or row.redoes or row.seq):
                    self._note(group)

    def _note(self, group: history.Group) -> None:
        if group.kind == "coding":
            self.codings.update(group.guids)
        elif group.kind == "segment":
            self.segments.update(group.guids)
        elif group.kind == "link":
            if _ties(group):
                self.kinds.add("member")
        elif group.kind == "source" and group.op == "set" and "length" not in group.fields:
            self.kinds.add("facet")
        else:
            self.kinds.add(group.kind)


def _ties(group: history.Group) -> bool:
    """Whether a group of links may say what belongs to a case."""
    if "role" not in group.fields or not (group.before or group.after):
        return True
    place = group.fields.index("role")
    return any("member" in columns[place] for columns in (group.before, group.after) if columns)
