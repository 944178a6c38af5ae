"""Stretches of text that coders marked, in one or more sources: what unitizing coefficients take.

Nothing here is ever laid out character by character. Sources stand one after the other on one line,
a source's place on it being ``offset[source]``, and everything is worked out between the places
where some stretch begins or is over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ...errors import InvalidInput
from ..spans import Bools, Ints, changes, different

__all__ = ["Continuum", "Overlapping"]


@dataclass(frozen=True, slots=True)
class Overlapping:
    """Where a coder has two values at one place: ``start .. end`` in a source, and the values."""

    coder: str
    source: str
    start: int
    end: int
    values: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Continuum:
    """Stretches by coder: parallel columns, sorted by (coder, value, source, start).

    ``length[s]`` is that of a source; ``read[c, s]`` whether the coder read it. What somebody did not
    read is missing, what they read and did not mark is uncoded. Stretches of one coder and value that
    overlap are one; those that only touch stay two.
    """

    coders: tuple[str, ...]
    values: tuple[str, ...]
    sources: tuple[str, ...]
    length: Ints
    read: Bools
    coder: Ints
    value: Ints
    source: Ints
    start: Ints
    end: Ints

    @classmethod
    def from_spans(
        cls,
        spans: Iterable[Sequence[Any]],
        *,
        length: int | None = None,
        lengths: Mapping[str, int] | None = None,
        coders: Sequence[str] | None = None,
        values: Sequence[str] | None = None,
        read: Iterable[tuple[str, str]] | None = None,
    ) -> Continuum:
        """From rows ``(coder, start, end, value)`` in one text of ``length``, or ``(coder, start, end,
        value, source)`` in sources of ``lengths``.

        ``read`` says who read which source, as pairs (coder, source); without it all read all. Whoever
        marked something in a source has read it. ``coders`` and ``values`` add those that marked
        nothing and were not used. Raises :class:`InvalidInput` for a stretch that is not in its source.
        """
        rows = [(*row[:4], row[4] if len(row) > 4 else "") for row in spans]
        long = dict(lengths) if lengths is not None else {"": length or 0}
        who = _names(coders, (row[0] for row in rows))
        what = _names(values, (row[3] for row in rows))
        for coder, start, end, _, source in rows:
            if source not in long or not 0 <= start <= end <= long[source]:
                raise InvalidInput(
                    "outside-its-source",
                    f"{start}–{end} of {coder} does not lie within its source.",
                    "Give the length of each source.",
                )
        at = {name: number for number, name in enumerate(long)}
        seen = np.full((len(who), len(at)), read is None)
        for coder, source in read or ():
            seen[who[coder], at[source]] = True
        columns = [
            np.array([of(row) for row in rows], np.int64)
            for of in (
                lambda row: who[row[0]], lambda row: what[row[3]], lambda row: at[row[4]],
                lambda row: row[1], lambda row: row[2],
            )
        ]  # fmt: skip
        return cls.from_columns(
            tuple(who), tuple(what), tuple(at), np.array(list(long.values()), np.int64), seen, *columns
        )  # fmt: skip

    @classmethod
    def from_columns(
        cls,
        coders: tuple[str, ...],
        values: tuple[str, ...],
        sources: tuple[str, ...],
        length: Ints,
        read: Bools,
        coder: Ints,
        value: Ints,
        source: Ints,
        start: Ints,
        end: Ints,
    ) -> Continuum:
        """From columns that may be in any order, with stretches that overlap or stand there twice."""
        there = end > start
        coder, value, source, start, end = (
            column[there].astype(np.int64) for column in (coder, value, source, start, end)
        )
        seen = read.copy()
        seen[coder, source] = True
        order = np.lexsort((end, start, source, value, coder))
        coder, value, source, start, end = (
            column[order] for column in (coder, value, source, start, end)
        )
        if len(start):
            # The furthest end so far, within one coder, value and source.
            first = changes(coder, value, source)
            lift = np.cumsum(first) * (int(end.max()) + 1)
            reach = np.maximum.accumulate(end + lift) - lift
            begins = first.copy()
            begins[1:] |= start[1:] >= reach[:-1]
            rows = np.flatnonzero(begins)
            end = reach[np.append(rows[1:], len(start)) - 1]
            coder, value, source, start = (one[rows] for one in (coder, value, source, start))
        return cls(coders, values, sources, length, seen, coder, value, source, start, end)

    def __len__(self) -> int:
        return len(self.start)

    @property
    def offset(self) -> Ints:
        """Where each source begins on the line, and where the last is over."""
        return np.concatenate([np.zeros(1, np.int64), np.cumsum(self.length, dtype=np.int64)])

    def ends(self) -> tuple[Ints, Ints]:
        """Where each stretch begins and is over on the line."""
        base = self.offset[self.source]
        return base + self.start, base + self.end

    def readers(self) -> Ints:
        """How many coders read each source."""
        return np.asarray(self.read.sum(0, dtype=np.int64))

    def of_values(self, chosen: Sequence[int]) -> Continuum:
        """The stretches of some values alone, the values in that order."""
        place = np.full(len(self.values), -1, np.int64)
        place[list(chosen)] = np.arange(len(chosen))
        kept = place[self.value] >= 0
        less = self.of_rows(kept)
        order = np.lexsort((less.end, less.start, less.source, place[less.value], less.coder))
        ordered = less.of_rows(order)
        return replace(
            ordered,
            values=tuple(self.values[number] for number in chosen),
            value=place[ordered.value],
        )

    def of_coders(self, chosen: Sequence[int]) -> Continuum:
        """The stretches of some coders alone."""
        place = np.full(len(self.coders), -1, np.int64)
        place[list(chosen)] = np.arange(len(chosen))
        less = self.of_rows(place[self.coder] >= 0)
        order = np.lexsort((less.end, less.start, less.source, less.value, place[less.coder]))
        ordered = less.of_rows(order)
        return replace(
            ordered,
            coders=tuple(self.coders[number] for number in chosen),
            read=self.read[list(chosen)],
            coder=place[ordered.coder],
        )

    def as_one(self) -> Continuum:
        """Coded or not, whatever the value."""
        none = np.zeros(len(self), np.int64)
        return Continuum.from_columns(
            self.coders, ("coded",), self.sources, self.length, self.read, self.coder, none,
            self.source, self.start, self.end,
        )  # fmt: skip

    def of_rows(self, rows: Any) -> Continuum:
        """Some of the stretches alone, in the order of ``rows``."""
        return replace(
            self,
            coder=self.coder[rows], value=self.value[rows], source=self.source[rows],
            start=self.start[rows], end=self.end[rows],
        )  # fmt: skip

    def overlapping(self) -> Overlapping | None:
        """The first place where a coder has two values at once, or ``None``: then values exclude each
        other."""
        key = self.coder * (int(self.length.sum()) + 1) + self.ends()[0]
        order = np.argsort(key, kind="stable")
        coder, source = self.coder[order], self.source[order]
        start, end = self.start[order], self.end[order]
        over = (coder[1:] == coder[:-1]) & (source[1:] == source[:-1]) & (start[1:] < end[:-1])
        if not bool(over.any()):
            return None
        at = int(np.argmax(over))
        first, second = order[at], order[at + 1]
        return Overlapping(
            self.coders[int(coder[at])], self.sources[int(source[at])],
            int(start[at + 1]), int(min(end[at], end[at + 1])),
            (self.values[int(self.value[first])], self.values[int(self.value[second])]),
        )  # fmt: skip

    def check_exclusive(self) -> None:
        """Raises :class:`InvalidInput` where a coder has two values at one place."""
        found = self.overlapping()
        if found is not None:
            one, two = found.values
            raise InvalidInput(
                "values-overlap",
                f"{found.coder} has “{one}” and “{two}” at {found.start}–{found.end} of "
                f"“{found.source}”, so these values do not exclude each other.",
                "Compare code by code, or codes that exclude each other.",
            )

    def runs(self, amount: Ints | None = None) -> tuple[Ints, Any]:
        """Where runs begin on the line and the last is over, and what each coder gave in each: the sum
        of the ``amount`` (1) of the stretches that are open there."""
        begin, over = self.ends()
        edges = different(np.concatenate([self.offset, begin, over]))
        wide, given = len(edges), 1.0 if amount is None else amount.astype(float)
        steps = np.bincount(
            np.concatenate(
                [self.coder * wide + np.searchsorted(edges, at) for at in (begin, over)]
            ),
            np.concatenate([np.broadcast_to(given, len(self)), -np.broadcast_to(given, len(self))]),
            len(self.coders) * wide,
        )
        table = np.cumsum(steps.reshape(len(self.coders), wide), 1)[:, :-1]
        return edges, table.astype(np.int32)


def _names(given: Sequence[str] | None, met: Iterable[str]) -> dict[str, int]:
    found = dict.fromkeys(given or ()) | dict.fromkeys(sorted(set(met)))
    return {name: number for number, name in enumerate(found)}
