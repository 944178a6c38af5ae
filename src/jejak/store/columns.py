"""A study's codings as columns, kept in memory and brought up to date change by change."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, text

from ..model.corpus import AttributeColumn, CodeColumns, CodingColumns, Corpus, NamedColumns
from . import history
from .corpus_cases import Ownership, load_ownership
from .corpus_load import (
    RAW,
    Keys,
    keys,
    load_attributes,
    load_codes,
    load_named,
    load_raw,
    mark_of,
    place,
)

__all__ = ["CorpusCache"]

_FACETS = ("kind", "medium", "language", "status", "collected", "collector", "method")
_CODINGS = {"coding", "segment"}
_CODES = {"code"}
_OWNERS = {"source", "user", "case", "block", "speaker", "link", "attribute", "value"}
# More touched codings than this are read anew with all others.
_PATCH = 20_000


@dataclass(slots=True)
class _Parts:
    """The parts of a corpus that do not change with every coding."""

    source_keys: Keys
    sources: NamedColumns
    user_keys: Keys
    users: NamedColumns
    case_keys: Keys
    cases: NamedColumns
    ownership: Ownership
    attributes: tuple[AttributeColumn, ...]


@dataclass(slots=True)
class _Tree:
    code_keys: Keys
    code_index: NDArray[np.int32]
    codes: CodeColumns


class CorpusCache:
    """The columns of one store: made on first use, then only mended."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._corpus: Corpus | None = None
        self._raw: NDArray[np.void] = np.empty(0, dtype=RAW)
        self._parts: _Parts | None = None
        self._tree: _Tree | None = None

    def upto_date(self, conn: Connection) -> Corpus:
        """The corpus as the connection sees the study."""
        version = history.head(conn)
        with self._lock:
            if self._corpus is None or version < self._corpus.version:
                self._load(conn)
            elif version > self._corpus.version:
                self._mend(conn, self._corpus.version)
            elif self._corpus.version == version:
                return self._corpus
            self._corpus = self._assemble(version)
            return self._corpus

    def _load(self, conn: Connection) -> None:
        self._parts, self._tree = _load_parts(conn), _load_tree(conn)
        self._raw = load_raw(conn)
        self._own(slice(None))
        self._sort()

    def _mend(self, conn: Connection, since: int) -> None:
        kinds, log = _what_changed(conn, since)
        if kinds & _OWNERS or self._parts is None:
            self._parts = _load_parts(conn)
        if kinds & _CODES or self._tree is None:
            self._tree = _load_tree(conn)
        if kinds & _CODINGS:
            self._patch(conn, log)
        if kinds & _OWNERS:
            self._own(slice(None))
            self._sort()

    def _patch(self, conn: Connection, log: list[int]) -> None:
        codings, segments = _touched(conn, log)
        if len(codings) + len(segments) > _PATCH:
            self._raw = load_raw(conn)
            self._own(slice(None))
        else:
            gone = np.isin(self._raw["mark"], keys(mark_of(guid) for guid in codings))
            gone |= np.isin(self._raw["segment"], _segment_keys(conn, segments))
            stale = self._raw["coding"][gone]
            fresh = _reread(conn, codings, segments, stale)
            kept = len(self._raw) - len(stale)
            self._raw = np.concatenate([self._raw[~gone], fresh])
            self._own(slice(kept, None))
        self._sort()

    def _own(self, which: slice) -> None:
        assert self._parts is not None
        part = self._raw[which]
        source = place(part["source"], self._parts.source_keys)
        part["case"] = self._parts.ownership.cases(source, part["start"], part["segment"])

    def _sort(self) -> None:
        raw = self._raw
        order = np.lexsort((raw["coding"], raw["code"], raw["end"], raw["start"], raw["source"]))
        self._raw = raw[order]

    def _assemble(self, version: int) -> Corpus:
        parts, tree, raw = self._parts, self._tree, self._raw
        assert parts is not None
        assert tree is not None
        code = place(raw["code"], tree.code_keys)
        codings = CodingColumns(
            coding=np.ascontiguousarray(raw["coding"]),
            segment=np.ascontiguousarray(raw["segment"]),
            source=place(raw["source"], parts.source_keys),
            start=raw["start"].astype(np.int32),
            end=raw["end"].astype(np.int32),
            code=tree.code_index[code] if len(tree.code_index) else code,
            coder=place(raw["user"], parts.user_keys),
            case=np.ascontiguousarray(raw["case"]),
            created=np.ascontiguousarray(raw["created"]),
            weight=np.ascontiguousarray(raw["weight"]),
            origin=np.ascontiguousarray(raw["origin"]),
        )
        return Corpus(
            version=version,
            sources=parts.sources,
            codes=tree.codes,
            users=parts.users,
            cases=parts.cases,
            codings=codings,
            blocks=parts.ownership.blocks,
            attributes=parts.attributes,
            case_sources=parts.ownership.case_sources,
        )


def _load_parts(conn: Connection) -> _Parts:
    source_keys, sources = load_named(conn, "source", _FACETS)
    user_keys, users = load_named(conn, "user", ("initials",))
    case_keys, cases = load_named(conn, "case", ("kind",))
    return _Parts(
        source_keys, sources, user_keys, users, case_keys, cases,
        load_ownership(conn, source_keys, case_keys),
        load_attributes(conn, {"case": cases.guid, "source": sources.guid}),
    )  # fmt: skip


def _load_tree(conn: Connection) -> _Tree:
    return _Tree(*load_codes(conn))


def _what_changed(conn: Connection, since: int) -> tuple[set[str], list[int]]:
    """The kinds touched since a change, and the changes whose payloads say how."""
    kinds: set[str] = set()
    log: list[int] = []
    query = text("SELECT seq, touched, undoes, redoes FROM change WHERE seq > :since")
    for row in conn.execute(query, {"since": since}):
        kinds |= set(json.loads(row.touched))
        log.append(row.undoes or row.redoes or row.seq)
    return kinds, log


def _touched(conn: Connection, log: list[int]) -> tuple[set[bytes], set[bytes]]:
    found: dict[str, set[bytes]] = {"coding": set(), "segment": set()}
    for seq in log:
        for group in history.payload_of(conn, seq):
            if group.kind in found:
                found[group.kind].update(group.guids)
    return found["coding"], found["segment"]


def _segment_keys(conn: Connection, guids: set[bytes]) -> Keys:
    return keys(row[0] for row in _by_guid(conn, "SELECT id FROM segment", guids))


def _by_guid(conn: Connection, query: str, guids: set[bytes]) -> list[tuple[int]]:
    driver = conn.connection.driver_connection
    assert driver is not None
    found: list[tuple[int]] = []
    for guid in guids:
        found += driver.execute(f"{query} WHERE guid = ?", (guid,)).fetchall()
    return found


def _reread(
    conn: Connection, codings: set[bytes], segments: set[bytes], stale: Keys
) -> NDArray[np.void]:
    wanted = set(stale.tolist())
    wanted |= {row[0] for row in _by_guid(conn, "SELECT id FROM coding", codings)}
    parts = [load_raw(conn, "AND c.id = :id", id=key) for key in sorted(wanted)]
    own = _segment_keys(conn, segments).tolist()
    parts += [load_raw(conn, "AND s.id = :id", id=key) for key in own]
    if not parts:
        return np.empty(0, dtype=RAW)
    fresh = np.concatenate(parts)
    _, first = np.unique(fresh["coding"], return_index=True)
    return fresh[first]
