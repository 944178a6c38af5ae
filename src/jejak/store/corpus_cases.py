"""Whose words a stretch of text is.

The turn of a speaker who is tied to a case is that case's. In a source where some speaker is tied,
the turns of the others (the interviewer's) are nobody's. Elsewhere the words are those of the one
case the source belongs to. A segment tied to a case by hand is that case's, whatever its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, text

from ..model.corpus import BlockColumns
from ..model.identity import name_key
from ..model.reading import BLOCK_KINDS
from .corpus_load import Keys, place
from .whole_columns import whole_columns

__all__ = ["Ownership", "block_columns", "load_ownership", "owning"]

Ints = NDArray[np.int32]
_KIND = "CASE kind " + " ".join(
    f"WHEN '{kind}' THEN {number}" for number, kind in enumerate(BLOCK_KINDS)
) + " ELSE -1 END"  # fmt: skip
_BLOCKS = (
    ("id", "i"),
    ("source_id", "i"),
    ("start", "i"),
    ('"end"', "i"),
    ("number", "i"),
    ("ifnull(time, -1)", "i"),
    (_KIND, "i"),
    ("speaker", "t"),
)
_IN_ORDER = "(SELECT * FROM block WHERE kind <> 'page' ORDER BY source_id, start)"


@dataclass(frozen=True, slots=True)
class Ownership:
    """Blocks with their cases, the one case of each source (-1: none or several; -2: turns of
    untied speakers there are nobody's), and segments tied by hand (sorted keys, their cases).
    ``voices`` are keys of blocks: the first that each speaker says."""

    blocks: BlockColumns
    of_source: Ints
    by_hand: tuple[Keys, Ints]
    case_sources: NDArray[np.int32]
    voices: Keys
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
    own, keys_, start, end, number, time, kind, said = whole_columns(conn, _BLOCKS, _IN_ORDER)
    names: dict[str, int] = {}
    speaker = np.fromiter(
        (-1 if name is None else names.setdefault(name, len(names)) for name in said),
        np.int32,
        len(said),
    )
    source = place(keys_, sources)
    everywhere = np.array([global_.get(name_key(name), -1) for name in names] or [-1], np.int32)
    case = np.where(speaker >= 0, everywhere[speaker], -1).astype(np.int32)
    for (at, key), of_case in local.items():
        same = [index for name, index in names.items() if name_key(name) == key]
        case[(source == at) & np.isin(speaker, same)] = of_case
    of_source = _of_source(len(sources), member, source[case >= 0])
    columns = {"source": source, "start": start, "end": end, "number": number, "case": case,
               "speaker": speaker, "time": time, "kind": kind}  # fmt: skip
    tied = case >= 0
    pairs = _each_pair(
        np.concatenate([member[1], case[tied]]), np.concatenate([member[0], source[tied]])
    )
    return owning(
        block_columns(columns, len(sources), tuple(names)),
        of_source,
        _by_hand(conn, cases),
        np.stack(pairs, axis=1),
        _first_said(own, speaker, len(names)),
    )


def block_columns(
    columns: dict[str, NDArray[Any]], sources: int, speakers: tuple[str, ...]
) -> BlockColumns:
    """The columns of blocks in their order, with where each of so many sources begins in them."""
    narrow: dict[str, Any] = {
        name: column if name == "time" else column.astype(np.int32, copy=False)
        for name, column in columns.items()
    }
    first = np.searchsorted(narrow["source"], np.arange(sources + 1)).astype(np.int64)
    return BlockColumns(**narrow, first=first, speakers=speakers)


def owning(
    blocks: BlockColumns,
    of_source: Ints,
    by_hand: tuple[Keys, Ints],
    case_sources: Ints,
    voices: Keys,
) -> Ownership:
    """Whose words stretches are, by these blocks and ties."""
    span = int(blocks.end.max(initial=0)) + 1
    line = blocks.source.astype(np.int64) * span + blocks.start
    return Ownership(blocks, of_source, by_hand, case_sources, voices, line, span)


def _first_said(own: Keys, speaker: Ints, speakers: int) -> Keys:
    """The key of the first block of each speaker."""
    found = np.zeros(speakers, np.int64)
    spoken = np.flatnonzero(speaker >= 0)[::-1]
    # Of several values for one place the last one stays.
    found[speaker[spoken]] = own[spoken]
    return found


def _members(conn: Connection, sources: Keys, cases: Keys) -> Ints:
    """The pairs (source, case) of sources that belong to a case, as two rows, each once."""
    of = (
        "link l JOIN source s ON s.guid = l.target "
        "JOIN \"case\" c ON c.guid = l.owner WHERE l.role = 'member'"
    )
    source, case = whole_columns(conn, (("s.id", "i"), ("c.id", "i")), of)
    return np.array(_each_pair(place(source, sources), place(case, cases)), np.int32)


def _each_pair(first: Ints, second: Ints) -> tuple[Ints, Ints]:
    """The pairs of two columns of indexes (-1 for none), each once, by the first and then the
    second."""
    keys_ = np.sort((first.astype(np.int64) + 1) << 32 | (second.astype(np.int64) + 1))
    keys_ = keys_[np.append(True, keys_[1:] != keys_[:-1])] if len(keys_) else keys_
    low = (keys_ & 0xFFFFFFFF) - 1
    return ((keys_ >> 32) - 1).astype(np.int32), low.astype(np.int32)


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
