"""Finding words and regular expressions in a text: a plain literal first, all else after.

Looking for a literal is many times faster than any look-around, so words are found as literals and
their edges tested afterwards, and a regular expression is not even tried on a text that lacks a
literal every match must hold.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from ..errors import InvalidInput
from .letters import UNSPACED, folded, is_word_sign
from .text import Span, word_key, word_spans

__all__ = [
    "apart",
    "compile_pattern",
    "find_regex",
    "find_whole_words",
    "find_words",
    "required_literal",
    "sure_letters",
]

_UNSPACED = re.compile(f"[{UNSPACED}]")
# What an index of letters may have otherwise: signs with marks, and letters that fold in odd ways.
_ONE_WAY = re.compile(r"[^\x20-\x7e]+")


def find_words(
    text: str, phrase: str, *, case_sensitive: bool = False, whole: bool = True
) -> list[Span]:
    """Where a phrase stands, whatever space or line breaks are between its words.

    Its composed and decomposed spellings (é) are both found. ``whole``: its first and last word
    must not go on to either side; in scripts without spaces they may.
    """
    body = text if case_sensitive else folded(text)
    found: set[Span] = set()
    for form in ("NFC", "NFD"):
        sought = unicodedata.normalize(form, phrase)
        parts = (sought if case_sensitive else folded(sought)).split()
        found.update(_phrases(body, parts))
    return sorted(span for span in found if not whole or _stands_alone(body, *span))


def _phrases(body: str, parts: list[str]) -> Iterator[Span]:
    if not parts:
        return
    rest = re.compile("".join(rf"\s+{re.escape(part)}" for part in parts[1:]))
    first = parts[0]
    at = body.find(first)
    while at >= 0:
        after = rest.match(body, at + len(first))
        if after:
            yield at, after.end()
        at = body.find(first, at + 1)


def _stands_alone(body: str, start: int, end: int) -> bool:
    return not (_goes_on(body, start - 1, start) or _goes_on(body, end - 1, end))


def _goes_on(body: str, left: int, right: int) -> bool:
    """Whether one word spans the two neighbouring places."""
    if left < 0 or right >= len(body):
        return False
    before, after = body[left], body[right]
    if unicodedata.category(after)[0] == "M":
        return is_word_sign(before)
    if _UNSPACED.match(before) or _UNSPACED.match(after):
        return False
    return is_word_sign(before) and is_word_sign(after)


def find_whole_words(text: str, phrase: str) -> list[Span]:
    """Where words stand as they are counted (:func:`jejak.analysis.text.word_spans`), one after the
    other on one line with nothing but space between them: *anak* is not found in *anak-anak*."""
    wanted = [word_key(phrase[start:end]) for start, end in word_spans(phrase)]
    if not wanted:
        return []
    found: list[Span] = []
    for begin, line in _lines_with(text, wanted[0]):
        spans = [(begin + start, begin + end) for start, end in word_spans(line)]
        keys = [word_key(text[start:end]) for start, end in spans]
        for at in range(len(spans) - len(wanted) + 1):
            upto = at + len(wanted)
            if keys[at:upto] == wanted and _in_a_row(text, spans[at:upto]):
                found += [(spans[at][0], spans[upto - 1][1])]
    return found


def _in_a_row(text: str, spans: list[Span]) -> bool:
    return all(not text[a[1] : b[0]].strip() for a, b in pairwise(spans))


def _lines_with(text: str, word: str) -> Iterator[tuple[int, str]]:
    """The lines that may hold a word, and where they begin."""
    if not word.isascii():
        at = 0
        for line in text.split("\n"):
            yield at, line
            at += len(line) + 1
        return
    body, at = folded(text), 0
    while (hit := body.find(word, at)) >= 0:
        begin = body.rfind("\n", 0, hit) + 1
        end = body.find("\n", hit)
        at = len(body) if end < 0 else end
        yield begin, text[begin:at]


def apart(spans: list[Span]) -> list[Span]:
    """Sorted spans without those that begin within the one before."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def sure_letters(phrase: str) -> str:
    """The longest part of a phrase that each match holds letter for letter, but for the case."""
    pieces = [_ONE_WAY.split(part) for part in phrase.split()]
    return max((piece for part in pieces for piece in part), key=len, default="")


def compile_pattern(pattern: str, *, case_sensitive: bool = True) -> re.Pattern[str]:
    """A regular expression (Python's), with ``^`` and ``$`` at every line.

    Raises :class:`InvalidInput` (``bad-regex``) where it is none.
    """
    flags = re.MULTILINE | (0 if case_sensitive else re.IGNORECASE)
    try:
        return re.compile(pattern, flags)
    except (re.error, OverflowError, RecursionError) as error:
        raise InvalidInput(
            "bad-regex", f"The regular expression /{pattern}/ is not valid: {error}."
        ) from None


def find_regex(text: str, pattern: re.Pattern[str]) -> list[Span]:
    """Where it matches; empty matches are left out."""
    if not pattern.flags & re.IGNORECASE and required_literal(pattern.pattern) not in text:
        return []
    return [match.span() for match in pattern.finditer(text) if match.end() > match.start()]


_QUANTIFIER = re.compile(r"\*|\?|\{(?=[\d,])\d*,?\d*\}")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\\\]])*\]", re.DOTALL)
_GROUP_PART = re.compile(r"\\.|\(\?#[^)]*\)|\[\^?\]?(?:\\.|[^\\\]])*\]|[()]|.", re.DOTALL)
_VERBOSE = re.compile(r"\(\?[a-zA-Z]*x")


def required_literal(pattern: str) -> str:
    """The longest literal that each match of a valid pattern must hold, or nothing.

    It may be found by an index before the pattern is tried. A pattern that ignores case holds it in
    any case. Groups and alternatives are not looked into.
    """
    if _VERBOSE.search(pattern):
        return ""
    runs = [""]
    at = 0
    while at < len(pattern):
        if pattern[at] == "|":
            return ""
        at = _read_on(pattern, at, runs)
    return max(runs, key=len)


def _read_on(pattern: str, at: int, runs: list[str]) -> int:
    """Take in one part of a pattern: a literal goes to the last run, all else begins a new one."""
    sign = pattern[at]
    quantifier = _QUANTIFIER.match(pattern, at)
    if quantifier:
        runs[-1] = runs[-1][:-1]
    elif sign == "\\" and not pattern[at + 1].isalnum():
        runs[-1] += pattern[at + 1]
        return at + 2
    elif sign not in "\\[(.^$+":
        runs[-1] += sign
        return at + 1
    runs.append("")
    return quantifier.end() if quantifier else _past(pattern, at)


def _past(pattern: str, at: int) -> int:
    """The place after an escape, a class, a group or a single sign."""
    if pattern[at] == "\\":
        return _past_escape(pattern, at)
    found = _CLASS.match(pattern, at)
    if found:
        return found.end()
    return _past_group(pattern, at) if pattern[at] == "(" else at + 1


_ESCAPE = re.compile(
    r"\\(?:N\{[^}]*\}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\d{1,3}|.)", re.DOTALL
)


def _past_escape(pattern: str, at: int) -> int:
    found = _ESCAPE.match(pattern, at)
    return found.end() if found else at + 1


def _past_group(pattern: str, at: int) -> int:
    depth = 0
    for part in _GROUP_PART.finditer(pattern, at):
        depth += {"(": 1, ")": -1}.get(part[0], 0)
        if depth == 0:
            return part.end()
    return len(pattern)
