"""A quotation beside the words it quotes, character by character.

What quoting allows is no difference: omissions (… and […]), words in brackets, other forms of
quotation marks, dashes and spaces, the case of the first letter, the sign at the end (APA 8.31).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from ...errors import MissingExtra

__all__ = ["ALIKE", "Compared", "Stretch", "compare", "fragments"]

Kind = Literal["same", "added", "missing", "left out", "bracketed"]
# Omissions as they are written, and what somebody put in brackets.
_EDITED = re.compile(
    r"\s*(?:\[\s*(?:…|\.{3}|\. \. \.)\s*\]|\(\s*(?:…|\.{3}|\. \. \.)\s*\)|…|\.{3,4}|\. \. \.)\s*"
    r"|\[(?P<own>[^\[\]]{1,200})\]"
)
ALIKE = str.maketrans({
    **dict.fromkeys('‘’‚`´“”„«»"', "'"),
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "\u00a0": " ", "\u202f": " ", "\t": " ", "\n": " ",
    "\u2009": " ",
})  # fmt: skip
_ENDING = ".,;:!?-…' "
_TOKEN = re.compile(r"\w+|\s+|.", re.DOTALL)
# Words with less in common are told one after the other.
_LIKENESS = 0.5
# A word in brackets stands for so many words at most.
_REPLACED = 6


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a comparison: words that are the *same*, *added* in the quotation, *missing* from
    it, *left out* and said so, or the writer's own in brackets (*bracketed*)."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A quotation compared with its source: ``differences`` counts the characters that were added or
    are missing without a sign of it."""

    stretches: tuple[Stretch, ...]
    differences: int


def fragments(quotation: str) -> list[str]:
    """The words of a quotation that are its source's: between omissions, without brackets."""
    parts, at, part = [], 0, ""
    for found in _EDITED.finditer(quotation):
        part += quotation[at : found.start()]
        at = found.end()
        if found["own"] is None:
            parts.append(part)
            part = ""
    parts.append(part + quotation[at:])
    return [part.strip() for part in parts if part.strip()]


def compare(quotation: str, source: str) -> Compared:
    """The quotation beside the words of its source. Raises :class:`MissingExtra`."""
    if _plain(quotation) == _plain(source):
        return Compared((Stretch("same", quotation),), 0)
    told = _joined(_allowed(list(_steps(*_words_of(quotation), _tokens(source)))))
    return Compared(told, sum(len(one.text) for one in told if one.kind in {"added", "missing"}))


def _plain(text: str) -> str:
    return " ".join(text.translate(ALIKE).split())


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _keys(tokens: list[str]) -> list[str]:
    """What tokens are compared by; spaces are all alike."""
    return [" " if one.isspace() else one.translate(ALIKE) for one in tokens]


_Edits = dict[int, list[Stretch]]


def _words_of(quotation: str) -> tuple[list[str], _Edits]:
    """The tokens of a quotation without what its writer put in, and that by its place."""
    tokens: list[str] = []
    edits: _Edits = {}
    at = 0
    for found in _EDITED.finditer(quotation):
        tokens += _tokens(quotation[at : found.start()])
        kind: Kind = "left out" if found["own"] is None else "bracketed"
        edits.setdefault(len(tokens), []).append(Stretch(kind, found.group()))
        at = found.end()
    return tokens + _tokens(quotation[at:]), edits


def _steps(tokens: list[str], edits: _Edits, source: list[str]) -> Iterator[Stretch]:
    """Both texts side by side, from their beginning to their end: words first, then the characters
    of words that differ."""
    told = 0
    for equal, a, b, c, d in _stretches(_keys(tokens), _keys(source)):
        # What stands at the end of a stretch is told with the next one.
        inner = [(at, one) for at in range(told, b) for one in edits.get(at, ())]
        near = [one for at in range(a, b + 1) for one in edits.get(at, ())]
        told = max(told, b)
        if not equal and not any(at > a for at, _ in inner):
            yield from (one for _, one in inner)
            yield from _other(tokens[a:b], source[c:d], near)
            continue
        if not equal and not any(one.kind == "left out" for one in near):
            yield Stretch("missing", "".join(source[c:d]))
        for at in range(a, b):
            yield from (one for place, one in inner if place == at)
            yield Stretch("same" if equal or tokens[at].isspace() else "added", tokens[at])
    yield from edits.get(len(tokens), ())


