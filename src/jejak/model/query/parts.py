"""The parts that queries are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ...errors import InvalidInput

__all__ = ["KEYWORDS", "OPERATORS", "RELATIONS", "SUBJECTS", "And", "CodeIs", "CoderIs", "Compare", "EventIs", "FindingIs", "InSet", "MemoIs", "NetworkIs", "Not", "Or", "Query", "RatingIs", "Related", "TextIs", "TextMode", "quoted"]  # fmt: skip

OPERATORS = ("=", "!=", "<", "<=", ">", ">=", "in", "contains")
RELATIONS = ("overlaps", "within", "contains", "equals", "follows", "precedes", "near")
UNITS = ("characters", "words", "blocks")
MEASURED = ("follows", "precedes", "near")
KEYWORDS = frozenset({"and", "or", "not", "in", *RELATIONS})
SUBJECTS = ("case", "source", "block", "created", "weight", "origin", "start", "end")

_BARE = re.compile(r'[^\s()"“”,=<>!:*/\\][^\s()"“”,=<>!:*\\]*')

TextMode = Literal["phrase", "word", "regex", "stem"]


def quoted(name: str) -> str:
    """A name as the language writes it: bare where it can be, else in quotes."""
    if _BARE.fullmatch(name) and name.casefold() not in KEYWORDS:
        return name
    return _in_quotes(name)


def _in_quotes(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _filled(text: str, what: str) -> None:
    if not text.strip():
        raise InvalidInput("query-empty", f"{what} in a query cannot be empty.")


@dataclass(frozen=True, slots=True)
class Query:
    """Any part of a query."""

    def __and__(self, other: Query) -> And:
        return And((self, other))

    def __or__(self, other: Query) -> Or:
        return Or((self, other))

    def __invert__(self) -> Not:
        return Not(self)

    def overlaps(self, other: Query) -> Related:
        """Its hits that share a character with a hit of the other."""
        return Related(self, "overlaps", other)

    def within(self, other: Query) -> Related:
        """Its hits that lie inside a hit of the other."""
        return Related(self, "within", other)

    def contains(self, other: Query) -> Related:
        """Its hits that lie around a hit of the other."""
        return Related(self, "contains", other)

    def equals(self, other: Query) -> Related:
        """Its hits that lie exactly on a hit of the other."""
        return Related(self, "equals", other)

    def follows(self, other: Query, distance: int, unit: str = "characters") -> Related:
        """Its hits that begin at most so many characters (or words) after the other ends."""
        return Related(self, "follows", other, distance, unit)

    def precedes(self, other: Query, distance: int, unit: str = "characters") -> Related:
        """Its hits that end at most so many characters (or words) before the other begins."""
        return Related(self, "precedes", other, distance, unit)

    def near(self, other: Query, distance: int, unit: str = "characters") -> Related:
        """Its hits at most so many characters (or words, blocks) away from the other, or overlapping."""
        return Related(self, "near", other, distance, unit)


@dataclass(frozen=True, slots=True)
class CodeIs(Query):
    """Codings of a code: by name or path, with all below it or alone; ``None``: of any code."""

    name: str | None
    below: bool = True

    def __post_init__(self) -> None:
        if self.name is None:
            object.__setattr__(self, "below", True)
        else:
            _filled(self.name, "The name of a code")

    def __str__(self) -> str:
        if self.name is None:
            return "code:*"
        return f"code:{'' if self.below else '='}{quoted(self.name)}"


@dataclass(frozen=True, slots=True)
class TextIs(Query):
    """Stretches of text: a phrase, words as they are counted, a regular expression (Python's), or all
    forms of a word."""

    pattern: str
    mode: TextMode = "phrase"

    def __post_init__(self) -> None:
        _filled(self.pattern, "The words sought")
        if self.mode == "regex":
            plain = re.sub(r"\\(.)", _unslashed, self.pattern, flags=re.DOTALL)
            object.__setattr__(self, "pattern", plain)
            _check_regex(plain)

    def __str__(self) -> str:
        if self.mode == "stem":
            return f"stem:{quoted(self.pattern)}"
        if self.mode in ("phrase", "word"):
            return f"{'text' if self.mode == 'phrase' else 'word'}:{_in_quotes(self.pattern)}"
        slashed = re.sub(r"\\.|/", _slashed, self.pattern, flags=re.DOTALL)
        return f"text:/{slashed}/"


def _unslashed(found: re.Match[str]) -> str:
    return "/" if found[1] == "/" else found[0]


def _slashed(found: re.Match[str]) -> str:
    return r"\/" if found[0] == "/" else found[0]


def _check_regex(pattern: str) -> None:
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        raise InvalidInput(
            "bad-regex", f"The regular expression /{pattern}/ is not valid: {error}."
        ) from None


@dataclass(frozen=True, slots=True)
class MemoIs(Query):
    """What a memo is about: any memo, or one that holds these words."""

    words: str | None = None

    def __post_init__(self) -> None:
        if self.words is not None:
            _filled(self.words, "The words of a memo")

    def __str__(self) -> str:
        return "memo:*" if self.words is None else f"memo:{_in_quotes(self.words)}"


@dataclass(frozen=True, slots=True)
class FindingIs(Query):
    """Segments that are evidence of a finding, named by its label (``F3``)."""

    label: str

    def __post_init__(self) -> None:
        _filled(self.label, "The label of a finding")

    def __str__(self) -> str:
        return f"finding:{quoted(self.label)}"


@dataclass(frozen=True, slots=True)
class EventIs(Query):
    """Segments from which an event is known, named by its name or GUID."""

    name: str

    def __post_init__(self) -> None:
        _filled(self.name, "The name of an event")

    def __str__(self) -> str:
        return f"event:{quoted(self.name)}"


@dataclass(frozen=True, slots=True)
class RatingIs(Query):
    """Segments on which ratings rest: those of a variable by name, or one rating by its GUID."""

    name: str

    def __post_init__(self) -> None:
        _filled(self.name, "The name of a rated variable")

    def __str__(self) -> str:
        return f"rating:{quoted(self.name)}"


@dataclass(frozen=True, slots=True)
class NetworkIs(Query):
    """Segments that a network rests on: the whole of a saved one by its name or GUID, or a single
    node or edge by its GUID."""

    name: str

    def __post_init__(self) -> None:
        _filled(self.name, "The name of a network")

    def __str__(self) -> str:
        return f"network:{quoted(self.name)}"


@dataclass(frozen=True, slots=True)
class InSet(Query):
    """What a set holds."""

    name: str

    def __post_init__(self) -> None:
        _filled(self.name, "The name of a set")

    def __str__(self) -> str:
        return f"in set:{quoted(self.name)}"


@dataclass(frozen=True, slots=True)
class CoderIs(Query):
    """Codings by a person, by name or initials."""

    name: str

    def __post_init__(self) -> None:
        _filled(self.name, "The name of a coder")

    def __str__(self) -> str:
        return f"coder:{quoted(self.name)}"


@dataclass(frozen=True, slots=True)
class Compare(Query):
    """A comparison. ``subject`` is ``case``, ``source`` or ``block`` (``name``: which of its
    attributes; empty: its name), ``created``, ``weight``, ``origin`` of a coding, or ``start``, ``end``
    of a passage (characters before it begins, and before what follows it). ``in`` takes any number of values, every other operator one. What type is compared, the attribute decides."""

    subject: str
    name: str
    operator: str
    values: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.subject not in SUBJECTS:
            raise InvalidInput("unknown-field", f"“{self.subject}” cannot be compared in a query.")
        if self.operator not in OPERATORS:
            raise InvalidInput("unknown-operator", f"There is no operator “{self.operator}”.")
        if bool(self.name) != (self.subject == "block") and self.subject not in ("case", "source"):
            raise InvalidInput("unknown-field", f"“{self.field}” cannot be compared in a query.")
        if not self.values or (self.operator != "in" and len(self.values) != 1):
            raise InvalidInput(
                "query-values", f"“{self.operator}” was given no value, or too many."
            )

    @property
    def field(self) -> str:
        """What is compared, as the language writes it: ``case.role``."""
        return f"{self.subject}.{quoted(self.name)}" if self.name else self.subject

    def __str__(self) -> str:
        if self.operator == "in":
            return f"{self.field} in ({', '.join(quoted(value) for value in self.values)})"
        return f"{self.field} {self.operator} {quoted(self.values[0])}"


def _several(terms: tuple[Query, ...]) -> None:
    if len(terms) < 2:
        raise InvalidInput("query-terms", "“and” and “or” stand between two or more queries.")


@dataclass(frozen=True, slots=True)
class And(Query):
    """All of them, read from the left: the hits of the first that the others leave."""

    terms: tuple[Query, ...]

    def __post_init__(self) -> None:
        _several(self.terms)
        first, *rest = self.terms
        if isinstance(first, And):
            object.__setattr__(self, "terms", (*first.terms, *rest))

    def __str__(self) -> str:
        return " and ".join(_bracketed(term, And, Or) for term in self.terms)


@dataclass(frozen=True, slots=True)
class Or(Query):
    """Any of them."""

    terms: tuple[Query, ...]

    def __post_init__(self) -> None:
        _several(self.terms)
        flat: list[Query] = []
        for term in self.terms:
            flat.extend(term.terms if isinstance(term, Or) else (term,))
        object.__setattr__(self, "terms", tuple(flat))

    def __str__(self) -> str:
        return " or ".join(_bracketed(term, Or) for term in self.terms)


@dataclass(frozen=True, slots=True)
class Not(Query):
    """What its term does not find."""

    term: Query

    def __str__(self) -> str:
        return f"not {_bracketed(self.term, And, Or)}"


@dataclass(frozen=True, slots=True)
class Related(Query):
    """The hits of ``left`` that stand in a relation to a hit of ``right``.

    ``distance`` is for ``follows``, ``precedes`` and ``near``, in characters or ``words`` (on one
    line); for ``near`` also in ``blocks``.
    """

    left: Query
    relation: str
    right: Query
    distance: int | None = None
    unit: str = "characters"

    def __post_init__(self) -> None:
        if self.relation not in RELATIONS:
            raise InvalidInput("unknown-relation", f"There is no relation “{self.relation}”.")
        if (self.distance is not None) != (self.relation in MEASURED):
            raise InvalidInput(
                "query-distance",
                f"{', '.join(MEASURED)} take a distance, the other relations none.",
            )
        if self.distance is not None and self.distance < 0:
            raise InvalidInput("negative-distance", "A distance cannot be negative.")
        possible = {"near": UNITS}.get(self.relation, ("characters", "words"))
        if self.unit not in (possible if self.distance is not None else ("characters",)):
            raise InvalidInput(
                "query-distance", f"“{self.relation}” is not measured in {self.unit}."
            )

    def __str__(self) -> str:
        unit = "" if self.unit == "characters" else f" {self.unit}"
        measure = "" if self.distance is None else f"({self.distance}{unit})"
        left = _bracketed(self.left, And, Or, Not)
        return f"{left} {self.relation}{measure} {_bracketed(self.right, And, Or, Not, Related)}"


def conjunction(terms: Iterable[Query]) -> str:
    """All of some queries as one text, each in brackets where it needs them."""
    return " and ".join(_bracketed(term, And, Or) for term in terms)


def _bracketed(term: Query, *looser: type[Query]) -> str:
    return f"({term})" if isinstance(term, looser) else str(term)
