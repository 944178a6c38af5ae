"""The columns of a large study, kept in its file beside the rows they are made from.

Whoever opens the study next need not make them anew. They are numbers only: keys, places, times and
weights; whatever has words or a name is read from the rows. They are true at one change and are
mended by those that followed, as columns in memory are. Nothing rests on them: where they are
missing, damaged, of another program's version or of another study, the rows are read.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection, select
from sqlalchemy.exc import DatabaseError

from ..model.coding import ORIGINS
from ..model.reading import BLOCK_KINDS
from . import moments
from .coding_table import COLUMNS, Places
from .corpus_cases import Ownership, block_columns, load_ownership, owning
from .corpus_load import Keys, batches, marks
from .kept_arrays import Arrays, keep_arrays, kept_at, read_arrays
from .schema import SCHEMA_VERSION, tables

__all__ = ["Kept", "keep", "read_kept", "told"]

# Whoever changes what an array means, or whose words a stretch is, raises the number. The form of the
# study, what an index means and which names are the same are part of it too.
_FORM = repr((1, SCHEMA_VERSION, unicodedata.unidata_version, ORIGINS, BLOCK_KINDS))
# After more changes than this the rows are read anew: to follow each change takes longer.
_FOLLOWED = 1_000
_BLOCKS = {name: "i8" if name == "time" else "i4" for name in
           ("source", "start", "end", "number", "case", "speaker", "time", "kind")}  # fmt: skip
_OTHERS = {
    "keys of sources": "i8", "keys of users": "i8", "keys of cases": "i8", "keys of codes": "i8",
    "rows of codes": "i4", "cases of sources": "i4", "tied segments": "i8",
    "cases of tied segments": "i4", "cases with sources": "i4", "blocks of speakers": "i8",
}  # fmt: skip
_WANTED = {
    **{f"coding {name}": dtype for name, dtype in COLUMNS.items()},
    **{f"block {name}": dtype for name, dtype in _BLOCKS.items()},
    **_OTHERS,
}
# Where an index must lie: the least it may be, and how many there are to point to.
_WITHIN = {
    "coding source": (0, "keys of sources"), "coding code": (-1, "keys of codes"),
    "coding coder": (-1, "keys of users"), "coding case": (-1, "keys of cases"),
    "block source": (0, "keys of sources"), "block case": (-1, "keys of cases"),
    "block speaker": (-1, "blocks of speakers"), "rows of codes": (0, "keys of codes"),
    "cases of sources": (-2, "keys of cases"), "cases of tied segments": (-1, "keys of cases"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kept:
    """The columns as they were at change ``seq``, and where keys stood in them then; ``heard`` says
    whether all speakers still have their names where they had them."""

    seq: int
    places: Places
    cases: Keys
    codings: Arrays
    heard: bool = True

    def ownership(self, conn: Connection, sources: Keys, cases: Keys) -> Ownership:
        """Whose words stretches are, if no change since touched that: as it is kept, or read anew
        where sources or cases are not those it was made for."""
        same = np.array_equal(sources, self.places.sources) and np.array_equal(cases, self.cases)
        if self.heard and same:
            return self.places.ownership
        return load_ownership(conn, sources, cases)

    def __len__(self) -> int:
        return len(self.codings["coding"]) + len(self.places.ownership.blocks.start)


def keep(conn: Connection, kept: Kept) -> bool:
    """Keep the columns in the file, in place of what was kept before. Whether that may be: not those
    of a study that a participant was yet to leave."""
    rests = _digest_of(conn, kept.seq)
    if rests is None or kept.seq < moments.last_withdrawal(conn):
        return False
    keep_arrays(conn, _FORM, kept.seq, rests, told(kept))
    return True


def told(kept: Kept) -> Arrays:
    """All that is kept, by what it is called there."""
    places, ownership = kept.places, kept.places.ownership
    others = (
        places.sources, places.users, kept.cases, places.codes, places.code_index,
        ownership.of_source, *ownership.by_hand, ownership.case_sources.ravel(), ownership.voices,
    )  # fmt: skip
    return {
        **{f"coding {name}": column for name, column in kept.codings.items()},
        **{f"block {name}": getattr(ownership.blocks, name) for name in _BLOCKS},
        **dict(zip(_OTHERS, others, strict=True)),
    }


def read_kept(conn: Connection, version: int) -> Kept | None:
    """What is kept, where it can be mended to change ``version``; else ``None``."""
    try:
        # Apart: what meets a damaged page cannot be ended as if nothing were.
        with conn.engine.connect() as apart, apart.begin():
            at = kept_at(apart)
            if at is None or not _stands(conn, at, version):
                return None
            found = read_arrays(apart, at, _WANTED)
    except (DatabaseError, sqlite3.DatabaseError):
        return None
    return _made(conn, at[1], found) if found is not None and _sound(found) else None


def _stands(conn: Connection, at: tuple[str, int, bytes], version: int) -> bool:
    form, seq, rests = at
    if form != _FORM or not version - _FOLLOWED <= seq <= version:
        return False
    return rests == _digest_of(conn, seq) and seq >= moments.last_withdrawal(conn)


def _digest_of(conn: Connection, seq: int) -> bytes | None:
    change = tables.change
    return conn.execute(select(change.c.digest).where(change.c.seq == seq)).scalar()


def _sound(found: Arrays) -> bool:
    """Whether columns are equally long and no index points beyond what there is."""
    for group in ("coding ", "block "):
        if len({len(found[name]) for name in found if name.startswith(group)}) != 1:
            return False
    alike = (
        ("keys of sources", "cases of sources"), ("keys of codes", "rows of codes"),
        ("tied segments", "cases of tied segments"),
    )  # fmt: skip
    if any(len(found[one]) != len(found[other]) for one, other in alike):
        return False
    return all(
        not len(found[name])
        or (found[name].min() >= least and found[name].max() < len(found[among]))
        for name, (least, among) in _WITHIN.items()
    )


def _made(conn: Connection, seq: int, found: Arrays) -> Kept:
    voices = found["blocks of speakers"]
    names = _speakers(conn, voices)
    blocks = block_columns(
        {name: found[f"block {name}"] for name in _BLOCKS},
        len(found["keys of sources"]),
        tuple(names.get(key, "") for key in voices.tolist()),
    )
    ownership = owning(
        blocks,
        found["cases of sources"],
        (found["tied segments"], found["cases of tied segments"]),
        found["cases with sources"].reshape(-1, 2),
        voices,
    )
    places = Places(
        found["keys of sources"], found["keys of users"], found["keys of codes"],
        found["rows of codes"], ownership,
    )  # fmt: skip
    codings = {name: found[f"coding {name}"] for name in COLUMNS}
    return Kept(seq, places, found["keys of cases"], codings, len(names) == len(voices))


def _speakers(conn: Connection, blocks: Keys) -> dict[int, str]:
    """The names of the speakers of some blocks, by the keys of the blocks."""
    driver = conn.connection.driver_connection
    assert driver is not None
    query = "SELECT id, speaker FROM block WHERE speaker IS NOT NULL AND id IN ({})"
    return {
        key: name
        for part in batches(blocks.tolist())
        for key, name in driver.execute(query.format(marks(part)), part)
    }
