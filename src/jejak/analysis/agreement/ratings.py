"""What coders said of units: a table of coders by units, where equal units may stand as one run."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...errors import InvalidInput
from ..spans import Floats, Ints
from .continuum import Continuum
from .tally import tally

__all__ = ["Ratings"]

# Counting by value takes one pass a value, comparing coders one pass a pair of them.
_MOST_COUNTED = 40


@dataclass(frozen=True, slots=True)
class Ratings:
    """Values by coder and unit: ``table[i, u]`` is a row of ``values``, -1 where coder ``i`` did not
    see the unit. A column may stand for a run of ``size[u]`` equal units: characters, for one.
    ``group[u]`` (``0 ..``) is what the unit is drawn with when samples are drawn: its source, or
    itself."""

    coders: tuple[str, ...]
    values: tuple[Any, ...]
    table: NDArray[np.int32]
    size: Ints
    group: Ints

    @classmethod
    def from_table(
        cls,
        rows: Iterable[Sequence[Any]],
        *,
        coders: Sequence[str] | None = None,
        values: Sequence[Hashable] | None = None,
        size: Sequence[int] | None = None,
        group: Sequence[Hashable] | None = None,
    ) -> Ratings:
        """A row for each coder, a value for each unit; ``None`` and NaN are missing.

        ``values`` is the whole codebook, where there is one: some coefficients depend on how many
        values could have been given. Without it those that were are taken, in order. ``size`` says
        how many units a column stands for. Units of one ``group`` are drawn together.
        Raises :class:`InvalidInput` for rows of unequal length and values outside the codebook.
        """
        given = [[None if _missing(value) else value for value in row] for row in rows]
        if len({len(row) for row in given}) > 1:
            raise InvalidInput("uneven-rows", "Every coder needs a value, or None, for each unit.")
        known = _ordered(given) if values is None else tuple(values)
        place = {value: number for number, value in enumerate(known)}
        for row in given:
            for value in row:
                if value is not None and value not in place:
                    raise InvalidInput(
                        "unknown-value", f"The value “{value}” is not among those there are."
                    )
        table = np.array(
            [[-1 if value is None else place[value] for value in row] for row in given], np.int32
        ).reshape(len(given), len(given[0]) if given else 0)
        units = table.shape[1]
        names = tuple(str(n + 1) for n in range(len(given))) if coders is None else tuple(coders)
        return cls(
            names,
            known,
            table,
            np.ones(units, np.int64) if size is None else np.asarray(size, np.int64),
            _dense(range(units) if group is None else group),
        )

    @classmethod
    def from_frame(cls, frame: Any, **options: Any) -> Ratings:
        """A data frame (Polars or pandas) with a column for each coder and a row for each unit.

        Options and errors are those of :meth:`from_table`.
        """
        names = [str(name) for name in frame.columns]
        return cls.from_table(
            [list(frame[name]) for name in frame.columns], coders=names, **options
        )

    @classmethod
    def from_counts(
        cls, counts: Iterable[Sequence[int]], values: Sequence[Hashable] | None = None
    ) -> Ratings:
        """Units by values: how many coders gave the unit that value (who is not known, and is made
        up). Raises :class:`InvalidInput` for a negative count."""
        rows = np.asarray(list(counts), np.int64)
        if rows.size and rows.min() < 0:
            raise InvalidInput("negative-count", "A unit cannot have been coded a negative time.")
        deep = int(rows.sum(1).max(initial=0))
        table = np.full((deep, len(rows)), -1, np.int32)
        for unit, row in enumerate(rows):
            given = np.repeat(np.arange(len(row)), row)
            table[: len(given), unit] = given
        known = tuple(range(rows.shape[1])) if values is None else tuple(values)
        units = np.arange(len(rows))
        return cls(tuple(str(n + 1) for n in range(deep)), known, table, np.ones_like(units), units)

    @classmethod
    def from_cross_table(
        cls, table: Sequence[Sequence[int]], values: Sequence[Hashable] | None = None
    ) -> Ratings:
        """Two coders' square table: ``table[i][j]`` units had value ``i`` from the first and ``j``
        from the second. Raises :class:`InvalidInput` for a table that is not square."""
        cells = np.asarray(table, np.int64)
        if cells.ndim != 2 or cells.shape[0] != cells.shape[1]:
            raise InvalidInput("not-square", "A table of two coders has as many rows as columns.")
        first, second = np.nonzero(cells)
        units = np.repeat(np.arange(len(first)), cells[first, second])
        known = tuple(range(len(cells))) if values is None else tuple(values)
        pairs = np.stack([first, second])[:, units].astype(np.int32)
        alone = np.arange(len(units))
        return cls(("1", "2"), known, pairs, np.ones_like(alone), alone)

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
        """Stretches of text ``(coder, start, end, value)``, or with their source as a fifth; see
        :meth:`.Continuum.from_spans`."""
        return Continuum.from_spans(
            spans, length=length, lengths=lengths, coders=coders, values=values, read=read
        )

    @property
    def groups(self) -> int:
        """How many groups the units fall into."""
        return int(self.group.max(initial=-1)) + 1

    def seen(self) -> Ints:
        """How many coders gave each unit a value."""
        return np.asarray((self.table >= 0).sum(0, dtype=np.int64))

    def paired(self) -> Ratings:
        """The units that at least two coders saw."""
        return self.of_units(self.seen() >= 2)

    def of_units(self, kept: NDArray[np.bool_]) -> Ratings:
        """Some of the units alone; groups that lose all of theirs are gone."""
        if bool(kept.all()):
            return self
        group = _dense(self.group[kept].tolist())
        return Ratings(self.coders, self.values, self.table[:, kept], self.size[kept], group)

    def of_coders(self, first: int, second: int) -> Ratings:
        """Two coders alone, and the units that both saw."""
        chosen = [first, second]
        kept = (self.table[chosen] >= 0).all(0)
        return Ratings(
            tuple(self.coders[row] for row in chosen),
            self.values,
            self.table[chosen][:, kept],
            self.size[kept],
            self.group[kept],
        )

    def numbers(self) -> Floats:
        """The values as numbers. Raises :class:`InvalidInput` where they are none."""
        try:
            return np.array([float(value) for value in self.values])
        except (TypeError, ValueError):
            raise InvalidInput(
                "not-numbers", "Intervals and ratios need values that are numbers."
            ) from None

    def agreement(self, weights: Floats | None = None) -> Floats:
        """For each unit the mean agreement of two of its coders, 0 where fewer than two saw it."""
        seen = self.seen()
        pairs = np.maximum(seen * (seen - 1), 1)
        coders, values = len(self.coders), len(self.values)
        if values <= _MOST_COUNTED and values <= coders * (coders - 1) // 2:
            counts = np.stack([(self.table == value).sum(0) for value in range(values)], 1)
            same = counts if weights is None else counts @ weights
            own = seen if weights is None else counts @ np.diag(weights)
            return np.asarray(((counts * same).sum(1) - own) / pairs)
        total: Floats = np.zeros(self.table.shape[1])
        for one in range(coders):
            for other in range(one):
                a, b = self.table[one], self.table[other]
                both = (a >= 0) & (b >= 0)
                total += both * ((a == b) if weights is None else weights[a, b])
        return np.asarray(2 * total / pairs)

    def by_group(self, amount: Floats) -> Floats:
        """A column by unit, summed by group over all the units that each column stands for."""
        return tally(self.group, amount * self.size, self.groups)

    def by_value(self, share: Floats) -> Floats:
        """For each group and value, the sum of ``share[u]`` over all codings of units with it."""
        many = len(self.values)
        found = np.zeros(self.groups * many)
        for row in self.table:
            there = row >= 0
            key = self.group[there] * many + row[there]
            found += tally(key, (share * self.size)[there], self.groups * many)
        return found.reshape(self.groups, many)


def _missing(value: Any) -> bool:
    return value is None or value != value  # noqa: PLR0124  (NaN alone differs from itself)


def _ordered(rows: Sequence[Sequence[Any]]) -> tuple[Any, ...]:
    found = dict.fromkeys(value for row in rows for value in row if value is not None)
    try:
        return tuple(sorted(found))
    except TypeError:
        return tuple(found)


def _dense(groups: Iterable[Hashable]) -> Ints:
    place: dict[Hashable, int] = {}
    return np.array([place.setdefault(one, len(place)) for one in groups], np.int64)