def _other(mine: list[str], theirs: list[str], near: list[Stretch]) -> Iterator[Stretch]:
    """Words that stand where the source has others."""
    if _is_covered(mine, theirs, near):
        yield from (Stretch("same", one) for one in mine)
    else:
        yield from _characters("".join(mine), "".join(theirs), near)


def _is_covered(mine: list[str], theirs: list[str], near: list[Stretch]) -> bool:
    """Whether words that are missing are said to be left out, or have others in brackets for them."""
    if any(not one.isspace() for one in mine) or not near:
        return False
    many = sum(1 for one in theirs if one[0].isalnum())
    return many <= _REPLACED or any(one.kind == "left out" for one in near)


def _characters(mine: str, theirs: str, near: list[Stretch]) -> Iterator[Stretch]:
    """Words that differ, character by character, or one after the other where they have little in
    common."""
    left, right = (text.translate(ALIKE) for text in (mine, theirs))
    if near and right.casefold().endswith(left.casefold()) and left:
        # The first letter in brackets: “[T]akut”.
        yield Stretch("same", mine)
        return
    if not left or not right or _library().normalized_similarity(left, right) < _LIKENESS:
        yield from (Stretch("missing", theirs), Stretch("added", mine))
        return
    for one in _library().opcodes(left, right):
        yield Stretch(
            "missing", theirs[one.dest_start : one.dest_end] if one.tag == "insert" else ""
        )
        kind: Kind = "same" if one.tag == "equal" else "added"
        yield Stretch(kind, mine[one.src_start : one.src_end])


def _library() -> Any:
    try:
        from rapidfuzz.distance import Indel
    except ImportError:
        raise MissingExtra("files", "Comparing quotations with their source") from None
    return Indel


def _stretches(left: list[str], right: list[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Stretches of tokens of both that are equal, or that stand where the other has others."""
    a = c = 0
    for block in _library().opcodes(left, right).as_matching_blocks():
        if block.a > a or block.b > c:
            yield False, a, block.a, c, block.b
        a, c = block.a + block.size, block.b + block.size
        if block.size:
            yield True, block.a, a, block.b, c


def _allowed(told: list[Stretch]) -> list[Stretch]:
    """The comparison without what may be changed in a quotation and not be said."""
    return _ending(_first_letter([one for one in told if one.text]))


def _first_letter(told: list[Stretch]) -> list[Stretch]:
    """A first letter made small or large."""
    if len(told) > 1 and [one.kind for one in told[:2]] == ["missing", "added"]:
        theirs, mine = (one.text for one in told[:2])
        if mine.casefold() == theirs.casefold() and mine[1:] == theirs[1:]:
            return [Stretch("same", mine), *told[2:]]
    return told


def _ending(told: list[Stretch]) -> list[Stretch]:
    """Another sign at the end, or none."""
    kept = list(told)
    after: list[Stretch] = []
    while kept and kept[-1].kind in {"added", "missing"}:
        if any(sign not in _ENDING for sign in kept[-1].text.translate(ALIKE)):
            return [*kept, *after]
        last = kept.pop()
        after[:0] = [Stretch("same", last.text)] if last.kind == "added" else []
    return [*kept, *after]


def _joined(told: list[Stretch]) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    for one in told:
        if found and found[-1].kind == one.kind:
            found[-1] = Stretch(one.kind, found[-1].text + one.text)
        else:
            found.append(one)
    return tuple(found)
