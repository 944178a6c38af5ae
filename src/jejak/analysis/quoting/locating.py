"""Where in the material quoted words stand: exactly, or nearly so."""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ...errors import MissingExtra
from .comparing import ALIKE, fragments

__all__ = ["Material", "Place"]

_WORD = re.compile(r"\w+")
# A word that stands oftener than so tells nothing of where a quotation is from.
_COMMON = 4_000
# So many places are looked at closely, and so far from the words that were found first.
_CANDIDATES = 8
_NEAR = 4_000
# From this likeness on (of 100) words may be meant; a fragment of a quotation may be looser.
_LIKE = 75.0
_LOOSE = 70.0


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a text: ``[start, end)`` in code points, and how alike they are (100: the same)."""

    text: int
    start: int
    end: int
    likeness: float


class Material:
    """Texts in which those quotations are looked for that were told beforehand."""

    def __init__(self, texts: Iterable[str], sought: Iterable[str]) -> None:
        wanted = {word for one in sought for word in _WORD.findall(_leveled(one))}
        self._texts = [_leveled(text) for text in texts]
        self._starts: list[array[int]] = []
        self._words: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, text in enumerate(self._texts):
            starts = array("q")
            for place, found in enumerate(_WORD.finditer(text)):
                starts.append(found.start())
                if found.group() in wanted:
                    self._words[found.group()].append((number, place))
            self._starts.append(starts)

    def find(self, quotation: str, most: int = 5) -> list[Place]:
        """Where a quotation may be from, the likest first; its omissions are looked over.

        Raises :class:`MissingExtra`.
        """
        parts = [_leveled(part) for part in fragments(quotation)]
        if not parts:
            return []
        chief = max(range(len(parts)), key=lambda at: len(parts[at]))
        found = {}
        for place in self._places(parts[chief]):
            whole = self._whole(parts, chief, place)
            if whole.likeness >= _LIKE:
                found[whole.text, whole.start, whole.end] = whole
        ranked = sorted(found.values(), key=lambda one: (-one.likeness, one.text, one.start))
        return ranked[:most]

    def _places(self, part: str) -> Iterator[Place]:
        words = _WORD.findall(part)
        votes: Counter[tuple[int, int]] = Counter()
        for at, word in enumerate(words):
            where = self._words.get(word, ())
            if len(where) <= _COMMON:
                # Words may be missing before it: neighbours count as one place.
                votes.update((text, (place - at) // 4) for text, place in where)
        together = Counter({
            (text, at): votes[text, at] + votes[text, at + 1] for text, at in votes
        })  # fmt: skip
        for (text, at), _ in together.most_common(_CANDIDATES):
            starts = self._starts[text]
            first = max(at * 4 - 3, 0)
            last = min(at * 4 + len(words) + 8, len(starts) - 1)
            low = starts[min(first, len(starts) - 1)]
            high = starts[last] + _NEAR // 40 if last >= 0 else low
            yield self._aligned(part, text, low, high)

    def _aligned(self, part: str, text: int, low: int, high: int) -> Place:
        """The stretch of ``[low, high)`` that is most like some words, from word to word."""
        window = self._texts[text][max(low, 0) : high]
        exact = window.find(part)
        if exact >= 0:
            return Place(text, low + exact, low + exact + len(part), 100.0)
        found = _aligner()(part, window)
        start, end = self._at_words(text, low + found.dest_start, low + found.dest_end)
        if not part[-1].isalnum() and self._texts[text].startswith(part[-1], end):
            end += 1
        likeness = _ratio()(part, self._texts[text][start:end])
        return Place(text, start, end, min(likeness, 99.0))

    def _at_words(self, text: int, start: int, end: int) -> tuple[int, int]:
        """The stretch widened to the words that it cuts, without spaces at its ends."""
        words, whole = self._texts[text], len(self._texts[text])
        while 0 < start < whole and words[start - 1].isalnum() and words[start].isalnum():
            start -= 1
        while 0 < end < whole and words[end - 1].isalnum() and words[end].isalnum():
            end += 1
        while start < end and words[start].isspace():
            start += 1
        while start < end and words[end - 1].isspace():
            end -= 1
        return start, end

    def _whole(self, parts: list[str], chief: int, place: Place) -> Place:
        """The stretch from the first fragment to the last, each looked for beside the others."""
        found = {chief: place}
        for at in range(chief + 1, len(parts)):
            low = found[at - 1].end
            found[at] = self._beside(parts[at], place.text, low, low + _NEAR, found[at - 1])
        for at in range(chief - 1, -1, -1):
            high = found[at + 1].start
            found[at] = self._beside(
                parts[at], place.text, max(high - _NEAR, 0), high, found[at + 1]
            )
        length = sum(map(len, parts))
        likeness = sum(found[at].likeness * len(part) for at, part in enumerate(parts)) / length
        return Place(
            place.text, min(one.start for one in found.values()),
            max(one.end for one in found.values()), likeness,
        )  # fmt: skip

    def _beside(self, part: str, text: int, low: int, high: int, otherwise: Place) -> Place:
        place = self._aligned(part, text, low, high)
        if place.likeness >= _LOOSE and place.end > place.start:
            return place
        return Place(text, otherwise.start, otherwise.end, 0.0)


def _leveled(text: str) -> str:
    """The text in small letters with one sign for each that means the same, none longer or shorter."""
    plain = text.translate(ALIKE)
    small = plain.lower()
    return small if len(small) == len(plain) else plain


def _aligner() -> Any:
    return _library().partial_ratio_alignment


def _ratio() -> Any:
    return _library().ratio


def _library() -> Any:
    try:
        from rapidfuzz import fuzz
    except ImportError:
        raise MissingExtra("files", "Looking for quotations in the material") from None
    return fuzz
