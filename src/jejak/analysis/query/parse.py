"""From the text of a query to its objects.

``parse(str(query)) == query`` for every query. The grammar is `grammar.lark`; names are kept as
they were written, and resolved only against a study.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from lark import Lark, Token, Transformer, v_args
from lark.exceptions import UnexpectedInput, UnexpectedToken

from ...errors import InvalidInput
from ...model.query import (
    And,
    CodeIs,
    CoderIs,
    Compare,
    EventIs,
    FindingIs,
    InSet,
    MemoIs,
    NetworkIs,
    Not,
    Or,
    Query,
    RatingIs,
    Related,
    TextIs,
)
from .blame import syntax_error

__all__ = ["DEEPEST", "LONGEST", "Tokens", "parse", "tokens_of"]

LONGEST = 100_000
DEEPEST = 100


_UNITS = {"b": "blocks", "w": "words"}


@v_args(inline=True)
class _Builder(Transformer[Token, Query]):
    """Builds the objects while the text is read; each method is named like its rule."""

    def either(self, *terms: Query | Token) -> Query:
        return Or(tuple(term for term in terms if isinstance(term, Query)))

    def both(self, *terms: Query | Token) -> Query:
        return And(tuple(term for term in terms if isinstance(term, Query)))

    def negation(self, _not: Token, term: Query) -> Query:
        return Not(term)

    def relation(self, left: Query, relation: Token, *rest: Query | Token) -> Query:
        right = rest[-1]
        distance = int(str(rest[0])) if len(rest) > 1 else None
        unit = _UNITS[str(rest[1])[:1].lower()] if len(rest) > 2 else "characters"
        if not isinstance(right, Query):
            raise TypeError(right)
        return Related(left, relation.lower(), right, distance, unit)

    def code(self, _code: Token, *rest: Token | str) -> Query:
        return CodeIs(_unless_any(rest[-1]), below=len(rest) == 1)

    def phrase(self, _text: Token, words: str) -> Query:
        return TextIs(words)

    def regex(self, _text: Token, pattern: Token) -> Query:
        return TextIs(pattern[1:-1], "regex")

    def words(self, _words: Token, words: str) -> Query:
        return TextIs(words, "word")

    def stem(self, _stem: Token, word: str) -> Query:
        return TextIs(word, "stem")

    def memo(self, _memo: Token, words: Token | str) -> Query:
        return MemoIs(_unless_any(words))

    def finding(self, _finding: Token, label: str) -> Query:
        return FindingIs(label)

    def event(self, _event: Token, name: str) -> Query:
        return EventIs(name)

    def rating(self, _rating: Token, name: str) -> Query:
        return RatingIs(name)

    def network(self, _network: Token, name: str) -> Query:
        return NetworkIs(name)

    def in_set(self, _set: Token, name: str) -> Query:
        return InSet(name)

    def coder(self, _coder: Token, name: str) -> Query:
        return CoderIs(name)

    def compare(self, field: tuple[str, str], operator: str, *values: str) -> Query:
        return Compare(*field, operator.lower(), values)

    def field(self, subject: Token, name: str = "") -> tuple[str, str]:
        return subject.lower(), name

    def operator(self, sign: Token) -> str:
        return str(sign)

    def name(self, written: Token) -> str:
        if written.type == "STRING":
            return re.sub(r"\\(.)", r"\1", written[1:-1], flags=re.DOTALL)
        return str(written)


def _unless_any(name: Token | str) -> str | None:
    """The name; ``None`` for the sign that stands for any (names are plain strings, not tokens)."""
    return None if isinstance(name, Token) else name


@cache
def _reader() -> Lark:
    return Lark.open_from_package(
        __name__, "grammar.lark", parser="lalr", lexer="contextual", transformer=_Builder()
    )


def parse(text: str) -> Query:
    """The query that ``text`` says.

    Raises :class:`InvalidInput`: ``query-syntax`` where it cannot be read (the message shows the
    place and what was expected there), ``query-too-long`` and ``query-too-deep``.
    """
    if len(text) > LONGEST:
        raise InvalidInput("query-too-long", f"The query is longer than {LONGEST} characters.")
    query = _read(text)
    if _deeper(query, DEEPEST):
        raise InvalidInput("query-too-deep", f"The query nests more than {DEEPEST} levels deep.")
    return query


def _read(text: str) -> Query:
    reading: Any = _reader().parse_interactive(text)
    built, last = 0, None  # where the part now being built ends, and the token after it
    try:
        for token in reading.iter_parse():
            built, last = (last.start_pos if last else 0), token
        built = last.start_pos if last else 0
        result: Query = reading.feed_eof(last)
    except UnexpectedInput as problem:
        raise syntax_error(text, _place(text, problem), reading.accepts()) from None
    except InvalidInput as problem:
        wrong = problem.message.rstrip(".")
        raise syntax_error(text, built, (), wrong[:1].lower() + wrong[1:]) from None
    return result


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a beginning of a query consists of, and the names of the terminals that may follow."""

    seen: tuple[Token, ...]
    accepted: frozenset[str]


def tokens_of(text: str) -> Tokens | None:
    """The beginning of a query read as far as it goes; ``None`` where it cannot be the beginning of
    any."""
    if len(text) > LONGEST:
        return None
    reading: Any = _reader().parse_interactive(text)
    seen: list[Token] = []
    try:
        for token in reading.iter_parse():
            seen.append(token)  # noqa: PERF402  (what was read before an error is not wanted)
    except (UnexpectedInput, InvalidInput):
        return None
    return Tokens(tuple(seen), frozenset(reading.accepts()))


def _place(text: str, problem: UnexpectedInput) -> int:
    if isinstance(problem, UnexpectedToken) and problem.token.type == "$END":
        return len(text)
    place: Any = problem.pos_in_stream
    return len(text) if place is None else int(place)


def _deeper(query: Query, limit: int) -> bool:
    """Whether parts of the query nest deeper than ``limit``, without recursion."""
    level: list[Query] = [query]
    for _ in range(limit):
        level = [part for whole in level for part in _parts(whole)]
        if not level:
            return False
    return True


def _parts(query: Query) -> tuple[Query, ...]:
    if isinstance(query, And | Or):
        return query.terms
    if isinstance(query, Not):
        return (query.term,)
    if isinstance(query, Related):
        return (query.left, query.right)
    return ()
