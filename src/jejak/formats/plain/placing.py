"""Where words stand in a text that was changed: found by what they are and what is around them.

A passage goes where its words are, as long as it is sure that they are these. Where they were replaced,
it takes in what stands between the words before and after it. Otherwise it is nowhere: nothing is placed
by a guess.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...model.anchors import occurrences

__all__ = ["AROUND", "Quote", "placed", "quote_of", "quoted", "shown_quote"]

# Code points of the words around a quotation that are kept with it.
AROUND = 24
# A quotation that is longer is told by its two ends.
_LONGEST = 2_000
_END = 1_000
# So much of the words around must be the same where the words themselves stand in several places.
_ENOUGH = 8

Quote = str | Sequence[str]


def quote_of(text: str, start: int, end: int) -> dict[str, Quote]:
    """The words of a stretch of a text, with some of those around it."""
    words: Quote = text[start:end]
    if end - start > _LONGEST:
        words = [text[start : start + _END], text[end - _END : end]]
    return {
        "quote": words,
        "prefix": text[max(start - AROUND, 0) : start],
        "suffix": text[end : end + AROUND],
    }


def quoted(text: str, start: int, end: int, quote: Quote) -> bool:
    """Whether the stretch has those words."""
    if not 0 <= start < end <= len(text):
        return False
    if isinstance(quote, str):
        return text[start:end] == quote
    first, last = quote
    return text.startswith(first, start, end) and text.endswith(last, start, end)


def shown_quote(quote: Quote) -> str:
    """The words of a quotation as one text."""
    return quote if isinstance(quote, str) else " … ".join(quote)


def placed(text: str, quote: Quote, prefix: str, suffix: str, near: int) -> tuple[int, int] | None:
    """Where a quotation stands in a text, that stood at ``near``; ``None`` where it cannot be told."""
    if isinstance(quote, str):
        start = _found(text, quote, prefix, suffix, near)
        return _between(text, prefix, suffix, len(quote)) if start is None else (
            start, start + len(quote)
        )  # fmt: skip
    first, last = quote
    begin = _found(text, first, prefix, "", near)
    if begin is None:
        return None
    end = _found(text, last, "", suffix, begin)
    return None if end is None or end < begin else (begin, end + len(last))


def _found(text: str, words: str, prefix: str, suffix: str, near: int) -> int | None:
    if not words:
        return None
    whole = occurrences(text, words, prefix, suffix)
    if len(whole) == 1:
        return whole[0]
    places = whole or occurrences(text, words)
    if len(places) <= 1 or whole:
        # Among places that are the same all around, the nearest is it.
        return min(places, key=lambda at: abs(at - near), default=None)
    known = [_alike(text, at, len(words), prefix, suffix) for at in places]
    best = max(known)
    if best < _ENOUGH or known.count(best) > 1:
        return None
    return places[known.index(best)]


def _alike(text: str, at: int, length: int, prefix: str, suffix: str) -> int:
    """How many code points right before and after a place are those that were around it."""
    before = text[max(at - len(prefix), 0) : at]
    after = text[at + length : at + length + len(suffix)]
    return _common(before[::-1], prefix[::-1]) + _common(after, suffix)


def _common(one: str, other: str) -> int:
    for number, (here, there) in enumerate(zip(one, other, strict=False)):
        if here != there:
            return number
    return min(len(one), len(other))


def _between(text: str, prefix: str, suffix: str, length: int) -> tuple[int, int] | None:
    """What stands between the words before and after, where both are there once and not far apart."""
    if min(len(prefix), len(suffix)) < _ENOUGH:
        return None
    before, after = occurrences(text, prefix), occurrences(text, suffix)
    if len(before) != 1 or len(after) != 1:
        return None
    start, end = before[0] + len(prefix), after[0]
    return (start, end) if start < end <= start + 2 * length + 100 else None
