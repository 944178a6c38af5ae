"""Which stretches of text speak of the same as others, by the words they share.

Each stretch is a vector of the words it holds, weighted by how often it holds them (1 + ln n) and by
how few stretches hold them at all (ln((1 + N) / (1 + n)) + 1, Spärck Jones 1972); two are as alike as
the cosine of the angle between their vectors (Salton & McGill 1983).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from ..spans import Bools, Floats, Ints, SpanColumns
from .columns import WordColumns
from .forms import Forms, without_clitic
from .vocabulary import Vocabulary

__all__ = ["Alike", "alike", "forms_near", "words_in"]

# A stem shorter than this would be found in every other word; so many words of those
# asked for, and of others, are stemmed at most.
_SHORTEST, _MOST = 4, 1000


@dataclass(frozen=True, slots=True)
class Alike:
    """How alike each stretch is to what was asked for (``score``, 0 to 1). The words of stretch ``i``
    are ``terms[first[i] : first[i + 1]]``, and what each adds to its score stands in ``shares``."""

    score: Floats
    first: Ints
    terms: Ints
    shares: Floats

    def words(self, row: int, most: int) -> list[int]:
        """The words that a stretch shares with what was asked for, those that count most first."""
        part = slice(int(self.first[row]), int(self.first[row + 1]))
        shares = self.shares[part]
        order = np.argsort(-shares, kind="stable")[:most]
        return [int(self.terms[part][at]) for at in order.tolist() if shares[at] > 0]


@dataclass(frozen=True, slots=True)
class _Bags:
    """The words of stretches: ``unit`` holds ``term`` so strongly (``weight``), sorted by unit."""

    unit: Ints
    term: Ints
    weight: Floats

    def unit_length(self, units: int) -> _Bags:
        length = np.sqrt(np.bincount(self.unit, self.weight**2, minlength=units))
        return _Bags(self.unit, self.term, self.weight / length[self.unit])


def alike(words: WordColumns, forms: Forms, units: SpanColumns, like: SpanColumns) -> Alike:
    """How alike each of the stretches ``units`` is to those in ``like``, all of these together.

    Words are those that begin in a stretch, put together as ``forms`` says; words it leaves out count
    for nothing. Time grows with the words of all stretches.
    """
    many, size = len(units.start), len(forms.labels)
    bags, asked = _bags(words, forms, units), _bags(words, forms, like)
    held = np.bincount(bags.term, minlength=size)
    rarity = np.log((1 + many) / (1 + held)) + 1
    bags, asked = (
        _Bags(one.unit, one.term, one.weight * rarity[one.term]).unit_length(count)
        for one, count in ((bags, many), (asked, len(like.start)))
    )
    wanted = np.bincount(asked.term, asked.weight, minlength=size)
    length = float(np.sqrt((wanted**2).sum()))
    shares = bags.weight * wanted[bags.term] / (length or 1.0)
    score = np.bincount(bags.unit, shares, minlength=many).astype(np.float64)
    first = np.searchsorted(bags.unit, np.arange(many + 1)).astype(np.int64)
    return Alike(score, first, bags.term, shares)


def words_in(words: WordColumns, spans: SpanColumns) -> set[str]:
    """The words of some stretches, as keys."""
    keys = words.vocabulary.keys()
    begin, end = _ranges(words, spans)
    found = [words.number[a:b] for a, b in zip(begin.tolist(), end.tolist(), strict=True)]
    return {keys[number] for part in found for number in np.unique(part).tolist()}


def forms_near(
    vocabulary: Vocabulary,
    asked: Collection[str],
    stem: Callable[[str], str],
    without: Collection[str] = (),
) -> Forms:
    """Words put together by their stems, as far as it matters for those ``asked`` for: the stem of a
    word that cannot share one with any of them is not sought, only its clitics are taken off."""
    keys = vocabulary.keys()
    known = set(keys)
    out = known.intersection(without)
    roots = {stem(key) for key in sorted(set(asked) - out)[:_MOST]}
    # Prefixes change the first letter of a root (menulis, tulis), never the others.
    inner = {root[1:] for root in roots if len(root) >= _SHORTEST}
    sizes = sorted({len(part) for part in inner})
    others = (key for key in sorted(known) if key not in asked and _holds(key, inner, sizes))
    near = {*sorted(asked)[:_MOST], *islice(others, _MOST)}
    number: dict[str, int] = {}
    spellings: list[list[str]] = []
    of: dict[str, int] = {}
    for key in dict.fromkeys(keys):
        label = stem(key) if key in near else without_clitic(key, known)
        if key in out or label in without:
            of[key] = -1
            continue
        of[key] = number.setdefault(label, len(number))
        if of[key] == len(spellings):
            spellings.append([])
        spellings[of[key]].append(key)
    rows = np.fromiter((of[key] for key in keys), np.int32, len(keys))
    return Forms("stems", rows, tuple(number), tuple(map(tuple, spellings)))


def _holds(word: str, parts: set[str], sizes: Sequence[int]) -> bool:
    """Whether one of ``parts``, which are so long, stands in a word."""
    return any(
        word[at : at + size] in parts for size in sizes for at in range(len(word) - size + 1)
    )


def _bags(words: WordColumns, forms: Forms, spans: SpanColumns) -> _Bags:
    """Each word of each stretch once, with 1 + ln of how often it stands there."""
    begin, end = _ranges(words, spans)
    sizes = end - begin
    unit = np.repeat(np.arange(len(sizes), dtype=np.int64), sizes)
    shift = np.repeat(np.cumsum(sizes) - sizes, sizes)
    token = np.arange(len(unit), dtype=np.int64) - shift + np.repeat(begin, sizes)
    term = forms.of[words.number[token]].astype(np.int64)
    known: Bools = term >= 0
    keys, count = np.unique(
        unit[known] * max(len(forms.labels), 1) + term[known], return_counts=True
    )
    unit, term = np.divmod(keys, max(len(forms.labels), 1))
    return _Bags(unit, term, 1 + np.log(count))


def _ranges(words: WordColumns, spans: SpanColumns) -> tuple[Ints, Ints]:
    """The first word of each stretch, and the first after it."""
    stride = int(max(words.start.max(initial=0), spans.end.max(initial=0))) + 1
    line = words.source.astype(np.int64) * stride + words.start
    low = spans.source.astype(np.int64) * stride
    begin = np.searchsorted(line, low + spans.start)
    return begin.astype(np.int64), np.searchsorted(line, low + spans.end).astype(np.int64)
