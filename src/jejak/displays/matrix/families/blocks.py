"""Blocks of text as facets: who speaks in them, and when they were said or posted.

A coding that reaches over several blocks is in the entry of each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ....analysis.material import Material, touched_blocks
from ....analysis.membership import Membership
from ....analysis.periods import GRAINS, label_of, period_numbers, values_of, when_of
from ....analysis.spans import Ints, different
from ....model.corpus import Corpus
from ....model.identity import name_key
from ....model.message import Message, say
from ....model.query import Compare, Query
from ....model.shape import Heading
from ..facet import Asked, Choice, Division, Facet, FacetFamily
from .periods import GRAIN_WORDS

__all__ = ["SPEAKERS", "TIMES"]


def _speakers(_: Facet, asked: Asked) -> Division:
    blocks = asked.corpus.blocks
    first: dict[str, str] = {}
    for name in blocks.speakers:
        first.setdefault(name_key(name), name)
    labels = list(first.values())
    number = {key: at for at, key in enumerate(first)}
    of_speaker = np.array([number[name_key(name)] for name in blocks.speakers] or [-1], np.int64)
    place = np.where(blocks.speaker >= 0, of_speaker[blocks.speaker], -1)
    return _division(
        asked.corpus,
        place,
        [Heading(f"speaker={name}", name) for name in labels],
        lambda entry: (Compare("block", "speaker", "=", (labels[entry],)),),
    )


def _times(facet: Facet, asked: Asked) -> Division:
    blocks, grain = asked.corpus.blocks, name_key(facet.by)
    known = blocks.time != -1
    numbers = period_numbers(blocks.time[known], grain)
    there = different(numbers)
    place = np.full(len(blocks.time), -1, np.int64)
    place[known] = np.searchsorted(there, numbers)

    def terms(entry: int) -> tuple[Query, ...]:
        values = values_of(int(there[entry]), grain)
        return (Compare("block", "time", "=" if len(values) == 1 else "in", values),)

    named = [(label_of(number, grain), when_of(number, grain)) for number in there.tolist()]
    headings = [Heading(f"time.{grain}={label}", label, when=when) for label, when in named]
    return _division(asked.corpus, place, headings, terms)


def _division(
    corpus: Corpus,
    place: Ints,
    headings: Sequence[Heading],
    terms: Callable[[int], tuple[Query, ...]],
) -> Division:
    def material(units: Material) -> Membership:
        index = np.full(len(units), -1, np.int64) if units.block is None else units.block
        return Membership.single(place, len(headings), index)

    return Division(
        size=len(headings),
        headings=lambda entries: [headings[entry] for entry in entries],
        terms=terms,
        codings=_of_codings(corpus, place, len(headings)),
        material=material,
    )


def _of_codings(corpus: Corpus, place: Ints, size: int) -> Membership:
    coding, block = touched_blocks(corpus)
    there = place[block] >= 0
    return Membership.of_pairs(coding[there], place[block[there]], len(corpus.codings), size)


def _speaker_choices(corpus: Corpus) -> Sequence[Choice]:
    return (("speaker", say("Speaker")),) if corpus.blocks.speakers else ()


def _time_choices(corpus: Corpus) -> Sequence[Choice]:
    if not bool((corpus.blocks.time != -1).any()):
        return ()
    return [
        (f"time.{grain}", say("When said or posted: {grain}", grain=GRAIN_WORDS[grain]))
        for grain in GRAINS
    ]


def _speaker_label(facet: Facet, _: Corpus) -> Message | None:
    return None if facet.by else say("Speaker")


def _time_label(facet: Facet, _: Corpus) -> Message | None:
    grain = GRAIN_WORDS.get(name_key(facet.by))
    return grain and say("When said or posted: {grain}", grain=grain)


SPEAKERS = FacetFamily("speaker", _speaker_choices, _speaker_label, _speakers, by_block=True)
TIMES = FacetFamily("time", _time_choices, _time_label, _times, by_block=True)
