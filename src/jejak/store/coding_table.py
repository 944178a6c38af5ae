"""Codings as sorted columns that are mended where a change touched them, never made anew for it.

Arrays are replaced, not written into: a corpus handed out before stays what it was.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from ..model.corpus import CodingColumns
from .corpus_cases import Ownership
from .corpus_load import Keys, keys, load_raw, mark_of, place
from .rows import keys_of

__all__ = ["COLUMNS", "CodingTable", "Places"]

# The columns that are held, as what.
COLUMNS = {
    "coding": "i8", "segment": "i8", "source": "i4", "start": "i4", "end": "i4", "code": "i4",
    "coder": "i4", "case": "i4", "created": "i8", "weight": "f4", "origin": "i4", "mark": "i8",
}  # fmt: skip
_TOLD = [name for name in COLUMNS if name != "mark"]
# So few touched codings are looked for one by one.
_FEW = 16


@dataclass(frozen=True, slots=True)
class Places:
    """Where internal keys stand in the tables of a corpus: sorted keys of sources and users by
    index; the keys of codes with the index each has in the tree."""

    sources: Keys
    users: Keys
    codes: Keys
    code_index: NDArray[np.int32]
    ownership: Ownership

    def of_codes(self, found: Keys) -> NDArray[np.int32]:
        """The index in the tree of each key; -1 where it is not there."""
        at = place(found, self.codes)
        return np.append(self.code_index, np.int32(-1))[at]

    def keys_of_codes(self) -> Keys:
        """The keys of the codes in the order of the tree."""
        ordered = np.empty(len(self.codes), np.int64)
        ordered[self.code_index] = self.codes
        return ordered


@dataclass(slots=True)
class CodingTable:
    """The columns, sorted by (source, start, end, code, coding), with a mark of each GUID."""

    _columns: dict[str, NDArray[Any]] = field(default_factory=dict)

    def load(self, conn: Connection, places: Places) -> None:
        """Read all codings."""
        self._columns = _dense(load_raw(conn), places)
        self._sort()

    def held(self) -> dict[str, NDArray[Any]]:
        """All that is held, to be kept or to begin a table with."""
        return dict(self._columns)

    def columns(self) -> CodingColumns:
        """The columns as analysis has them."""
        return CodingColumns(**{name: self._columns[name] for name in _TOLD})

    def replace(self, before: Places, after: Places) -> None:
        """Say everything by new places, after codes, sources, users or owners changed."""
        columns = self._columns = dict(self._columns)
        source = place(before.sources, after.sources)
        code = after.of_codes(before.keys_of_codes())
        columns["source"] = _moved(columns["source"], source)
        columns["coder"] = _moved(columns["coder"], place(before.users, after.users))
        columns["code"] = _moved(columns["code"], code)
        if after.ownership is not before.ownership:
            columns["case"] = after.ownership.cases(
                columns["source"], columns["start"], columns["segment"]
            )
        if not (_rising(code) and _rising(source)):
            self._sort()

    def patch(
        self, conn: Connection, codings: set[bytes], segments: set[bytes], places: Places
    ) -> None:
        """Read anew what a change touched: codings and segments, by GUID."""
        own = keys(keys_of(conn, "segment", list(segments)).values())
        gone = _rows(self._columns["mark"], keys(mark_of(guid) for guid in codings))
        gone = np.union1d(gone, _rows(self._columns["segment"], own))
        wanted = set(self._columns["coding"][gone].tolist())
        wanted.update(keys_of(conn, "coding", list(codings)).values())
        fresh = _dense(_reread(conn, wanted, own), places)
        order = _order(fresh)
        fresh = {name: column[order] for name, column in fresh.items()}
        at = self._where(fresh)
        if len(gone):
            # Places are counted without what goes.
            at = at - np.searchsorted(gone, at)
        self._columns = {
            name: _spliced(column, gone, at, fresh[name]) for name, column in self._columns.items()
        }

    def _where(self, fresh: dict[str, NDArray[Any]]) -> NDArray[np.int64]:
        """Before which row each of some sorted rows belongs."""
        columns = self._columns
        low, high = (
            columns["source"].searchsorted(fresh["source"], side) for side in ("left", "right")
        )
        found = np.empty(len(low), np.int64)
        names = ("start", "end", "code", "coding")
        for row, (first, last) in enumerate(zip(low.tolist(), high.tolist(), strict=True)):
            begin, end = first, last
            for name in names:
                value, part = fresh[name][row], columns[name]
                begin, end = (
                    begin + int(part[begin:end].searchsorted(value, "left")),
                    begin + int(part[begin:end].searchsorted(value, "right")),
                )
            found[row] = begin
        return found

    def _sort(self) -> None:
        order = _order(self._columns)
        self._columns = {name: column[order] for name, column in self._columns.items()}


def _dense(raw: NDArray[np.void], places: Places) -> dict[str, NDArray[Any]]:
    source = place(raw["source"], places.sources)
    start = raw["start"].astype(np.int32)
    segment = np.ascontiguousarray(raw["segment"])
    found: dict[str, NDArray[Any]] = {
        name: np.ascontiguousarray(raw[name])
        for name in ("coding", "created", "weight", "origin", "mark")
    }
    return found | {
        "segment": segment,
        "source": source,
        "start": start,
        "end": raw["end"].astype(np.int32),
        "code": places.of_codes(raw["code"]),
        "coder": place(raw["user"], places.users),
        "case": places.ownership.cases(source, start, segment),
    }


def _order(columns: dict[str, NDArray[Any]]) -> NDArray[np.int64]:
    first = columns["source"].astype(np.int64) << 32 | columns["start"]
    second = columns["end"].astype(np.int64) << 32 | (columns["code"].astype(np.int64) + 1)
    return np.lexsort((columns["coding"], second, first))


def _moved(column: NDArray[Any], to: NDArray[np.int32]) -> NDArray[Any]:
    """The column with each index ``i`` as ``to[i]``; the same one where nothing moved."""
    if np.array_equal(to, np.arange(len(to))):
        return column
    moved: NDArray[np.int32] = np.append(to, np.int32(-1))[column]
    return moved


def _rising(to: NDArray[np.int32]) -> bool:
    kept = to[to >= 0]
    return len(kept) == len(to) and bool(np.all(np.diff(kept) > 0))


def _rows(column: Keys, wanted: Keys) -> Keys:
    """The rows at which a column has one of the values, rising."""
    if len(wanted) == 0:
        return np.empty(0, np.int64)
    if len(wanted) <= _FEW:
        parts = [np.flatnonzero(column == one) for one in np.unique(wanted)]
        return np.sort(np.concatenate(parts))
    return np.flatnonzero(place(column, np.unique(wanted)) >= 0)


def _spliced(
    column: NDArray[Any], gone: Keys, at: NDArray[np.int64], fresh: NDArray[Any]
) -> NDArray[Any]:
    left: NDArray[Any] = np.delete(column, gone) if len(gone) else column
    return np.insert(left, at, fresh) if len(fresh) else left


def _reread(conn: Connection, codings: set[int], segments: Keys) -> NDArray[np.void]:
    parts = [load_raw(conn, "c.id", sorted(codings)), load_raw(conn, "s.id", segments.tolist())]
    fresh = np.concatenate(parts)
    _, first = np.unique(fresh["coding"], return_index=True)
    return fresh[first]
