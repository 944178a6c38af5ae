"""Which spellings count as one word: small and capital letters always; clitics or stems on request."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...errors import MissingExtra
from ..text import word_key, word_spans
from .vocabulary import Vocabulary

__all__ = [
    "CLITICS",
    "FORMS",
    "STOP_WORDS",
    "Forms",
    "forms_of",
    "keys_in",
    "stemmer",
    "stop_words",
    "without_clitic",
]

FORMS = ("as written", "without clitics", "stems")
STOP_WORDS = ("none", "id", "en", "id and en")
# What Indonesian hangs on a word: its, my, your.
CLITICS = ("nya", "ku", "mu")
_HYPHENS = "-‐‑’'"
_SHORTEST = 3
# The stemmer knows no other signs: it drops them, and so takes words of other scripts for nothing.
_STEMMED = re.compile("[a-z]+(?:[-‐‑][a-z]+)*")
# Words that end so by themselves, though what is left may be a word somewhere.
_NOT_CLITICS = frozenset(
    [
        "pelaku",
        "berlaku",
        "perilaku",
        "bertemu",
        "ketemu",
        "bertanya",
        "penanya",
        "menanya",
        "ditanya",
        "bertamu",
    ]
)


@dataclass(frozen=True, slots=True)
class Forms:
    """Words as they are counted: ``of`` gives each word of a vocabulary its number among ``labels``,
    -1 where it is left out; ``keys`` are the spellings that each of them holds."""

    how: str
    of: NDArray[np.int32]
    labels: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]


def forms_of(vocabulary: Vocabulary, how: str = "as written", without: Iterable[str] = ()) -> Forms:
    """Words put together as ``how`` says, those in ``without`` (as keys, by spelling or as counted)
    left out. Raises :class:`MissingExtra` where stems are wanted and nothing makes them."""
    keys, out = vocabulary.keys(), set(without)
    known = set(keys)
    shorten: Callable[[str], str] = str
    if how == "without clitics":
        shorten = lambda key: without_clitic(key, known)  # noqa: E731
    elif how == "stems":
        shorten = stemmer("Counting by stems")
    number: dict[str, int] = {}
    spellings: list[list[str]] = []
    of_key: dict[str, int] = {}
    for key in dict.fromkeys(keys):
        label = shorten(key)
        if key in out or label in out:
            of_key[key] = -1
            continue
        place = of_key[key] = number.setdefault(label, len(number))
        if place == len(spellings):
            spellings.append([])
        spellings[place].append(key)
    of = np.fromiter((of_key[key] for key in keys), np.int32, len(keys))
    return Forms(how, of, tuple(number), tuple(map(tuple, spellings)))


def without_clitic(key: str, known: set[str]) -> str:
    """The word without *-nya*, *-ku* or *-mu*, where what is left is a ``known`` word of three letters
    or more; the word itself otherwise."""
    for clitic in CLITICS:
        if not key.endswith(clitic) or key in _NOT_CLITICS:
            continue
        rest = key[: -len(clitic)].rstrip(_HYPHENS)
        if len(rest) >= _SHORTEST and rest.isalpha() and rest in known:
            return rest
    return key


def stemmer(wanted_for: str) -> Callable[[str], str]:
    """What gives the Indonesian stem of a word, by its key. Words that are not of Latin letters alone
    (addresses, hashtags, numbers, emoji, other scripts) are their own stems.

    Raises :class:`MissingExtra` where nothing makes stems, saying what they were ``wanted_for``.
    """
    try:
        factory = import_module("Sastrawi.Stemmer.StemmerFactory").StemmerFactory
    except ImportError:
        raise MissingExtra("words", wanted_for) from None
    return _stems(factory)


@cache
def _stems(factory: Any) -> Callable[[str], str]:
    stem = factory().create_stemmer().stem
    hyphens = str.maketrans(dict.fromkeys("‐‑", "-"))

    @cache
    def shortened(key: str) -> str:
        return (stem(key.translate(hyphens)) or key) if _STEMMED.fullmatch(key) else key

    return shortened


def stop_words(which: str) -> frozenset[str]:
    """The stop words of a list of :data:`STOP_WORDS`, as keys."""
    if which == "none":
        return frozenset()
    return frozenset().union(*(_listed(language) for language in which.split(" and ")))


@cache
def _listed(language: str) -> frozenset[str]:
    text = (Path(__file__).parent / "stop_words" / f"{language}.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return frozenset(word_key(word) for line in lines for word in line.split())


def keys_in(text: str) -> list[str]:
    """The words of a text that somebody typed, as keys, each once."""
    return list(dict.fromkeys(word_key(text[start:end]) for start, end in word_spans(text)))
