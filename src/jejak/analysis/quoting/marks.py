"""Where a text quotes: between quotation marks, or as a paragraph of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..text import word_spans

__all__ = ["Quoted", "quotations"]

# Fewer words are a term or a title, not a quotation that could be looked up.
_FEWEST = 3
_PAIRS = {"“": "”", "«": "»", "„": "“”", "‘": "’", "「": "」", "『": "』"}
_OPENING = re.compile('[“«„‘「『"]')
_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words at ``[start, end)`` of a paragraph (from 1), without the marks; ``block`` where
    the whole paragraph is a quotation."""

    paragraph: int
    start: int
    end: int
    block: bool = False


def quotations(paragraphs: Sequence[str], blocks: Sequence[bool] = ()) -> list[Quoted]:
    """The quotations of three words or more, in their order; ``blocks`` says which paragraphs are set
    as quotations. Quotations within quotations belong to the outer one."""
    found: list[Quoted] = []
    for number, text in enumerate(paragraphs, 1):
        if number <= len(blocks) and blocks[number - 1]:
            found += _block(number, text)
        else:
            found += [
                Quoted(number, start, end)
                for start, end in _marked(text)
                if len(word_spans(text[start:end])) >= _FEWEST
            ]
    return found


def _block(number: int, text: str) -> Iterator[Quoted]:
    """The quotation that a whole paragraph is: without marks around it and its citation at the end."""
    start, end = 0, len(text.rstrip())
    cited = re.search(r"\s*\((?=[^()]*\d)[^()]{1,120}\)\.?$", text[:end])
    if cited:
        end = cited.start()
    while start < end and (text[start].isspace() or text[start] in _PAIRS or text[start] == '"'):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in '”»’"'):
        end -= 1
    if len(word_spans(text[start:end])) >= _FEWEST:
        yield Quoted(number, start, end, block=True)


def _marked(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while opening := _OPENING.search(text, at):
        start = opening.end()
        at = start
        if _apostrophe(text, opening.start()):
            continue
        end = _closing(text, opening.group(), start)
        if end is not None:
            yield start, end
            at = end + 1


def _apostrophe(text: str, at: int) -> bool:
    """Whether a mark is one within a word (*Jum‘at*)."""
    return text[at] == "‘" and at > 0 and bool(_LETTER.match(text, at - 1))


def _closing(text: str, opening: str, start: int) -> int | None:
    """Where the quotation that was opened ends: at its closing mark, those opened within it skipped."""
    closing = _PAIRS.get(opening, '"')
    depth = 0
    for at in range(start, len(text)):
        sign = text[at]
        if sign in closing and not (sign == "’" and _inside_word(text, at)):
            if depth == 0:
                return at
            depth -= 1
        elif sign == opening and opening != '"':
            depth += 1
    return None


def _inside_word(text: str, at: int) -> bool:
    return bool(_LETTER.match(text, at + 1)) if at + 1 < len(text) else False
