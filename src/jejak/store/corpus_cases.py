"""Whose words a stretch of text is.

The turn of a speaker who is tied to a case is that case's. In a source where some speaker is tied,
the turns of the others (the interviewer's) are nobody's. Elsewhere the words are those of the one
case the source belongs to. A segment tied to a case by hand is that case's, whatever its place.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, text

from ..model.corpus import BlockColumns
from ..model.identity import name_key
from ..model.reading import BLOCK_KINDS
from .corpus_load import Keys, place

__all__ = ["Ownership", "load_ownership"]

Ints = NDArray[np.int32]
_KINDS: dict[str, int] = {kind: number for number, kind in enumerate(BLOCK_KINDS)}


@dataclass(frozen=True, slots=True)
class Ownership:
    """Blocks with their cases, the one case of each source (-1: none or several; -2: turns of
    untied speakers there are nobody's), and segments tied by hand (sorted keys, their cases)."""

    blocks: BlockColumns
    of_source: Ints
    by_hand: tuple[Keys, Ints]
    case_sources: NDArray[np.int32]
    # The blocks in one line: (source, start) as one number, ``span`` to a source.
    line: Keys
    span: int

    def cases(self, source: Ints, start: Ints, segment: Keys) -> Ints:
        """The case of each stretch that begins at ``start`` of ``source`` (dense), or -1."""
        blocks = self.blocks
        owner = (
            np.maximum(self.of_source[source], -1)
            if len(self.of_source)
            else np.full_like(source, -1)
        )
        if len(blocks.start):
            where = source.astype(np.int64) * self.span + np.minimum(start, self.span - 1)
            at = np.searchsorted(self.line, where, side="right") - 1
            inside = (at >= 0) & (blocks.source[at] == source) & (blocks.end[at] > start)
            spoken = inside & (blocks.speaker[at] >= 0)
            tied = spoken & (blocks.case[at] >= 0)
            strangers = spoken & ~tied & (self.of_source[source] == -2)
            owner = np.where(tied, blocks.case[at], np.where(strangers, -1, owner))
        tied_keys, tied_cases = self.by_hand
        if len(tied_keys):
            hand = place(segment, tied_keys)
            owner = np.where(hand >= 0, tied_cases[hand], owner)
        return owner.astype(np.int32)


def load_ownership(conn: Connection, sources: Keys, cases: Keys) -> Ownership:
    """Read blocks, speakers and links."""
    member = _members(conn, sources, cases)
    global_, local = _speakers(conn, sources, cases)
    query = (
        'SELECT source_id, start, "end", number, speaker, time, kind FROM block '
        "WHERE kind <> 'page' ORDER BY source_id, start"
    )
    rows = list(map(tuple, conn.exec_driver_sql(query)))
    column = list(zip(*rows, strict=True)) if rows else [()] * 7
    names: dict[str, int] = {}
    speaker = np.fromiter(
        (-1 if name is None else names.setdefault(name, len(names)) for name in column[4]),
        np.int32,
        len(rows),
    )
    source = place(np.fromiter(column[0], np.int64), sources)
    everywhere = np.array([global_.get(name_key(name), -1) for name in names] or [-1], np.int32)
    case = np.where(speaker >= 0, everywhere[speaker], -1).astype(np.int32)
    for (at, key), number in local.items():
        same = [index for name, index in names.items() if name_key(name) == key]
        case[(source == at) & np.isin(speaker, same)] = number
    of_source = _of_source(len(sources), member, source[case >= 0])
    blocks = BlockColumns(
        source=source,
        start=np.fromiter(column[1], np.int32),
        end=np.fromiter(column[2], np.int32),
        number=np.fromiter(column[3], np.int32),
        case=case,
        speaker=speaker,
        time=np.fromiter((-1 if t is None else t for t in column[5]), np.int64),
        first=np.searchsorted(source, np.arange(len(sources) + 1)).astype(np.int64),
        speakers=tuple(names),
        kind=np.fromiter((_KINDS.get(kind, -1) for kind in column[6]), np.int32),
    )
    span = int(blocks.end.max(initial=0)) + 1
    spoken = np.stack([source[case >= 0], case[case >= 0]])
    pairs = np.unique(np.concatenate([member, spoken], axis=1)[::-1].T, axis=0)
    return Ownership(
        blocks,
        of_source,
        _by_hand(conn, cases),
        pairs.astype(np.int32),
        blocks.source.astype(np.int64) * span + blocks.start,
        span,
    )


def _members(conn: Connection, sources: Keys, cases: Keys) -> Ints:
    """The pairs (source, case) of sources that belong to a case, as two rows, each once."""
    query = (
        "SELECT s.id, c.id FROM link l JOIN source s ON s.guid = l.target "
        "JOIN \"case\" c ON c.guid = l.owner WHERE l.role = 'member'"
    )
    found = np.array(list(map(tuple, conn.exec_driver_sql(query))), np.int64).reshape(-1, 2).T
    pairs = np.stack([place(found[0], sources), place(found[1], cases)])
    return np.unique(pairs, axis=1)


def _speakers(
    conn: Connection, sources: Keys, cases: Keys
) -> tuple[dict[str, int], dict[tuple[int, str], int]]:
    everywhere: dict[str, int] = {}
    local: dict[tuple[int, str], int] = {}
    for row in conn.execute(text("SELECT name, case_id, source_id FROM speaker ORDER BY id")):
        case = int(np.searchsorted(cases, row.case_id))
        if row.source_id is None:
            everywhere[name_key(row.name)] = case
        else:
            local[int(np.searchsorted(sources, row.source_id)), name_key(row.name)] = case
    return everywhere, local


def _of_source(count: int, member: Ints, with_tied: Ints) -> Ints:
    owner = np.full(count, -1, dtype=np.int32)
    source, case = member
    alone = np.bincount(source, minlength=count)[source] == 1
    owner[source[alone]] = case[alone]
    owner[np.unique(with_tied)] = -2
    return owner


def _by_hand(conn: Connection, cases: Keys) -> tuple[Keys, Ints]:
    query = text(
        'SELECT s.id AS segment, c.id AS "case" FROM link l JOIN segment s ON s.guid = l.target '
        "JOIN \"case\" c ON c.guid = l.owner WHERE l.role = 'member'"
    )
    found = {row.segment: row.case for row in conn.execute(query)}
    tied = np.array(sorted(found), dtype=np.int64)
    return tied, place(np.array([found[key] for key in tied.tolist()], dtype=np.int64), cases)
