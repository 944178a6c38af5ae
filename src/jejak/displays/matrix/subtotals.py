"""Subtotals: a place after each group of nested ones, for whatever is at any place of the group."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ...analysis.material import Material
from ...analysis.membership import Membership
from ...analysis.spans import Bools, Ints
from ...model.message import Message
from ...model.query import Query
from ...model.shape import Heading, key_parts, nested_key
from .axis import NONE, Axis, among

__all__ = ["KEY", "Summed", "summed"]

# No entry of any facet has this key: keys of values have a name before the sign.
KEY = "=subtotal"


@dataclass(frozen=True)
class Summed(Axis):
    """An axis with subtotals. ``base`` is it without them; ``at`` says where each place of that stands
    here, ``sums`` which subtotals it is in, the outermost first; ``whole`` which places hold all that is of
    the entries they name, shown or not; ``called`` is what a subtotal is called."""

    base: Axis
    at: Ints
    sums: Ints
    whole: Bools
    called: Message

    @cached_property
    def subtotal(self) -> Bools:
        """Which places are subtotals."""
        found: Bools = self.entries[:, -1] == NONE
        return found

    @cached_property
    def counted(self) -> Bools:
        """Where anything can be counted at all."""
        found = np.zeros(len(self), np.bool_)
        found[self.at] = self.base.counted
        found[self.sums[self.base.counted].reshape(-1)] = True
        return found

    def members(self, place: int) -> tuple[int, ...]:
        """The places that a subtotal is of; any other place, itself."""
        if not self.subtotal[place]:
            return (place,)
        of: list[int] = self.at[(self.sums == place).any(axis=1)].tolist()
        return tuple(of)

    def asked(self, place: int) -> tuple[int, ...]:
        """The places whose queries together find what is at a place."""
        return (place,) if self.whole[place] else self.members(place)

    def terms(self, place: int) -> list[tuple[Query, ...]]:
        """What a query says of a place, division by division; of a subtotal, of its outer ones."""
        entries = self.entries[place].tolist()
        return [
            () if entry == NONE else division.terms(entry)
            for division, entry in zip(self.divisions, entries, strict=True)
        ]

    def material(self, units: Material) -> tuple[Membership | None, Ints]:
        """As :meth:`Axis.material`; material is at a subtotal where it is at any place of its group."""
        table, kind = self.base.material(units)
        if table is None:
            return None, np.zeros(len(self), np.int64)
        subtotals = np.flatnonzero(self.subtotal)
        number = np.full(len(self), -1, np.int64)
        number[subtotals] = np.arange(len(subtotals))
        links = Membership.of_pairs(
            np.repeat(kind, self.sums.shape[1]), number[self.sums].reshape(-1),
            table.size, len(subtotals),
        )  # fmt: skip
        unit = np.repeat(np.arange(len(units)), np.diff(table.first))
        place, subtotal = links.at(table.group)
        kinds = np.empty(len(self), np.int64)
        kinds[self.at] = kind
        kinds[subtotals] = table.size + np.arange(len(subtotals))
        both = Membership.of_pairs(
            np.concatenate([unit, unit[place]]),
            np.concatenate([table.group, table.size + subtotal]),
            len(units),
            table.size + len(subtotals),
        )
        return both, kinds

    def headings(self, query: Callable[[int], str]) -> tuple[Heading, ...]:
        """The headings of all places; a subtotal stands under what it is of."""
        own = self.base.headings(lambda place: query(int(self.at[place])))
        found: list[Heading | None] = [None] * len(self)
        for place, heading in zip(self.at.tolist(), own, strict=True):
            found[place] = heading
        first: dict[int, Heading] = {}
        for row, heading in zip(self.sums.tolist(), own, strict=True):
            for place in row:
                first.setdefault(place, heading)
        for place, heading in first.items():
            outer = int((self.entries[place] != NONE).sum())
            found[place] = Heading(
                nested_key([*key_parts(heading.key)[:outer], KEY]),
                self.called,
                above=heading.above[:outer],
                query=query(place),
                subtotal=True,
            )
        return tuple(heading for heading in found if heading is not None)


def summed(axis: Axis, codings: Ints, called: Message) -> Axis:
    """The axis with a subtotal after each group of its nested places; ``codings`` are those that count.
    One that is not nested stays as it is."""
    levels = axis.entries.shape[1]
    if levels < 2 or not len(axis):
        return axis
    entries, at, sums = _placed(axis.entries.tolist(), levels)
    coding = np.repeat(np.arange(len(codings)), np.diff(axis.codings.first))
    group = axis.codings.group
    many = levels - 1
    table = Membership.of_pairs(
        np.concatenate([coding, np.repeat(coding, many)]),
        np.concatenate([at[group], sums[group].reshape(-1)]),
        len(codings),
        len(entries),
    )
    held = np.bincount(table.group, minlength=len(entries))
    return Summed(
        axis.divisions, entries, table, base=axis, at=at, sums=sums, called=called,
        whole=among(axis.divisions, entries, codings) == held,
    )  # fmt: skip


def _placed(entries: list[list[int]], levels: int) -> tuple[Ints, Ints, Ints]:
    """The entries with those of subtotals between them, where each stands, and in which it is."""
    found: list[list[int]] = []
    at: list[int] = []
    sums = np.empty((len(entries), levels - 1), np.int64)
    begun = [0] * (levels - 1)
    for place, entry in enumerate(entries):
        at.append(len(found))
        found.append(entry)
        after = entries[place + 1] if place + 1 < len(entries) else []
        for level in range(levels - 2, -1, -1):
            outer = level + 1
            if after[:outer] != entry[:outer]:
                sums[begun[level] : place + 1, level] = len(found)
                begun[level] = place + 1
                found.append([*entry[:outer], *[NONE] * (levels - outer)])
    return np.array(found, np.int64), np.array(at, np.int64), sums
