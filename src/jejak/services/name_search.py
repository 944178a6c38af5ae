"""Names found by some of their letters, misspelt ones too: a folded index of one kind of names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from ..model.identity import fold
from .name_index import score

__all__ = ["NameSearch"]

# Points: exactly 40, it begins so 30, a word does 20, inside 10, each word is in it 8, misspelt 1 to 6.
_WORDS, _MISSPELT = 8, 6
# A word of so many letters may hold one mistake, a longer one two.
_ONE, _TWO = 3, 6
# More answers than anybody reads: only the beginnings of words count.
_MANY = 5_000
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Words:
    """The different words of the names, and the rows that have each."""

    words: list[str]
    rows: list[list[int]]


class NameSearch:
    """Some names, to be searched often."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self._keys = [" ".join(fold(name).split()) for name in names]
        # All of them as one text is searched at the speed of memory.
        self._all = "\n".join(self._keys)
        self._ends = list(accumulate(len(key) + 1 for key in self._keys))
        self._kept: _Words | None = None

    def find(self, text: str) -> dict[int, int]:
        """The rows whose names answer to a text, with points: the more, the better."""
        wanted = " ".join(fold(text).split())
        if not wanted:
            return {}
        rows = self._with(wanted)
        if len(rows) > _MANY:
            begin, inside = 10 * score(wanted, wanted + "."), f" {wanted}"
            return {
                row: begin if self._keys[row].startswith(wanted) else 20
                for row in rows
                if self._keys[row].startswith(wanted) or inside in self._keys[row]
            }
        found = {row: 10 * score(wanted, self._keys[row]) for row in rows}
        longest, *others = sorted(wanted.split(), key=len, reverse=True)
        for row in self._with(longest) if others else ():
            if row not in found and all(part in self._keys[row] for part in others):
                found[row] = _WORDS
        return found

    def misspelt(self, text: str) -> dict[int, int]:
        """The rows whose names would answer to a text that holds a mistake or two."""
        found: dict[int, int] | None = None
        for part in fold(text).split():
            rows = self._near(part)
            if found is None:
                found = rows
            else:
                found = {row: min(found[row], rows[row]) for row in found.keys() & rows.keys()}
            if not found:
                break
        return found or {}

    def _with(self, letters: str) -> list[int]:
        rows = []
        at = self._all.find(letters)
        while at >= 0:
            row = bisect_right(self._ends, at)
            rows.append(row)
            at = self._all.find(letters, self._ends[row])
        return rows

    def _near(self, wanted: str) -> dict[int, int]:
        length = len(wanted)
        # A number is meant as it is written.
        if length < _ONE or any(letter.isdecimal() for letter in wanted):
            return dict.fromkeys(self._with(wanted), _MISSPELT)
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        most = 1 if length < _TWO else 2
        near: dict[int, int] = {}
        index = self._index()
        # The word may be typed half: its beginning is compared, with room for a letter left out.
        for more in (0, 1):
            starts = [word[: length + more] for word in index.words]
            hits = process.extract(
                wanted, starts, scorer=OSA.distance, score_cutoff=most, limit=None
            )
            for _, distance, word in hits:
                near[word] = min(near.get(word, most), int(distance))
        found: dict[int, int] = {}
        for word, distance in near.items():
            points = _MISSPELT - 2 * distance
            for row in index.rows[word]:
                found[row] = max(found.get(row, 0), points)
        return found

    def _index(self) -> _Words:
        if self._kept is None:
            by_word: dict[str, list[int]] = {}
            for row, key in enumerate(self._keys):
                for word in dict.fromkeys(key.split()):
                    if word.isalpha() or not _DIGIT.search(word):
                        by_word.setdefault(word, []).append(row)
            self._kept = _Words(list(by_word), list(by_word.values()))
        return self._kept
