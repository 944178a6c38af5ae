"""Parts of queries, made by the names that the language has for them."""

from __future__ import annotations

from .parts import (
    CodeIs,
    CoderIs,
    Compare,
    EventIs,
    FindingIs,
    InSet,
    MemoIs,
    NetworkIs,
    RatingIs,
    TextIs,
)

__all__ = [
    "code",
    "coder",
    "compare",
    "event",
    "finding",
    "in_set",
    "memo",
    "network",
    "rating",
    "stem",
    "text",
    "word",
]


def code(name: str | None = None, *, below: bool = True) -> CodeIs:
    """Codings of a code and all below it; without a name, of any code."""
    return CodeIs(name, below)


def text(pattern: str, *, regex: bool = False) -> TextIs:
    """Stretches of text that are this phrase, or match this regular expression."""
    return TextIs(pattern, "regex" if regex else "phrase")


def word(words: str) -> TextIs:
    """Words as they are counted: *anak* is not found in *anak-anak*."""
    return TextIs(words, "word")


def stem(word: str) -> TextIs:
    """Words of the same stem."""
    return TextIs(word, "stem")


def memo(words: str | None = None) -> MemoIs:
    """What a memo is about."""
    return MemoIs(words)


def finding(label: str) -> FindingIs:
    """The evidence of a finding."""
    return FindingIs(label)


def event(name: str) -> EventIs:
    """The words that show an event."""
    return EventIs(name)


def rating(name: str) -> RatingIs:
    """The words on which the ratings of a variable rest."""
    return RatingIs(name)


def network(name: str) -> NetworkIs:
    """What a network, a node or an edge rests on."""
    return NetworkIs(name)


def in_set(name: str) -> InSet:
    """What a set holds."""
    return InSet(name)


def coder(name: str) -> CoderIs:
    """Codings by a person."""
    return CoderIs(name)


def compare(field: str, operator: str, *values: object) -> Compare:
    """A comparison: ``compare("case.role", "in", "consumer", "seller")``."""
    subject, _, name = field.partition(".")
    return Compare(subject, name, operator, tuple(str(value) for value in values))
