"""What is wrong with a query, in plain words, with a caret under the place."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

from ...errors import InvalidInput
from ...model.query import KEYWORDS

__all__ = ["syntax_error"]

_RELATIONS = {"OVERLAPS", "WITHIN", "CONTAINS", "EQUALS", "FOLLOWS", "PRECEDES", "NEAR"}
_BEGIN = {
    "CODE", "TEXT", "WORDS", "STEM", "MEMO", "FINDING", "EVENT", "RATING", "NETWORK", "CODER",
    "SET", "CASE", "SOURCE", "BLOCK", "CREATED",
    "WEIGHT", "ORIGIN", "START", "END",
}  # fmt: skip

# Groups of terminals, the telling ones first: all of a group must be possible for its words.
_ANY_CONDITION = (
    'a condition such as code:NAME, text:"WORDS", coder:NAME, case.ATTRIBUTE = "VALUE", '
    "source.kind = KIND or not"
)
_RELATION = (
    "a relation (overlaps, within, contains, equals, follows(200), precedes(200), near(200))"
)
_GROUPS: tuple[tuple[set[str], str], ...] = (
    (_BEGIN | {"NOT"}, _ANY_CONDITION),
    (_BEGIN, 'a condition such as code:NAME, text:"WORDS" or case.ATTRIBUTE = "VALUE"'),
    (_RELATIONS, _RELATION),
    ({"IS", "OPERATOR"}, "an operator (= != < <= > >= in contains)"),
    ({"WORD", "STRING"}, "a word, or words in quotes"),
)
_SINGLE = {
    "AND": "“and”",
    "OR": "“or”",
    "$END": "the end of the query",
    "_CLOSE": "a closing parenthesis",
    "_COMMA": "a comma",
    "_DOT": "a dot and the name of an attribute",
    "NUMBER": "a whole number",
    "BLOCKS": "“blocks”",
    "IN_WORDS": "“words”",
    "ANY": "*",
    "REGEX": "a regular expression between slashes",
    "_OPEN": "an opening parenthesis",
}
_CONTEXT = 60
_QUOTES = {'"': '"', "“": "”"}


def syntax_error(query: str, at: int, accepted: Collection[str], wrong: str = "") -> InvalidInput:
    """The error for character ``at`` of ``query``, where one of the terminals ``accepted`` could
    stand; ``wrong`` says it where something else than the grammar objects."""
    said = wrong or _unmatched(query, at) or f"expected {_listed(_expected(accepted))}"
    found = "At its end" if at >= len(query) else f"At character {at + 1}"
    message = f"This query cannot be read.\n{_pointed(query, at)}\n{found}: {said}."
    error = InvalidInput("query-syntax", message, _advice(query, at, accepted))
    # Told line by line, whatever quotes the query opens: the caret stands under its character.
    error.at, error.message = at, message
    return error


def _unmatched(query: str, at: int) -> str:
    opening = query[at : at + 1]
    if opening == ")" and query[:at].count("(") <= query[:at].count(")"):
        return "this parenthesis closes none that was opened"
    closing = _QUOTES.get(opening)
    if closing and closing not in query[at + 1 :]:
        return f"the quote opened here is never closed with {closing}"
    if opening == "/" and query[:at].rstrip().casefold().endswith("text:"):
        return "the regular expression opened here is never closed with a slash"
    return ""


def _expected(accepted: Collection[str]) -> list[str]:
    left, words = set(accepted), []
    for group, phrase in _GROUPS:
        if group <= left:
            words.append(phrase)
            left -= group | ({"_OPEN"} if group & _BEGIN else {"IN", "CONTAINS"} & left)
    first = [_SINGLE[name] for name in _SINGLE if name in left and name != "$END"]
    last = [_SINGLE["$END"]] if "$END" in left else []
    return [*first, *words, *last]


def _listed(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _advice(query: str, at: int, accepted: Collection[str]) -> str:
    rest = query[at:].split()
    word = rest[0].strip('()"“”,') if rest else ""
    if "CODE" in accepted and word.isalnum() and word.casefold() not in KEYWORDS:
        return f'To find a code write code:{word}; to find words write text:"{word}".'
    return ""


def _pointed(query: str, at: int) -> str:
    """The line of the query with a caret under the character, both indented by two spaces."""
    begin = query.rfind("\n", 0, at) + 1
    finish = query.find("\n", at)
    line = query[begin:] if finish < 0 else query[begin:finish]
    place = at - begin
    cut = max(place - _CONTEXT, 0)
    shown = ("…" if cut else "") + line[cut : place + _CONTEXT]
    shown += "…" if place + _CONTEXT < len(line) else ""
    before = ("…" if cut else "") + line[cut:place]
    return f"  {shown.expandtabs(1)}\n  {' ' * sum(map(_width, before))}^"


def _width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
