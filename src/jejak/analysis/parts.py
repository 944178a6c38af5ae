"""One source in parts: how many characters of each were coded, with what."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..model.corpus import BlockColumns
from .spans import Bools, Column, Ints

__all__ = ["CodedParts", "block_parts", "coded_parts", "equal_parts"]


@dataclass(frozen=True, slots=True)
class CodedParts:
    """``characters[part, label]`` of the part that codings of the label cover, overlaps counted once;
    ``covered[part]`` those under any label; ``whole[label]`` those in all parts."""

    characters: Ints
    covered: Ints
    whole: Ints


def equal_parts(length: int, count: int) -> Ints:
    """Rows of (start, end) that cut a text into at most so many parts of nearly the same size."""
    edges = np.unique(np.linspace(0, length, count + 1).round().astype(np.int64))
    return np.stack([edges[:-1], edges[1:]], axis=1)


def block_parts(blocks: BlockColumns, source: int, most: int) -> tuple[Ints, Ints]:
    """The blocks of a source as rows of (start, end), and the row number of the first block of each;
    so many neighbours are put together that there are at most ``most``."""
    first, after = int(blocks.first[source]), int(blocks.first[source + 1])
    step = -(-(after - first) // most) or 1
    rows = np.arange(first, after, step)
    last = np.minimum(rows + step, after) - 1
    return np.stack([blocks.start[rows], blocks.end[last]], axis=1).astype(np.int64), rows


def coded_parts(parts: Ints, start: Column, end: Column, label: Column, labels: int) -> CodedParts:
    """What the stretches ``[start, end)``, each with a label (-1: none), cover of each part. Parts are
    in order and do not overlap."""
    kept = label >= 0
    start, end, label = start[kept], end[kept], label[kept]
    columns = [_covered(parts, start, end, label == one) for one in range(labels)]
    none = np.zeros((len(parts), 0), np.int64)
    characters = np.stack(columns, axis=1) if columns else none
    covered = _covered(parts, start, end, np.ones(len(label), np.bool_))
    return CodedParts(characters, covered, characters.sum(axis=0))


def _covered(parts: Ints, start: Column, end: Column, mine: Bools) -> Ints:
    begin, finish = _united(start[mine].astype(np.int64), end[mine].astype(np.int64))
    before = np.append(0, np.cumsum(finish - begin))

    def upto(edge: Ints) -> Ints:
        at = np.searchsorted(begin, edge, side="right")
        beyond = np.maximum(np.append(0, finish)[at] - edge, 0)
        return np.asarray(before[at] - np.where(at > 0, beyond, 0))

    return upto(parts[:, 1]) - upto(parts[:, 0])


def _united(start: Ints, end: Ints) -> tuple[Ints, Ints]:
    """The same characters as stretches that do not touch, in order."""
    order = np.argsort(start, kind="stable")
    start, end = start[order], end[order]
    reached = np.maximum.accumulate(end) if len(end) else end
    fresh = np.ones(len(start), np.bool_)
    fresh[1:] = start[1:] > reached[:-1]
    last = np.append(fresh[1:], True) if len(start) else fresh
    return start[fresh], reached[last]
