"""Words and sentences of a text, and words in their context. All positions are code points."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from .abbreviations import ANYWHERE, BEFORE_NAMES, BEFORE_NUMBERS
from .letters import UNSPACED, folded, marks

__all__ = [
    "EMOJI_SIGNS",
    "INNER_SIGNS",
    "KwicLine",
    "Span",
    "address_pattern",
    "emoji_pattern",
    "kwic",
    "sentence_spans",
    "word_key",
    "word_spans",
    "words",
]

Span = tuple[int, int]

_ADDRESS = r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]}'’]"
EMOJI_SIGNS = "\u2600-\u27bf\U0001f000-\U0001faff"
_EMOJI_SIGN = f"[{EMOJI_SIGNS}]"
_EMOJI = f"{_EMOJI_SIGN}(?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d{_EMOJI_SIGN})*"
INNER_SIGNS = "'’‐‑-"


def address_pattern() -> re.Pattern[str]:
    """Matches an address from where it begins."""
    return re.compile(_ADDRESS)


def emoji_pattern() -> re.Pattern[str]:
    """Matches an emoji with all that belongs to it."""
    return re.compile(_EMOJI)


@cache
def _word() -> re.Pattern[str]:
    alone = rf"[^\W{UNSPACED}]"
    run = rf"(?:{alone}+|[{marks()}]+)+"
    return re.compile(
        rf"{_ADDRESS}|[#@][\w{marks()}]+|{_EMOJI}|(?=\w)[{UNSPACED}][{marks()}]*"
        rf"|{run}(?:(?:[{INNER_SIGNS}]|(?<=\d)[.,:](?=\d)){run})*"
    )


def word_spans(text: str) -> list[Span]:
    """Where the words stand.

    A word is a run of letters, digits and combining marks; apostrophes and hyphens inside belong to
    it (*anak-anak*), dots, commas and colons inside numbers too. Addresses, hashtags, mentions and
    emoji are words. Scripts without spaces between words (Han, kana, Thai, Lao, Burmese, Khmer) are
    taken sign by sign, each with its marks.
    """
    return [match.span() for match in _word().finditer(text)]


def word_key(word: str) -> str:
    """What two spellings of a word have in common: small letters, composed."""
    return unicodedata.normalize("NFC", folded(word))


def words(text: str) -> list[str]:
    """The words of a text, case folded."""
    return [text[start:end].casefold() for start, end in word_spans(text)]


_CLOSING = "\"'”’»)\\]}›」』"
_STOP = re.compile(rf"(\n+)|([。！？｡]+[{_CLOSING}]*)|([.!?…؟۔।]+)([{_CLOSING}]*)(?=\s|$)")
_LAST_WORD = re.compile(r"(?:\w+\.)*\w+$")
_LONGEST_ABBREVIATION = 12


def sentence_spans(text: str) -> list[Span]:
    """Where the sentences stand, without the space around them.

    After UAX #29, with Indonesian and English abbreviations: a line break ends a sentence, as do
    ``. ! ? …`` (with closing quotes) before a space. A dot does not after an abbreviation, an
    initial or a number that begins the sentence, nor before lower case; ``?`` and ``!`` inside a
    quotation do not before lower case.
    """
    found: list[Span] = []
    begin = 0
    for stop in _STOP.finditer(text):
        if stop.start() >= begin and _ends(text, begin, stop):
            found.append((begin, stop.end()))
            begin = stop.end()
    found.append((begin, len(text)))
    trimmed = (_trimmed(text, start, end) for start, end in found)
    return [span for span in trimmed if span[0] < span[1]]


def _ends(text: str, begin: int, stop: re.Match[str]) -> bool:
    breaks, far_eastern, signs, quotes = stop.groups()
    if breaks or far_eastern:
        return True
    following = text[stop.end() : stop.end() + 3].lstrip(" \t\u00a0")[:1]
    if following.islower() and (quotes or signs[-1] in ".…"):
        return False
    return signs != "." or quotes != "" or not _abbreviates(text, begin, stop.start(), following)


def _abbreviates(text: str, begin: int, dot: int, following: str) -> bool:
    """Whether the dot belongs to the word before it."""
    if text[begin:dot].strip().isdigit():
        return True
    found = _LAST_WORD.search(text, max(begin, dot - _LONGEST_ABBREVIATION), dot)
    if not found:
        return False
    word = found[0]
    if len(word) == 1 and word.isupper():
        return True
    key = word.casefold()
    if key in BEFORE_NUMBERS:
        return following.isdigit()
    return key in BEFORE_NAMES or (key in ANYWHERE and not following.isupper())


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


@dataclass(frozen=True, slots=True)
class KwicLine:
    """A match ``[start, end)`` with the words before and after it, line breaks as spaces."""

    start: int
    end: int
    before: str
    match: str
    after: str


def kwic(text: str, spans: Iterable[Span], context: int = 80) -> list[KwicLine]:
    """Each span with at most ``context`` code points on either side."""
    flat = text.replace("\n", " ")
    return [
        KwicLine(start, end, flat[max(start - context, 0) : start], flat[start:end], after)
        for start, end in spans
        for after in (flat[end : end + context],)
    ]
