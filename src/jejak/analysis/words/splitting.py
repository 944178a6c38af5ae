"""Where the words of much text stand: what :func:`jejak.analysis.text.word_spans` finds, by arrays.

A table says for every sign of Unicode what it does to words; edges are where that changes. Only
addresses and emoji, which are rare, are looked at one by one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ..letters import UNSPACED, marks
from ..spans import Bools, Ints
from ..text import EMOJI_SIGNS, INNER_SIGNS, address_pattern, emoji_pattern, word_spans

__all__ = ["APART", "BROKEN", "NEXT", "gaps", "signs_of", "split"]

Signs = NDArray[np.uint8] | NDArray[np.uint32]

# What a sign does. Below _UNSPACED: it makes words by standing beside others.
_WORD, _DIGIT, _MARK, _ALONE, _TAG, _INNER, _IN_NUMBER, _EMOJI, _ODD, _OTHER = range(10)
# What is between a word and the next: white space or nothing; other signs; a line break.
NEXT, APART, BROKEN = range(3)
_ADDRESS_BEGINS = re.compile(r"https?://|www\.")


def signs_of(text: str) -> Signs:
    """The code points of a text; as bytes where it is ASCII."""
    if text.isascii():
        return np.frombuffer(text.encode("ascii"), np.uint8)
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.dtype("<u4"))


_ASCII, _UNICODE = 0x80, 0x110000


@cache
def _table(top: int) -> NDArray[np.uint8]:
    """What each sign below ``top`` does to words."""
    table = np.full(top, _OTHER, np.uint8)
    for pattern, kind in ((r"\w+", _WORD), (r"\d+", _DIGIT)):
        for found in re.finditer(pattern, _every(top)):
            table[found.start() : found.end()] = kind
    table[[ord("#"), ord("@")]] = _TAG
    table[[ord(sign) for sign in INNER_SIGNS if ord(sign) < top]] = _INNER
    table[[ord(sign) for sign in ".,:"]] = _IN_NUMBER
    if top == _ASCII:  # neither marks nor scripts without spaces nor emoji, which take time to list
        return table
    word = table <= _DIGIT
    table[_mask(marks()) & ~word] = _MARK
    table[_mask(UNSPACED) & word] = _ALONE
    emoji = _mask(EMOJI_SIGNS)
    table[emoji] = np.where(table[emoji] == _OTHER, _EMOJI, _ODD)
    return table


@cache
def _between(top: int) -> NDArray[np.uint8]:
    """What each sign below ``top`` makes of what is between two words."""
    table = np.full(top, APART, np.uint8)
    for found in re.finditer(r"\s+", _every(top)):
        table[found.start() : found.end()] = NEXT
    table[ord("\n")] = BROKEN
    return table


def _every(top: int) -> str:
    """All signs below ``top``, in order."""
    return np.arange(top, dtype="<u4").tobytes().decode("utf-32-le", "surrogatepass")


def _looked_up(table: Callable[[int], NDArray[np.uint8]], signs: Signs) -> NDArray[np.uint8]:
    if signs.dtype == np.uint8:
        known = signs.tobytes().translate(table(_ASCII).tobytes().ljust(256, b"\0"))
        return np.frombuffer(known, np.uint8)
    found: NDArray[np.uint8] = table(_UNICODE)[signs]
    return found


def _mask(ranges: str) -> Bools:
    """The code points of a character class of ranges and single signs."""
    mask = np.zeros(_UNICODE, np.bool_)
    for found in re.finditer(r"(.)(?:-(.))?", ranges, re.DOTALL):
        mask[ord(found[1]) : ord(found[2] or found[1]) + 1] = True
    return mask


def split(text: str, signs: Signs | None = None) -> tuple[Ints, Ints]:
    """The starts and ends of the words of a text; ``signs`` are its code points if at hand."""
    signs = signs_of(text) if signs is None else signs
    kind = _looked_up(_table, signs)
    there = _kinds_in(kind)
    if (
        _ODD in there
    ):  # letters in a circle and the like, which are emoji too at the start of a word
        spans = np.array(word_spans(text), np.int64).reshape(-1, 2)
        return spans[:, 0], spans[:, 1]
    emoji = _emoji(text, kind) if _EMOJI in there else None
    starts, ends = _runs(kind, there)
    if emoji is not None:
        starts, ends = _together(starts, ends, *emoji)
    return _with_addresses(text, starts, ends)


def _kinds_in(kind: NDArray[np.uint8]) -> set[int]:
    raw = kind.tobytes()
    return {one for one in range(_OTHER + 1) if bytes([one]) in raw}


# Between two words there are seldom more signs: these are looked at in turn, more all at once.
_IN_TURN = 4


def gaps(signs: Signs, starts: Ints, ends: Ints) -> NDArray[np.uint8]:
    """What follows each word: :data:`NEXT`, :data:`APART` or :data:`BROKEN`, as after the last."""
    if not len(starts):
        return np.empty(0, np.uint8)
    between = _looked_up(_between, signs)
    found = np.full(len(starts), BROKEN, np.uint8)
    size = starts[1:] - ends[:-1]
    found[:-1] = np.where(size > 0, between[ends[:-1]], np.uint8(NEXT)) if len(size) else found[:-1]
    for step in range(1, _IN_TURN):
        more = np.flatnonzero(size > step)
        if not len(more):
            return found
        found[more] = np.maximum(found[more], between[ends[more] + step])
    far = np.flatnonzero(size > _IN_TURN)
    for kind in (APART, BROKEN) if len(far) else ():
        places = np.flatnonzero(between == kind)
        there = np.searchsorted(places, ends[far]) < np.searchsorted(places, starts[far + 1])
        found[far[there]] = np.maximum(found[far[there]], np.uint8(kind))
    return found


def _emoji(text: str, kind: NDArray[np.uint8]) -> tuple[Ints, Ints]:
    """Emoji; the marks that belong to them are taken out of the kinds, so that they begin no word."""
    found = [match.span() for match in emoji_pattern().finditer(text)]
    for start, end in found:
        kind[start:end] = _OTHER
    spans = np.array(found, np.int64).reshape(-1, 2)
    return spans[:, 0], spans[:, 1]


def _runs(kind: NDArray[np.uint8], there: set[int]) -> tuple[Ints, Ints]:
    inside = kind <= _MARK
    before = np.zeros(len(kind), np.bool_)  # a word begins here, whatever stands before
    tagged = np.empty(0, np.int64)
    if _ALONE in there:
        _mark_unspaced(kind, inside, before)
    if _TAG in there:
        tagged = _mark_tags(kind, inside, before)
    if _INNER in there or _IN_NUMBER in there:
        _join(kind, inside, before, tagged)
    if not (_ALONE in there or len(tagged)):
        edges = np.flatnonzero(np.diff(inside, prepend=False, append=False))
        return edges[0::2], edges[1::2]
    last = np.append(~inside[1:] | before[1:], True) if len(inside) else inside
    first = np.append(True, ~inside[:-1]) | before if len(inside) else inside
    return np.flatnonzero(inside & first), np.flatnonzero(inside & last) + 1


def _mark_unspaced(kind: NDArray[np.uint8], inside: Bools, before: Bools) -> None:
    """Signs of scripts without spaces are words, each with the marks after it."""
    alone = kind == _ALONE
    inside |= alone
    before |= alone
    held = np.maximum.accumulate(np.where(kind == _MARK, 0, np.arange(len(kind))))
    after = alone[held]  # the sign itself, and marks that hang on it
    before[1:] |= after[:-1] & ~after[1:]


def _mark_tags(kind: NDArray[np.uint8], inside: Bools, before: Bools) -> Ints:
    """``#`` and ``@`` before a word belong to it, and all letters after them; where such words end."""
    tags = np.flatnonzero(kind == _TAG)
    tags = tags[tags + 1 < len(kind)]
    tags = tags[inside[tags + 1]]
    outside = np.append(np.flatnonzero(~inside), len(inside))
    ends = outside[np.searchsorted(outside, tags + 1)]
    for tag, end in zip(tags.tolist(), ends.tolist(), strict=True):
        before[tag + 1 : end] = False
    inside[tags] = True
    before[tags] = True
    return ends


