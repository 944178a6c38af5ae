"""What can stand at a place of a query: names, values and words of the language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from lark import Token

from ...model.coding import ORIGINS
from ...model.corpus import Corpus, NamedColumns
from ...model.identity import name_key
from ...model.query import OPERATORS, RELATIONS, SUBJECTS, quoted
from ...model.reading import BLOCK_KINDS
from .parse import tokens_of

__all__ = ["Completion", "Completions", "Names", "completions"]

_WORD = re.compile(r'[^\s()"“”,=<>!:*.]*$')
_REST = re.compile(r'[^\s()"“”,=<>!:*]*')
_CLOSING = {'"': '"', "“": "”"}
_MEASURED = {"follows": "follows(200)", "precedes": "precedes(200)", "near": "near(200)"}
# What begins a part, by the terminal that has to be possible there; how it is written.
_BEGINNINGS = {
    "CODE": "code:", "TEXT": "text:", "WORDS": "word:", "STEM": "stem:", "MEMO": "memo:", "FINDING": "finding:",
    "EVENT": "event:", "RATING": "rating:",
    "CODER": "coder:", "SET": "in set:", "CASE": "case", "SOURCE": "source", "BLOCK": "block.",
    "CREATED": "created", "WEIGHT": "weight", "ORIGIN": "origin", "START": "start",
    "END": "end", "NOT": "not", "AND": "and",
    "OR": "or", **{name.upper(): _MEASURED.get(name, name) for name in RELATIONS},
}  # fmt: skip
_BLOCK_FIELDS = (("speaker", "text"), ("kind", "text"), ("time", "date"))


class Names(Protocol):
    """The names that columns do not hold."""

    def sets(self) -> Iterable[tuple[str, str]]:
        """The sets: name, and what it is a set of."""
        ...

    def findings(self) -> Iterable[tuple[str, str]]:
        """The findings: label and statement."""
        ...


@dataclass(frozen=True, slots=True)
class Completion:
    """One thing that can stand there: its bare ``name``, how it is ``written``, what it is
    (``kind``), and what else is known of it (``detail``)."""

    name: str
    written: str
    kind: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Completions:
    """What can stand in place of the characters from ``start`` to ``end`` (code points)."""

    start: int
    end: int
    found: tuple[Completion, ...]


def completions(query: str, at: int, corpus: Corpus, names: Names, limit: int = 20) -> Completions:
    """What can stand where the cursor is, ``at`` that character; what begins with the letters before
    it comes first, then what holds them. Nothing where the query before it cannot be read, or within
    words and expressions that are looked for."""
    at = min(max(at, 0), len(query))
    start, opening = _begun(query[:at])
    end = _end(query, at, opening)
    tokens = None if start < 0 else tokens_of(query[:start])
    if tokens is None:
        return Completions(at, at, ())
    letters = query[start + len(opening) : at]
    before = [token.type for token in tokens.seen]
    offered = _offered(tokens.seen, before, tokens.accepted, corpus, names)
    if opening:
        offered = [one for one in offered if one.kind not in ("word", "field")]
    return Completions(start, end, tuple(_fitting(offered, letters, limit)))


def _begun(before: str) -> tuple[int, str]:
    """Where the word or the quoted words begin that the text ends with, and their opening quote; -1
    within a regular expression."""
    opened, closing = -1, ""
    at = 0
    while at < len(before):
        char = before[at]
        if closing and char == "\\":
            at += 1
        elif closing:
            closing = "" if char == closing else closing
        elif char in _CLOSING:
            opened, closing = at, _CLOSING[char]
        elif char == "/" and before[:at].rstrip().casefold().endswith("text:"):
            opened, closing = at, "/"
        at += 1
    if closing:
        return (-1, "") if closing == "/" else (opened, before[opened])
    found = _WORD.search(before)
    return (found.start() if found else len(before)), ""


def _end(query: str, at: int, opening: str) -> int:
    """Where the word or the quoted words end that the cursor stands in."""
    if opening:
        closing = query.find(_CLOSING[opening], at)
        return at if closing < 0 else closing + 1
    rest = _REST.match(query, at)
    return rest.end() if rest else at


def _fitting(offered: Iterable[Completion], letters: str, limit: int) -> list[Completion]:
    key = name_key(letters.replace("\\", ""))
    ranked = []
    for number, one in enumerate(offered):
        name = name_key(one.name)
        last = name.rpartition("/")[2]
        if key not in name and key not in name_key(one.detail):
            continue
        rank = 0 if name == key else 1 if name.startswith(key) or last.startswith(key) else 2
        ranked.append((rank + (key not in name), number, one))
    return [one for _, _, one in sorted(ranked, key=lambda entry: entry[:2])[:limit]]


def _offered(
    tokens: Sequence[Token],
    before: Sequence[str],
    accepted: frozenset[str],
    corpus: Corpus,
    names: Names,
) -> list[Completion]:
    last = before[-1] if before else ""
    if last == "CODE" or before[-2:] == ["CODE", "IS"]:
        return _codes(corpus, any_=last == "CODE")
    named: dict[str, Callable[[], list[Completion]]] = {
        "CODER": lambda: _people(corpus),
        "SET": lambda: [_named(name, "set", of) for name, of in names.sets()],
        "FINDING": lambda: [_named(name, "finding", told) for name, told in names.findings()],
        "EVENT": lambda: _events(corpus),
        "RATING": lambda: [
            _named(one.name, "rating") for one in corpus.attributes if one.type == "rating"
        ],
        "MEMO": lambda: [Completion("*", "*", "word")],
        "TEXT": list,
        "WORDS": list,
        "STEM": list,
        "_DOT": lambda: _attributes(before[-2], corpus),
    }
    if last in named:
        return named[last]()
    field = _field(tokens) if "WORD" in accepted else None
    if field is not None:
        return [_named(value, "value", detail) for value, detail in _values(*field, corpus)]
    return _words(accepted)


def _words(accepted: frozenset[str]) -> list[Completion]:
    """Words of the language that may stand there."""
    found = [
        Completion(written.partition("(")[0].rstrip(":."), written, "word")
        for terminal, written in _BEGINNINGS.items()
        if terminal in accepted
    ]
    if "OPERATOR" in accepted:
        found += [Completion(sign, sign, "word") for sign in OPERATORS if sign != "contains"]
    if "CASE" in accepted:
        found += [Completion("case.", "case.", "field"), Completion("source.", "source.", "field")]
    return found


def _named(name: str, kind: str, detail: str = "") -> Completion:
    return Completion(name, quoted(name), kind, detail)


def _codes(corpus: Corpus, *, any_: bool) -> list[Completion]:
    """The codes, by their names where no other has it, else by their paths."""
    codes = corpus.codes
    many = Counter(map(name_key, codes.name))
    tops = {name_key(path) for path in codes.path if "/" not in path}
    found = [Completion("*", "*", "word")] if any_ else []
    for name, path in zip(codes.name, codes.path, strict=True):
        alone = many[name_key(name)] == 1 or (path == name and name_key(name) in tops)
        plain = alone and "/" not in name
        found.append(_named(name if plain else path, "code", path if plain else ""))
    return found


def _events(corpus: Corpus) -> list[Completion]:
    if corpus.happenings is None:
        return []
    events = corpus.events
    dates = dict(zip(events.name, map(str, events.when), strict=True))
    return [_named(name, "event", date) for name, date in dates.items()]


def _people(corpus: Corpus) -> list[Completion]:
    users = corpus.users
    initials = users.facets.get("initials", (None,) * len(users.name))
    return [
        _named(name, "coder", short or "") for name, short in zip(users.name, initials, strict=True)
    ]


def _owners(subject: str, corpus: Corpus) -> NamedColumns:
    return corpus.cases if subject == "case" else corpus.sources


def _attributes(subject: str, corpus: Corpus) -> list[Completion]:
    of = subject.lower()
    if of == "block":
        return [_named(name, "attribute", kind) for name, kind in _BLOCK_FIELDS]
    facets = ("name", *_owners(of, corpus).facets)
    own = [(one.name, one.type) for one in corpus.attributes if one.of == of]
    known = [(name, "date" if name == "collected" else "text") for name in facets]
    return [_named(name, "attribute", kind) for name, kind in (*own, *known)]


def _field(tokens: Sequence[Token]) -> tuple[str, str] | None:
    """The subject and attribute that the comparison at the end asks for, where one is begun."""
    subjects = {name.upper() for name in SUBJECTS}
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        if token.type in subjects:
            dotted = tokens[place + 1 : place + 3]
            if len(dotted) == 2 and dotted[0].type == "_DOT":
                return token.lower(), _bare(dotted[1])
            return token.lower(), ""
    return None


def _bare(written: Token) -> str:
    if written.type == "STRING":
        return re.sub(r"\\(.)", r"\1", written[1:-1], flags=re.DOTALL)
    return str(written)


def _values(subject: str, name: str, corpus: Corpus) -> list[tuple[str, str]]:
    """The values that the study has there, the most frequent first, and how often each."""
    if subject == "origin":
        return [(one, "") for one in ORIGINS]
    if subject == "block":
        key = name_key(name)
        known = {"speaker": corpus.blocks.speakers, "kind": BLOCK_KINDS}.get(key, ())
        return [(one, "") for one in known]
    if subject not in ("case", "source"):
        return []
    owners, key = _owners(subject, corpus), name_key(name)
    if key in ("", "name"):
        return [(one, "") for one in owners.name]
    column: Sequence[str | None] = owners.facets.get(key, ())
    attribute = corpus.attribute(name, subject)
    if attribute is not None:
        column = attribute.value
    counted = Counter(value for value in column if value)
    return [(value, str(count)) for value, count in counted.most_common()]
