"""Where a passage of another program's text stands in the text as it is kept here.

Programs count in code points or in UTF-16 units, with a line end as one or two, with a mark at the
beginning or without, and some shift their positions when a text is edited. What they stored beside the
position, the words, is the evidence: a position counts as it leads to them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...model.anchors import Utf16Index, occurrences
from ..decoding import even_lines

__all__ = ["Place", "Words"]

_MARK = "\ufeff"
# What editors put for a line end or a blank while a text is shown.
_SHOWN = str.maketrans(
    {"\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\u00a0": " ", "\ufffc": None}
)
# So far a passage may have drifted where its words occur more than once.
_NEAR = 60
_LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the text, and how it was found: ``as stored``, ``utf16``, ``line ends`` (counted in
    another way), ``moved`` (the words stand elsewhere), ``differs`` (the words could not be found: the
    position was kept), ``cut`` (it reached outside the text)."""

    start: int
    end: int
    how: str = "as stored"


class Words:
    r"""A text as it is kept here (``\n`` line ends, no mark at the beginning), and the ways in which its
    origin may have counted."""

    def __init__(self, raw: str) -> None:
        self.text = even_lines(raw.removeprefix(_MARK))
        self._gone = [0] if raw.startswith(_MARK) else []
        if "\r\n" in raw:
            self._gone += [found.start() for found in re.finditer("\r\n", raw)]
        self._length = len(raw)
        self._ways: dict[str, Callable[[int], int]] = {"as stored": self._kept}
        units = Utf16Index.of(raw)
        if units.astral:
            self._ways["utf16"] = lambda at: self._kept(units.from_utf16(at))
        if self._gone:
            self._ways["line ends"] = lambda at: at
            if units.astral:
                own = Utf16Index.of(self.text)
                self._ways["line ends and utf16"] = own.from_utf16
        self._decided: Counter[str] = Counter()

    def _kept(self, at: int) -> int:
        return at - bisect_left(self._gone, at)

    def find(self, start: int, end: int, quote: str = "") -> Place | None:
        """Where ``[start, end)`` is, with the words that stood there where they are known. ``None`` where
        it holds nothing."""
        start, end = min(start, end), max(start, end)
        spans = list(self._spans(start, end))
        if not quote.strip():
            return self._unquoted(spans)
        for same in (_equal, _alike):
            for way, span in spans:
                if same(self.text[slice(*span)], quote):
                    if len({one for _, one in spans}) > 1:
                        self._decided[way] += 1
                    return Place(*self._inside(span), way)
        moved = self._elsewhere(spans[0][1][0], quote)
        if moved is not None:
            return Place(*moved, "moved")
        place = self._unquoted(spans)
        return None if place is None else Place(place.start, place.end, "differs")

    def _spans(self, start: int, end: int) -> Iterator[tuple[str, tuple[int, int]]]:
        """The stretch in every way it may have been counted."""
        for way, convert in self._ways.items():
            yield way, (convert(max(start, 0)), convert(max(end, 0)))

    def _unquoted(self, spans: list[tuple[str, tuple[int, int]]]) -> Place | None:
        """By the way that most passages of this text were counted in."""
        way = max(self._ways, key=lambda one: self._decided[one])
        span = dict(spans)[way]
        inside = self._inside(span)
        if inside[0] >= inside[1]:
            return None
        return Place(*inside, way if inside == span else "cut")

    def _inside(self, span: tuple[int, int]) -> tuple[int, int]:
        return min(span[0], len(self.text)), min(span[1], len(self.text))

    def _elsewhere(self, near: int, quote: str) -> tuple[int, int] | None:
        """Where the words are instead, if that is clear: at one place alone, or by far the nearest."""
        wanted = even_lines(quote).translate(_SHOWN).strip()
        found = [(at, at + len(wanted)) for at in occurrences(self.text, wanted)]
        if not found and len(wanted) <= _LONGEST:
            loose = r"\s+".join(map(re.escape, wanted.split()))
            found = [match.span() for match in re.finditer(loose, self.text)]
        if len(found) <= 1:
            return found[0] if found else None
        found.sort(key=lambda span: abs(span[0] - near))
        first, second = (abs(span[0] - near) for span in found[:2])
        return found[0] if first <= _NEAR and second > 2 * first else None


def _equal(there: str, quote: str) -> bool:
    return there == quote or there.translate(_SHOWN) == even_lines(quote).translate(_SHOWN)


def _alike(there: str, quote: str) -> bool:
    """Whether they are the same words, white space apart."""
    words = there.translate(_SHOWN).split()
    return bool(words) and words == even_lines(quote).translate(_SHOWN).split()