def _join(kind: NDArray[np.uint8], inside: Bools, before: Bools, tagged: Ints) -> None:
    """Signs between two parts of a word belong to it, but not after a hashtag or mention."""
    at = np.flatnonzero((kind == _INNER) | (kind == _IN_NUMBER))
    at = at[(at > 0) & (at + 1 < len(kind))]
    left, right = kind[at - 1], kind[at + 1]
    number = (left == _DIGIT) & (right == _DIGIT)
    joins = np.where(kind[at] == _INNER, (left <= _MARK) & (right <= _MARK), number)
    at = at[joins]
    if len(tagged):
        at = at[~np.isin(at, tagged)]
    if bool(before.any()):  # what stands before may be a sign by itself with its marks
        held = np.maximum.accumulate(np.where(kind == _MARK, 0, np.arange(len(kind))))
        at = at[kind[held[at - 1]] != _ALONE]
    inside[at] = True


def _together(starts: Ints, ends: Ints, more: Ints, over: Ints) -> tuple[Ints, Ints]:
    starts, ends = np.concatenate([starts, more]), np.concatenate([ends, over])
    order = np.argsort(starts, kind="stable")
    return starts[order], ends[order]


def _with_addresses(text: str, starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
    """Words that begin an address are the whole of it, and those within it are none."""
    pattern, found, at = address_pattern(), list[tuple[int, int]](), 0
    if "http" not in text and "www." not in text:
        return starts, ends
    for begins in _ADDRESS_BEGINS.finditer(text):
        place = begins.start()
        where = int(np.searchsorted(starts, place))
        if place < at or where == len(starts) or starts[where] != place:
            continue
        whole = pattern.match(text, place)
        if whole:
            at = whole.end()
            found.append((place, at))
    if not found:
        return starts, ends
    spans = np.array(found, np.int64)
    which = np.searchsorted(spans[:, 0], starts, "right") - 1
    within = (which >= 0) & (starts < spans[which, 1])
    return _together(starts[~within], ends[~within], spans[:, 0], spans[:, 1])
