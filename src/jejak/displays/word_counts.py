"""What displays of words share: settings, the words that count, groups of them, queries behind cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..analysis.grouping import places_of
from ..analysis.letters import is_unspaced
from ..analysis.spans import Column, Ints, different_below
from ..analysis.words.columns import words_of
from ..analysis.words.forms import FORMS, STOP_WORDS, Forms, forms_of, keys_in, stop_words
from ..analysis.words.material import Material, material
from ..errors import InvalidInput
from ..model.corpus import Corpus
from ..model.identity import name_key
from ..model.message import Message, say
from ..model.query import And, Compare, Or, Query, TextIs, code
from ..model.shape import WORD, Heading, why
from .display import DisplayFilter, Setting
from .queries import group_terms
from .settings import facet_of
from .words import value_words

__all__ = [
    "COUNTED",
    "PARTICIPANTS",
    "SHARED",
    "SOURCES",
    "TOP",
    "Groups",
    "WordQueries",
    "counted_material",
    "distinct",
    "groups_of",
    "in_cases",
    "joined",
    "left_out",
    "manner",
    "rows_of",
    "units",
    "word_headings",
]

COUNTED = say("Words counted")
PARTICIPANTS = say("Participants")
SOURCES = say("Sources")
SHARED = (
    Setting(
        "forms",
        say("What counts as one word"),
        "choice",
        tuple(
            zip(
                FORMS,
                (
                    say("As it is written"),
                    say("Without -nya, -ku, -mu"),
                    say("By its stem (Indonesian)"),
                ),
                strict=True,
            )
        ),
        FORMS[0],
    ),
    Setting(
        "stop",
        say("Leave out common words"),
        "choice",
        tuple(
            zip(
                STOP_WORDS,
                (say("None"), say("Indonesian"), say("English"), say("Indonesian and English")),
                strict=True,
            )
        ),
        STOP_WORDS[-1],
    ),
    Setting("without", say("Leave out these words too"), "text", default=""),
)
TOP = Setting("top", say("At most so many words"), "number", default=50, most=500)


def counted_material(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Material:
    """The words that count by the settings of :data:`SHARED` and the filter."""
    forms = forms_of(words_of(corpus.texts).vocabulary, settings["forms"], left_out(settings))
    return material(corpus, forms, only.rows)


def left_out(settings: Mapping[str, Any]) -> frozenset[str]:
    """The words that :data:`SHARED` leaves out, as keys."""
    return stop_words(settings["stop"]) | frozenset(keys_in(settings["without"]))


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of places: the group ``of`` each (-1: none), their ``labels``, and the ``facet`` by which
    they were made."""

    facet: tuple[str, str]
    labels: tuple[str | None, ...]
    of: NDArray[np.int32]

    def sizes(self, words: Material) -> Ints:
        """How many words that count are in each group."""
        inside = self.of >= 0 if words.there is None else (self.of >= 0) & words.there
        if len(self.labels) == 1:
            return np.array([np.count_nonzero(inside)])
        return np.bincount(self.of[inside], minlength=len(self.labels))

    def only(self, kept: Ints) -> Groups:
        """These groups alone, in this order."""
        place = np.full(len(self.labels) + 1, -1, np.int32)
        place[kept] = np.arange(len(kept))
        return Groups(self.facet, tuple(self.labels[row] for row in kept.tolist()), place[self.of])

    def terms(self, corpus: Corpus, group: int) -> tuple[Query, ...]:
        """What makes a word one of a group."""
        return group_terms(corpus, *self.facet, self.labels[group])

    def headings(self, corpus: Corpus) -> tuple[Heading, ...]:
        """The groups as columns."""
        of, name = self.facet
        if of == "study":
            return (Heading("study", say("The whole study")),)
        owners = corpus.cases if of == "case" else corpus.sources
        guids = dict(zip(owners.name, owners.guid, strict=True)) if name == "name" else {}
        key = name_key(name)
        return tuple(
            Heading(
                guids.get(label or "", f"{of}.{key}={label or ''}"), value_words(of, key, label)
            )
            for label in self.labels
        )


