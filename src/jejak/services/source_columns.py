"""The columns of the table of sources: what it is sorted, grouped, filtered and counted by."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from ..errors import InvalidInput
from ..model.corpus import AttributeColumn, Corpus
from .name_index import FoldedNames, natural_key

__all__ = ["ATTRIBUTE", "COLUMNS", "WORDS", "SourceColumns", "Ties", "Values"]

# Columns of words, by which sources are also grouped.
WORDS = (
    "kind", "medium", "language", "status", "collected", "collector", "method", "case", "coders",
)  # fmt: skip
COLUMNS = ("name", "length", "codings", "created", *WORDS)
# Before the name of an attribute of sources, which is a column of words, too.
ATTRIBUTE = "attribute:"
Ints = NDArray[np.int64]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Values:
    """A column of words: ``values`` in their order ("" where there is none), and for each source
    the place of its own in them."""

    values: tuple[str, ...]
    number: Ints


@dataclass(frozen=True, slots=True)
class Ties:
    """Which owners (cases, coders) each source has, by index: those of source ``s`` are
    ``owner[first[s]:first[s + 1]]``."""

    owner: Ints
    first: Ints

    def of(self, source: int) -> list[int]:
        """The owners of a source."""
        return [int(one) for one in self.owner[self.first[source] : self.first[source + 1]]]

    def sources(self, owner: int) -> Ints:
        """The sources of an owner."""
        return np.searchsorted(self.first, np.flatnonzero(self.owner == owner), side="right") - 1


class SourceColumns:
    """Every column by its name, kept until what it is made of is another."""

    def __init__(self) -> None:
        self._names = FoldedNames()
        self._lock = threading.Lock()
        self._kept: dict[str, tuple[tuple[object, ...], object]] = {}

    def keys(self, corpus: Corpus) -> tuple[str, ...]:
        """The names as they are compared."""
        return self._names.keys(corpus.sources.name)

    def rank(self, corpus: Corpus, column: str) -> Ints:
        """What sorts the sources by a column. Raises :class:`InvalidInput`."""
        if column == "name":
            return self._once("name", (corpus.sources.name,), lambda: self._by_name(corpus))
        if column == "created":
            return np.arange(len(corpus.sources.guid))
        if column == "length":
            assert corpus.sources.length is not None
            return corpus.sources.length
        if column == "codings":
            return self.codings(corpus)
        return self.values(corpus, column).number

    def values(self, corpus: Corpus, column: str) -> Values:
        """A column of words. Raises :class:`InvalidInput` where it is none."""
        if column.startswith(ATTRIBUTE):
            found = corpus.attribute(column.removeprefix(ATTRIBUTE), "source")
            if found is not None:
                return self._once(column, (found,), lambda: _of_attribute(found))
        elif column in corpus.sources.facets:
            facet = corpus.sources.facets[column]
            return self._once(column, (facet,), lambda: _numbered(facet))
        elif column == "case":
            made_of = corpus.case_sources, corpus.cases, corpus.sources
            return self._once(
                "case words", made_of, lambda: _joined(self.cases(corpus), corpus.cases.name)
            )
        elif column == "coders":
            made_of = corpus.codings, corpus.users, corpus.sources
            return self._once(
                "coder words", made_of, lambda: _joined(self.coders(corpus), corpus.users.name)
            )
        raise InvalidInput(
            "unknown-sort",
            f"Sources are not sorted or grouped by “{column}”.",
            f"Use: {', '.join(COLUMNS)}, or {ATTRIBUTE}NAME.",
        )

    def codings(self, corpus: Corpus) -> Ints:
        """How many codings each source has."""
        return self._once(
            "codings",
            (corpus.codings, corpus.sources),
            lambda: np.bincount(corpus.codings.source, minlength=len(corpus.sources.guid)),
        )

    def cases(self, corpus: Corpus) -> Ties:
        """The cases of each source."""
        made_of = corpus.case_sources, corpus.sources
        return self._once("cases", made_of, lambda: _case_ties(corpus))

    def coders(self, corpus: Corpus) -> Ties:
        """Who coded each source."""
        made_of = corpus.codings, corpus.users, corpus.sources
        return self._once("coders", made_of, lambda: _coder_ties(corpus))

    def _by_name(self, corpus: Corpus) -> Ints:
        rank = np.empty(len(corpus.sources.name), dtype=np.int64)
        rank[list(self._names.order(corpus.sources.name))] = np.arange(len(rank))
        return rank

    def _once(self, name: str, made_of: tuple[object, ...], make: Callable[[], T]) -> T:
        with self._lock:
            kept = self._kept.get(name)
        if kept is not None and all(a is b for a, b in zip(kept[0], made_of, strict=True)):
            return kept[1]  # type: ignore[return-value]  # what `make` made under this name
        made = make()
        with self._lock:
            self._kept[name] = made_of, made
        return made


def _numbered(words: Sequence[str | None], key: Callable[[str], object] = natural_key) -> Values:
    values = sorted({word or "" for word in words}, key=key)  # type: ignore[arg-type]
    place = {word: number for number, word in enumerate(values)}
    numbers = (place[word or ""] for word in words)
    return Values(tuple(values), np.fromiter(numbers, np.int64, len(words)))


def _of_attribute(column: AttributeColumn) -> Values:
    if column.type != "number":
        return _numbered(column.value)
    return _numbered(column.value, lambda word: float(word) if word else float("-inf"))


def _ties(pairs: Iterable[tuple[int, int]] | Ints, sources: int) -> Ties:
    """From (source, owner), each once, sorted."""
    table = np.asarray(pairs, dtype=np.int64).reshape(-1, 2)
    first = np.searchsorted(table[:, 0], np.arange(sources + 1))
    return Ties(table[:, 1], first)


def _case_ties(corpus: Corpus) -> Ties:
    pairs = np.asarray(corpus.case_sources, dtype=np.int64).reshape(-1, 2)[:, ::-1]
    return _ties(np.unique(pairs, axis=0), len(corpus.sources.guid))


def _coder_ties(corpus: Corpus) -> Ties:
    coders = max(len(corpus.users.guid), 1)
    there = np.zeros(len(corpus.sources.guid) * coders, dtype=bool)
    there[corpus.codings.source.astype(np.int64) * coders + corpus.codings.coder] = True
    pairs = np.stack(np.divmod(np.flatnonzero(there), coders), axis=1)
    return _ties(pairs, len(corpus.sources.guid))


def _joined(ties: Ties, names: Sequence[str]) -> Values:
    """The names of all owners of a source as one word, each group of owners made once."""
    made: dict[tuple[int, ...], str] = {(): ""}
    words = []
    owners, first = ties.owner.tolist(), ties.first.tolist()
    for begin, end in pairwise(first):
        group = tuple(owners[begin:end])
        if group not in made:
            made[group] = ", ".join(sorted((names[one] for one in group), key=natural_key))
        words.append(made[group])
    return _numbered(words)
