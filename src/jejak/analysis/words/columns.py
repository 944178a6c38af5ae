"""The words of all texts of a study as columns, kept in memory and mended text by text."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from ...model.corpus import Texts
from ..spans import Ints
from .splitting import BROKEN, gaps, signs_of, split
from .vocabulary import Vocabulary

__all__ = ["Int32s", "WordColumns", "words_of"]

Int32s = NDArray[np.int32]

# So many characters are split at once: few enough to stay near the processor.
_AT_ONCE = 200_000


@dataclass(frozen=True, slots=True)
class WordColumns:
    """Every word of every text: where it ``start``s, which it is (``number`` in ``vocabulary``) and
    what is between it and the next (``gap``, see :mod:`jejak.analysis.words.splitting`).

    The words of source ``s`` are ``first[s] .. first[s+1]``, in the order of the text.
    """

    first: Ints
    start: Int32s
    number: Int32s
    gap: NDArray[np.uint8]
    vocabulary: Vocabulary

    def __len__(self) -> int:
        return len(self.start)

    @property
    def source(self) -> Int32s:
        """The source of each word."""
        sources = np.arange(len(self.first) - 1, dtype=np.int32)
        return np.repeat(sources, np.diff(self.first))

    @property
    def end(self) -> Int32s:
        """Where each word is over."""
        return self.start + self.vocabulary.lengths()[self.number]

    @property
    def line(self) -> Ints:
        """The line of text each word is on, numbered through all texts."""
        return np.cumsum(np.append(0, self.gap[:-1] == BROKEN), dtype=np.int64)[: len(self)]


@dataclass(frozen=True, slots=True)
class _Kept:
    digests: tuple[str, ...]
    columns: WordColumns


_kept: WeakKeyDictionary[object, _Kept] = WeakKeyDictionary()
_working = threading.Lock()


def words_of(texts: Texts) -> WordColumns:
    """The words of the texts. Those of a study are kept until it is closed; after a change only
    texts that were not there before are split anew."""
    with _working:
        kept = _kept.get(texts.read)
        if kept is not None and kept.digests == texts.digests:
            return kept.columns
        columns = _columns(texts, kept)
        _kept[texts.read] = _Kept(texts.digests, columns)
        return columns


def _columns(texts: Texts, kept: _Kept | None) -> WordColumns:
    known = {} if kept is None else {one: row for row, one in enumerate(kept.digests)}
    new = list(dict.fromkeys(one for one in texts.digests if one not in known))
    row_of = {digest: row for row, digest in reversed(list(enumerate(texts.digests)))}
    vocabulary = Vocabulary() if kept is None else kept.columns.vocabulary
    fresh = _split_all(texts, [row_of[one] for one in new], vocabulary)
    if kept is None and len(new) == len(texts.digests):
        return fresh
    place = {digest: row for row, digest in enumerate(new)}
    parts = [fresh] if kept is None else [fresh, kept.columns]
    first = np.concatenate([fresh.first, *(len(fresh) + part.first for part in parts[1:])])
    begin = [
        place[one] if one in place else len(new) + 1 + known[one] for one in texts.digests
    ]  # fmt: skip
    at = np.array(begin, np.int64)
    rows = _ranges(first[at], first[at + 1])
    start = np.concatenate([part.start for part in parts])[rows]
    number = np.concatenate([part.number for part in parts])[rows]
    gap = np.concatenate([part.gap for part in parts])[rows]
    lengths = np.append(0, np.cumsum(first[at + 1] - first[at]))
    return WordColumns(lengths, start, number, gap, vocabulary)


def _ranges(begin: Ints, end: Ints) -> Ints:
    """The numbers ``begin[0] .. end[0]-1``, ``begin[1] .. end[1]-1``, and so on."""
    size = end - begin
    total = np.cumsum(size)
    shift = np.repeat(begin - (total - size), size)
    rows: Ints = np.arange(len(shift)) + shift
    return rows


def _split_all(texts: Texts, rows: Sequence[int], vocabulary: Vocabulary) -> WordColumns:
    starts, numbers = [np.empty(0, np.int32)], [np.empty(0, np.int32)]
    between = [np.empty(0, np.uint8)]
    counts = np.zeros(len(rows), np.int64)
    for text, parts in _pieces(texts, rows):
        signs = signs_of(text)
        start, end = split(text, signs)
        between.append(gaps(signs, start, end))
        numbers.append(vocabulary.numbers(text, start, end))
        begin, offset, row = np.array(parts, np.int64).T
        many = np.diff(np.searchsorted(start, begin), append=len(start))
        starts.append((start - np.repeat(begin - offset, many)).astype(np.int32))
        np.add.at(counts, row, many)
    first = np.append(0, np.cumsum(counts))
    return WordColumns(
        first,
        np.concatenate(starts),
        np.concatenate(numbers),
        np.concatenate(between),
        vocabulary,
    )


_Parts = list[tuple[int, int, int]]


def _pieces(texts: Texts, rows: Sequence[int]) -> Iterator[tuple[str, _Parts]]:
    """All texts in pieces of about one size: short ones together, long ones cut between words.

    Of each piece its parts: where each begins in it, where in its text, and in which of ``rows``.
    """
    held, parts, size = list[str](), _Parts(), 0
    for place, (_, text) in enumerate(texts.each(rows)):
        for offset, end in pairwise(_cuts(text)):
            parts.append((size, offset, place))
            held.append(text[offset:end])
            size += end - offset + 1
            if size >= _AT_ONCE:
                yield "\n".join(held), parts
                held, parts, size = [], [], 0
    if held:
        yield "\n".join(held), parts


def _cuts(text: str) -> Iterator[int]:
    """Where a text is cut: at its ends, and after a line now and then; after a word where lines are
    longer than any text has."""
    at = 0
    while at < len(text):
        yield at
        far = at + _AT_ONCE
        cut = text.find("\n", far, far + 20 * _AT_ONCE)
        if cut < 0 and len(text) > far + 20 * _AT_ONCE:
            cut = text.rfind(" ", at, far)
        at = cut + 1 if cut >= 0 else len(text)
    yield len(text)
