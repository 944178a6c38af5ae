"""Different words, numbered: a table in which millions of words are looked up at once.

A word is known by a 64-bit mark of its signs. Two different words of a study share one with a chance
of about one in ten million even where it has a million different words.
"""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import NDArray

from ..spans import Ints
from ..text import word_key

__all__ = ["Marks", "Vocabulary", "marks_of"]

Marks = NDArray[np.uint64]

_SPREAD = np.uint64(0xD6E8FEB86659FD93)
_FOLD = np.uint64(32)
_TRIES = 3
# So many bytes of a word are taken at once, and by so many it is long: addresses are, words are not.
_LANE, _LONG = 8, 128
_KEPT = np.array([(1 << (8 * size)) - 1 for size in range(_LANE + 1)], np.uint64)


def marks_of(text: str, starts: Ints, ends: Ints) -> Marks:
    """The marks of the words of a text: equal where their signs are."""
    raw = text.encode("utf-8", "surrogatepass")
    if len(raw) != len(text):
        signs = np.frombuffer(raw, np.uint8)
        begins = np.append(np.flatnonzero((signs & 0xC0) != 0x80), len(raw))
        starts, ends = begins[starts], begins[ends]
    lanes = np.ndarray(len(raw) + 1, "<u8", raw + bytes(_LANE), strides=(1,))
    size = ends - starts
    marks = _mixed(lanes[starts] & _KEPT[np.minimum(size, _LANE)])
    left = np.flatnonzero(size > _LANE)
    for taken in range(_LANE, _LONG, _LANE):
        if not len(left):
            break
        more = lanes[starts[left] + taken] & _KEPT[np.minimum(size[left] - taken, _LANE)]
        marks[left] = _mixed(marks[left] ^ more)
        left = left[size[left] > taken + _LANE]
    for row in left.tolist():
        whole = hashlib.blake2b(raw[int(starts[row]) : int(ends[row])], digest_size=_LANE)
        marks[row] = int.from_bytes(whole.digest(), "little")
    return marks | np.uint64(1)  # 0 is nobody's


def _mixed(lane: Marks) -> Marks:
    lane = lane * _SPREAD
    lane ^= lane >> _FOLD
    lane *= _SPREAD
    return lane


class Vocabulary:
    """Different words in the order they were first met; ``words[n]`` is the word numbered ``n``."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._keys: list[str] = []
        self._lengths = np.empty(0, np.int32)
        self._numbers: dict[int, int] = {}
        self._bits = 14
        self._marks = np.zeros(1 << self._bits, np.uint64)
        self._number = np.zeros(1 << self._bits, np.int32)

    def __len__(self) -> int:
        return len(self.words)

    def keys(self) -> list[str]:
        """What spellings of one word have in common, for each word."""
        self._keys += map(word_key, self.words[len(self._keys) :])
        return self._keys

    def lengths(self) -> NDArray[np.int32]:
        """How many characters each word has."""
        if len(self._lengths) < len(self.words):
            more = np.fromiter(map(len, self.words[len(self._lengths) :]), np.int32)
            self._lengths = np.concatenate([self._lengths, more])
        return self._lengths

    def numbers(self, text: str, starts: Ints, ends: Ints) -> NDArray[np.int32]:
        """The number of each word of a text; words that are new are taken in."""
        marks = marks_of(text, starts, ends)
        found = np.empty(len(marks), np.int32)
        rest = self._look_up(marks, found)
        if len(rest):
            self._take_in(marks, rest, text, starts, ends)
            again = np.empty(len(rest), np.int32)
            far = self._look_up(marks[rest], again)
            # Few are left: those that stand far from their place in the table.
            numbers = self._numbers
            again[far] = [numbers[mark] for mark in marks[rest[far]].tolist()]
            found[rest] = again
        return found

    def _look_up(self, marks: Marks, found: NDArray[np.int32]) -> Ints:
        """Fill in the numbers of the words that are near their place; the others' rows."""
        slot = (marks >> np.uint64(64 - self._bits)).astype(np.int64)
        np.take(self._number, slot, out=found)
        rest = np.flatnonzero(self._marks[slot] != marks)
        for step in range(1, _TRIES):
            if not len(rest):
                break
            near = (slot[rest] + step) & (len(self._marks) - 1)
            found[rest] = self._number[near]
            rest = rest[self._marks[near] != marks[rest]]
        return rest

    def _take_in(self, marks: Marks, rows: Ints, text: str, starts: Ints, ends: Ints) -> None:
        different, first = np.unique(marks[rows], return_index=True)
        new = [
            (int(rows[at]), mark)
            for mark, at in zip(different.tolist(), first.tolist(), strict=True)
            if mark not in self._numbers
        ]
        begin = len(self.words)
        for row, mark in sorted(new):
            self._numbers[mark] = len(self.words)
            self.words.append(text[int(starts[row]) : int(ends[row])])
        if len(self.words) * 4 > len(self._marks):
            self._grow()
        else:
            self._place(np.array([mark for _, mark in sorted(new)], np.uint64), begin)

    def _grow(self) -> None:
        while len(self.words) * 4 > 1 << self._bits:
            self._bits += 2
        self._marks = np.zeros(1 << self._bits, np.uint64)
        self._number = np.zeros(1 << self._bits, np.int32)
        self._place(np.fromiter(self._numbers, np.uint64, len(self._numbers)), 0)

    def _place(self, marks: Marks, begin: int) -> None:
        """Put words, numbered from ``begin``, where a place near theirs is free."""
        slot = (marks >> np.uint64(64 - self._bits)).astype(np.int64)
        left = np.arange(len(marks))
        for step in range(_TRIES):
            near = (slot[left] + step) & (len(self._marks) - 1)
            free = np.flatnonzero(self._marks[near] == 0)
            self._marks[near[free]] = marks[left[free]]
            self._number[near[free]] = begin + left[free]
            left = left[self._marks[near] != marks[left]]
