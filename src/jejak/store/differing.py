"""Where two texts differ: the edits that make one of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from .correcting import Edit

__all__ = ["edits_between"]

_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
# Words of a stretch that are compared one by one; of longer ones the whole is taken as replaced.
_MOST = 20_000


def edits_between(old: str, new: str) -> list[Edit]:
    """The edits that make ``new`` of ``old``, by place: lines are compared first, then the words of
    those that differ."""
    return [
        narrowed
        for start, end, text in _differing(old, new, _LINES, 0)
        for narrowed in _within(old, start, end, text)
    ]


def _within(old: str, start: int, end: int, text: str) -> Iterator[Edit]:
    was = old[start:end]
    for a, b, words in _differing(was, text, _WORDS, start):
        yield _narrowed(old, a, b, words)


def _differing(
    old: str, new: str, parts: re.Pattern[str], offset: int
) -> Iterator[tuple[int, int, str]]:
    before, after = parts.findall(old), parts.findall(new)
    front = _alike(before, after)
    rest, more = before[front:], after[front:]
    back = _alike(rest[::-1], more[::-1])
    rest, more = rest[: len(rest) - back], more[: len(more) - back]
    at = offset + sum(map(len, before[:front]))
    if not rest or not more or len(rest) + len(more) > _MOST:
        if rest or more:
            yield at, at + sum(map(len, rest)), "".join(more)
        return
    places = [at]
    for part in rest:
        places.append(places[-1] + len(part))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, rest, more).get_opcodes():
        if tag != "equal":
            yield places[i1], places[i2], "".join(more[j1:j2])


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many parts both begin with."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _narrowed(old: str, start: int, end: int, text: str) -> Edit:
    """The edit without what stays the same at its ends: of a word that is mended the letters are kept."""
    was = old[start:end]
    if not was or not text:
        return Edit(start, end, text)
    front = _alike(was, text)
    back = _alike(was[front:][::-1], text[front:][::-1])
    return Edit(start + front, end - back, text[front : len(text) - back])
