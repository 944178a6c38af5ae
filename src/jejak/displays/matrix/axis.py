"""The rows or the columns of a matrix: facets nested in one another, divided and put in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from ...analysis.material import Material
from ...analysis.membership import Membership
from ...analysis.spans import Bools, Ints, different, how_many
from ...model.query import Query
from ...model.shape import Heading, nested_key
from .facet import Division

__all__ = ["NONE", "Axis", "among", "axis_of"]

# The entry of a division that a place does not name.
NONE = -1


@dataclass(frozen=True)
class Axis:
    """One side of a matrix. A place on it is an entry of each of its ``divisions``, the outermost
    first: ``entries`` has a row a place, a column a division. ``codings`` says at which places each
    of the codings that count (by their place among them) is; ``known`` is :attr:`counts` where they
    were counted already."""

    divisions: tuple[Division, ...]
    entries: Ints
    codings: Membership
    known: Ints | None = field(default=None, kw_only=True)

    def __len__(self) -> int:
        return len(self.entries)

    @cached_property
    def counts(self) -> Ints:
        """How many codings are at each place, or at the least where there are too few to look."""
        if self.known is not None:
            return self.known
        found = how_many(self.codings.group, len(self))
        for level, division in enumerate(self.divisions):
            if division.surely is not None:
                found = found + division.surely[self.entries[:, level]]
        return found

    def counts_where(self, other: Axis) -> Ints:
        """How many codings are at each place, of those that are anywhere on the other axis."""
        table, somewhere = self.codings, other.codings.somewhere
        if somewhere.all():
            return self.counts
        kept = np.repeat(somewhere, np.diff(table.first))
        return np.bincount(table.group[kept], minlength=len(self))

    @cached_property
    def counted(self) -> Bools:
        """Where anything can be counted at all."""
        found = np.ones(len(self), np.bool_)
        for level, division in enumerate(self.divisions):
            can = [division.counted(entry) for entry in range(division.size)]
            if not all(can):
                found &= np.array(can)[self.entries[:, level]]
        return found

    @cached_property
    def subtotal(self) -> Bools:
        """Which places are subtotals."""
        return np.zeros(len(self), np.bool_)

    def members(self, place: int) -> tuple[int, ...]:
        """The places that a place is made of: itself."""
        return (place,)

    def asked(self, place: int) -> tuple[int, ...]:
        """The places whose queries together find what is at a place."""
        return (place,)

    def only(self, places: Ints) -> Axis:
        """These places alone, in this order."""
        if len(places) == len(self) and bool(np.all(places[1:] > places[:-1])):
            return self
        at = np.full(len(self) + 1, -1, np.int32)
        at[places] = np.arange(len(places))
        table, group = self.codings, at[self.codings.group]
        kept = group >= 0
        # Memberships are counted by the million: as narrow numbers as long as these hold them.
        before = np.zeros(len(kept) + 1, np.int32 if len(kept) < 1 << 31 else np.int64)
        np.cumsum(kept, out=before[1:])
        first = before[table.first].astype(np.int64)
        return Axis(
            self.divisions,
            self.entries[places],
            replace(table, first=first, group=group[kept], size=len(places)),
            known=self.counts[places],
        )

    def terms(self, place: int) -> list[tuple[Query, ...]]:
        """What a query says of a place, division by division."""
        entries = self.entries[place].tolist()
        return [
            division.terms(entry) for division, entry in zip(self.divisions, entries, strict=True)
        ]

    def material(self, units: Material) -> tuple[Membership | None, Ints]:
        """The places of each unit of material, as *kinds* of places, and the kind of each place:
        places that differ only in what any material could be are of one kind. ``None``: any unit
        could be at any place."""
        found = [division.material(units) for division in self.divisions]
        levels = [level for level, membership in enumerate(found) if membership is not None]
        if not levels:
            return None, np.zeros(len(self), np.int64)
        sizes = [self.divisions[level].size for level in levels]
        packed = _packed(self.entries[:, levels], sizes)
        kinds = different(packed)
        unit, key = _expanded(
            [membership for membership in found if membership is not None], len(units)
        )
        at = np.minimum(np.searchsorted(kinds, key), max(len(kinds) - 1, 0))
        here = kinds[at] == key if len(kinds) else np.zeros(len(key), np.bool_)
        table = Membership.of_pairs(unit[here], at[here], len(units), len(kinds))
        return table, np.searchsorted(kinds, packed)

    def headings(self, query: Callable[[int], str]) -> tuple[Heading, ...]:
        """The headings of all places; ``query`` says what finds the codings of one."""
        by_level = [
            self._of_level(level, division) for level, division in enumerate(self.divisions)
        ]
        return tuple(
            replace(_nested([level[entry] for level, entry in zip(by_level, row, strict=True)]),
                    query=query(place))
            for place, row in enumerate(self.entries.tolist())
        )  # fmt: skip

    def _of_level(self, level: int, division: Division) -> dict[int, Heading]:
        entries = list(dict.fromkeys(self.entries[:, level].tolist()))
        return dict(zip(entries, division.headings(entries), strict=True))


def _nested(headings: Sequence[Heading]) -> Heading:
    *outer, inner = headings
    if not outer:
        return inner
    return replace(
        inner,
        key=nested_key(heading.key for heading in headings),
        depth=0,
        above=tuple(heading.label for heading in outer),
    )


def axis_of(
    divisions: Sequence[Division], counted: Ints, units: Material | None, *, coded: Sequence[bool]
) -> Axis:
    """An axis over the codings ``counted``.

    One facet has all its entries as places. Of several, nested, only what occurs: in codings, where
    ``units`` are given in material, and of cases and rated variables also where a case is rated.
    ``coded`` are the facets whose entries material says nothing about.
    """
    tables = [division.codings for division in divisions]
    if len(divisions) == 1:
        entries = np.arange(divisions[0].size, dtype=np.int64).reshape(-1, 1)
        return Axis(tuple(divisions), entries, tables[0].of(counted))
    row, key = _expanded(tables, len(counted), counted)
    found = [key]
    if units is not None and not any(coded):
        parts = [division.material(units) for division in divisions]
        known = [part for part in parts if part is not None]
        if len(known) == len(parts):
            found.append(_expanded(known, len(units))[1])
    if any(division.rated is not None for division in divisions):
        by_case = [division.by_case() for division in divisions]
        told = [one for one in by_case if one is not None]
        if len(told) == len(by_case):
            found.append(_expanded(told, len(told[0].first) - 1)[1])
    keys = different(np.concatenate(found))
    first = np.searchsorted(row, np.arange(len(counted) + 1)).astype(np.int64)
    entries = _unpacked(keys, [division.size for division in divisions])
    return Axis(tuple(divisions), entries, Membership(first, np.searchsorted(keys, key), len(keys)))


def among(divisions: Sequence[Division], entries: Ints, counted: Ints) -> Ints:
    """How many of the codings ``counted`` are in all the entries that each place names; it may leave
    the last of them open (:data:`NONE`)."""
    found = np.empty(len(entries), np.int64)
    named = (entries != NONE).sum(axis=1)
    for many in np.unique(named).tolist():
        here = np.flatnonzero(named == many)
        sizes = [division.size for division in divisions[:many]]
        key = _expanded([one.codings for one in divisions[:many]], len(counted), counted)[1]
        keys, counts = np.unique(key, return_counts=True)
        wanted = _packed(entries[here, :many], sizes)
        at = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
        known = keys[at] == wanted if len(keys) else np.zeros(len(wanted), np.bool_)
        found[here] = np.where(known, counts[at] if len(keys) else 0, 0)
    return found


def _expanded(
    tables: Sequence[Membership], count: int, rows: Ints | None = None
) -> tuple[Ints, Ints]:
    """For each row every combination of its groups in all tables, as (row, one number)."""
    asked = np.arange(count) if rows is None else rows
    place, key = np.arange(count), np.zeros(count, np.int64)
    for table in tables:
        at, group = table.at(asked[place])
        key = key[at] * table.size + group
        place = place[at]
    return place, key


def _packed(entries: Ints, sizes: Sequence[int]) -> Ints:
    key = np.zeros(len(entries), np.int64)
    for level, size in enumerate(sizes):
        key = key * size + entries[:, level]
    return key


def _unpacked(keys: Ints, sizes: Sequence[int]) -> Ints:
    columns = []
    for size in reversed(sizes):
        keys, entry = np.divmod(keys, max(size, 1))
        columns.append(entry)
    return np.stack(columns[::-1], axis=1) if columns else np.zeros((len(keys), 0), np.int64)