def groups_of(corpus: Corpus, words: Material, by: str) -> Groups:
    """The groups that a setting *attribute* makes. Raises :class:`InvalidInput` for coders: nobody
    codes words as such."""
    of, name = facet_of(by)
    if of == "coder":
        raise InvalidInput(
            "bad-setting",
            "Words cannot be grouped by coder.",
            "Set the filter to what a coder coded: coder:NAME.",
        )
    if of == "study":
        return Groups((of, name), ("",), np.zeros(len(words.columns), np.int32))
    labels, place = places_of(corpus, of, name_key(name))
    owner = words.case if of == "case" else words.source
    return Groups((of, name), labels, np.append(place, -1).astype(np.int32)[owner])


def units(corpus: Corpus, words: Material) -> tuple[str, NDArray[np.int32], int]:
    """What words are spread over: participants where words are anybody's, else sources; the unit of
    each place (-1: none) and how many units there are."""
    if bool((words.case >= 0).any()):
        return "case", words.case, len(corpus.cases.guid)
    return "source", words.source, len(corpus.sources.guid)


def distinct(row: Column, group: Column | None, unit: Column, rows: int, groups: int) -> Ints:
    """How many different units each row has in each group (-1 of a unit counts for nothing);
    no ``group``: all are in one."""
    known = unit >= 0
    cell = row if group is None else row * groups + group
    if not known.all():
        cell, unit = cell[known], unit[known]
    many = int(unit.max(initial=0)) + 1
    cells = different_below(cell * np.int64(many) + unit, rows * groups * many) // many
    return np.bincount(cells, minlength=rows * groups).reshape(rows, groups)


def rows_of(words: Material, kept: Ints) -> tuple[Ints, Ints]:
    """The places of some words: (place, row among ``kept``)."""
    row = np.full(len(words.forms.labels) + 1, -1, np.int64)
    row[kept] = np.arange(len(kept))
    of = row[words.key]
    at = np.flatnonzero(of >= 0)
    return at, of[at]


def word_headings(words: Material, kept: Ints) -> tuple[Heading, ...]:
    """Words as rows."""
    return tuple(
        Heading(f"{WORD}{words.forms.labels[n]}", words.forms.labels[n]) for n in kept.tolist()
    )


def joined(words: Sequence[str]) -> str:
    """Words in a row as they are written: with spaces, but between signs of scripts that have none."""
    text = ""
    for word in words:
        bare = text and is_unspaced(text[-1]) and is_unspaced(word[0])
        text += word if bare or not text else f" {word}"
    return text


class WordQueries:
    """Words as a query finds them: exactly the places that were counted."""

    def __init__(self, forms: Forms, only: DisplayFilter) -> None:
        self._forms = forms
        self._inside = () if only.query is None else (And((code(), only.query)),)

    def word(self, number: int) -> Query:
        """All spellings of one word, wherever they stand."""
        keys = self._forms.keys[number]
        if self._forms.how == "stems":
            return TextIs(keys[0], "stem")
        terms = tuple(TextIs(key, "word") for key in keys)
        return terms[0] if len(terms) == 1 else Or(terms)

    def narrow(self, query: Query, *terms: Query) -> str:
        """What of a query is within some terms and the filter, as text."""
        every = (query, *terms, *self._inside)
        return str(every[0] if len(every) == 1 else And(every))


def manner(words: Material, settings: Mapping[str, Any], only: DisplayFilter) -> Iterator[Message]:
    """What a reader has to know of how words were counted."""
    if words.size == 0:
        yield why(say("There are no words here: no text yet, or none that the filter leaves."))
    if settings["forms"] == "without clitics":
        yield say(
            "-nya, -ku and -mu are taken off where what is left is a word of the material with three"
            " letters or more; they are not counted themselves."
        )
    if settings["forms"] == "stems":
        yield say("Words are counted by their stem, as PySastrawi finds it for Indonesian.")
    if settings["stop"] != "none" or settings["without"]:
        yield say(
            "Common words, and those that were left out, are in no row, but belong to the words counted."
        )
    if only.query is not None:
        yield say("Only words count that lie in codings the filter leaves.")
    nobody = int(words.within(words.case < 0).sum())
    if nobody and nobody < words.size:
        yield say(
            "{n} of {all} words are no case’s: an interviewer’s, or of a source without one case.",
            n=nobody,
            all=words.size,
        )


def in_cases() -> Query:
    """Whatever is some case's."""
    return Compare("case", "", "contains", ("",))
