"""What a query found, put under headings: the sources, cases, codes or coders it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...model.corpus import CodingColumns, Corpus
from ...model.identity import name_key
from ..spans import Ints, changes, different
from .hits import Hits, Segments
from .ownership import cases_of

__all__ = ["ARRANGEMENTS", "Arranged", "Group", "arranged"]

ARRANGEMENTS = ("source", "case", "code", "coder")


@dataclass(frozen=True, slots=True)
class Group:
    """A heading: the ``row`` of its source, case, code or user in the corpus (-1: those that have
    none), and how many segments stand under it."""

    row: int
    count: int


@dataclass(frozen=True, slots=True)
class Arranged:
    """The numbers of segments group after group. Under codes and coders a segment stands once for
    each that it has, so ``places`` may be more than there are segments."""

    places: Ints
    groups: tuple[Group, ...]

    @property
    def rows(self) -> Ints:
        """The row of the heading above each place."""
        counts = [group.count for group in self.groups]
        return np.repeat(np.array([group.row for group in self.groups], np.int64), counts)


def arranged(hits: Hits, segments: Segments, corpus: Corpus, by: str) -> Arranged:
    """The segments under headings, ``by`` one of :data:`ARRANGEMENTS`.

    Sources stand in the order of the study, codes in that of the codebook, cases and coders by
    their names; within a group segments stand in the order of the texts. A code or coder is one of
    any coding on the very stretch, whether the query asked for it or not.
    """
    if by == "source":
        return _grouped(np.arange(len(segments)), segments.source.astype(np.int64))
    if by == "case":
        case = cases_of(hits, corpus)[segments.first[:-1]]
        return _by_names(np.arange(len(segments)), case, corpus.cases.name)
    codings = corpus.codings
    column = codings.code if by == "code" else codings.coder
    places, rows = _of_stretches(segments, codings, column.astype(np.int64))
    if by == "coder":
        return _by_names(places, rows, corpus.users.name)
    return _ranked(places, rows, len(corpus.codes.guid))


def _by_names(places: Ints, rows: Ints, names: tuple[str, ...]) -> Arranged:
    """Under names in their order."""
    order = np.array(sorted(range(len(names)), key=lambda row: name_key(names[row])), np.int64)
    rank = np.empty(len(names) + 1, np.int64)
    rank[order] = np.arange(len(names))
    rank[-1] = len(names)
    return _ranked(places, rows, len(names), rank)


def _ranked(places: Ints, rows: Ints, count: int, rank: Ints | None = None) -> Arranged:
    """Group after group by the rank of the rows; what has none comes last."""
    ranks = np.append(np.arange(count), count) if rank is None else rank
    order = np.lexsort((places, ranks[rows]))
    return _grouped(places[order], rows[order])


def _grouped(places: Ints, rows: Ints) -> Arranged:
    first = np.flatnonzero(changes(rows))
    counts = np.diff(np.append(first, len(rows)))
    pairs = zip(rows[first].tolist(), counts.tolist(), strict=True)
    return Arranged(places, tuple(Group(row, count) for row, count in pairs))


def _of_stretches(segments: Segments, codings: CodingColumns, column: Ints) -> tuple[Ints, Ints]:
    """The pairs of a segment and a value on its stretch, each once; -1 where nobody coded it."""
    low, high = _same_stretch(segments, codings)
    many = high - low
    number = np.repeat(np.arange(len(segments)), many)
    within = np.arange(len(number)) - np.repeat(np.cumsum(many) - many, many)
    value = column[np.repeat(low, many) + within]
    width = int(column.max(initial=0)) + 1
    pairs = different(number * width + value)
    bare = np.flatnonzero(many == 0)
    return (
        np.concatenate([pairs // width, bare]),
        np.concatenate([pairs % width, np.full(len(bare), -1, np.int64)]),
    )


def _same_stretch(segments: Segments, codings: CodingColumns) -> tuple[Ints, Ints]:
    """For each segment the codings on the very same stretch, from one row up to another."""
    longest = max(int(codings.end.max(initial=0)), int(segments.end.max(initial=0))) + 1
    lines = codings.source.astype(np.int64) * longest + codings.start
    begins = np.flatnonzero(changes(lines))
    known = lines[begins]
    wanted = segments.source.astype(np.int64) * longest + segments.start
    at = np.searchsorted(known, wanted)
    there = at < len(known)
    there[there] = known[at[there]] == wanted[there]
    place = np.repeat(np.arange(len(begins)), np.diff(np.append(begins, len(lines))))
    keys = place * longest + codings.end
    sought = np.where(there, at, len(begins)) * longest + segments.end
    return np.searchsorted(keys, sought, "left"), np.searchsorted(keys, sought, "right")
