"""Positions in a text: code points here, UTF-16 units in browsers, words around a quotation.

The conversion between code points and UTF-16 units has its one home on this side here.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from ..errors import Conflict, InvalidInput, NotFound

__all__ = ["Utf16Index", "check_span", "locate_quote", "occurrences"]


@dataclass(frozen=True, slots=True)
class Utf16Index:
    """Converts positions of one text; only its astral characters cost memory."""

    length: int
    astral: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Utf16Index:
        """The index of ``text``."""
        if text.isascii() or max(text, default="") <= "\uffff":
            return cls(len(text), ())
        return cls(len(text), tuple(i for i, char in enumerate(text) if char > "\uffff"))

    def to_utf16(self, position: int) -> int:
        """The UTF-16 offset of a code point position in ``0..length``."""
        return position + bisect_right(self.astral, position - 1)

    def from_utf16(self, offset: int) -> int:
        """The code point position of a UTF-16 offset; inside a surrogate pair, its beginning."""
        low, high = 0, len(self.astral)
        while low < high:
            middle = (low + high) // 2
            if self.astral[middle] + middle + 2 <= offset:
                low = middle + 1
            else:
                high = middle
        position = offset - low
        if low < len(self.astral) and position > self.astral[low]:
            return self.astral[low]
        return position


def check_span(start: int, end: int, length: int) -> None:
    """Raise :class:`InvalidInput` unless ``[start, end)`` is a stretch of a text of ``length``."""
    if start > end:
        raise InvalidInput(
            "reversed-span", f"The span ends ({end}) before it begins ({start}).", "Swap the two."
        )
    if start == end:
        raise InvalidInput("empty-span", f"The span at {start} holds no character.")
    if start < 0 or end > length:
        raise InvalidInput(
            "span-outside", f"The span {start}–{end} reaches outside the text (0–{length})."
        )


def occurrences(text: str, quote: str, prefix: str = "", suffix: str = "") -> list[int]:
    """Where ``quote`` begins in ``text`` with ``prefix`` right before it and ``suffix`` after it."""
    needle = prefix + quote + suffix
    found, at = [], text.find(needle)
    while at >= 0:
        found.append(at + len(prefix))
        at = text.find(needle, at + 1)
    return found


def locate_quote(text: str, quote: str, prefix: str = "", suffix: str = "") -> tuple[int, int]:
    """The one span of ``quote`` in ``text``.

    Raises :class:`NotFound` where it does not occur, :class:`Conflict` where it occurs more than
    once, :class:`InvalidInput` where it is empty.
    """
    if not quote:
        raise InvalidInput("empty-quote", "The quote is empty.")
    found = occurrences(text, quote, prefix, suffix)
    shown = quote if len(quote) <= 60 else quote[:57] + "…"
    if not found:
        raise NotFound("quote-not-found", f"The quote “{shown}” is not in the text.")
    if len(found) > 1:
        raise Conflict(
            "quote-ambiguous",
            f"The quote “{shown}” occurs {len(found)} times.",
            "Give the words before it (prefix) or after it (suffix).",
        )
    return found[0], found[0] + len(quote)
