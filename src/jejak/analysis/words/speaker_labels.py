"""Names of speakers, and times, that stand before what they say: part of the text, but nobody's words."""

from __future__ import annotations

import numpy as np

from ...model.corpus import Corpus
from ..spans import Bools, Ints, Spans
from ..text import word_key, word_spans
from .columns import Int32s, WordColumns
from .splitting import APART

__all__ = ["label_spans", "speaker_labels"]

# Before a name there may be so many numbers: ``[12/05/20, 19:05:25] Sari:``.
_NUMBERS = 6


def speaker_labels(corpus: Corpus, columns: WordColumns) -> Bools:
    """The words at the beginning of turns that are the speaker's name, with the time before it."""
    found = np.zeros(len(columns), np.bool_)
    for first, end in _labels(corpus, columns):
        for step in range(int((end - first).max(initial=0))):
            found[first[first + step < end] + step] = True
    return found


def label_spans(corpus: Corpus, columns: WordColumns) -> Spans:
    """The same as stretches of text, in any order."""
    parts = _labels(corpus, columns)
    none = np.empty(0, np.int64)
    first = np.concatenate([none, *(begin for begin, _ in parts)])
    last = np.concatenate([none, *(end for _, end in parts)]) - 1
    return Spans(columns.source[first], columns.start[first], columns.end[last])


def _labels(corpus: Corpus, columns: WordColumns) -> list[tuple[Ints, Ints]]:
    """The first words of labels and the words after the last, speakers with names of as many words
    together."""
    blocks = corpus.blocks
    spoken = np.flatnonzero(blocks.speaker >= 0)
    if not len(spoken) or not len(columns):
        return []
    stride = int(max(columns.start.max(), blocks.end.max(initial=0))) + 1
    places = columns.source.astype(np.int64) * stride + columns.start
    line = blocks.source[spoken].astype(np.int64) * stride
    first = np.searchsorted(places, line + blocks.start[spoken])
    over = np.searchsorted(places, line + blocks.end[spoken])
    keys = columns.vocabulary.keys()
    digits = np.fromiter((key[0].isdigit() for key in keys), np.bool_, len(keys))
    place: dict[str, int] = {}
    key_of = np.fromiter((place.setdefault(key, len(place)) for key in keys), np.int32, len(keys))
    names = [[word_key(name[a:b]) for a, b in word_spans(name)] for name in blocks.speakers]
    found = []
    for size in sorted({len(name) for name in names} - {0}):
        rows = [row for row, name in enumerate(names) if len(name) == size]
        wanted = np.full((len(names), size), -1, np.int32)
        wanted[rows] = [[place.get(part, -1) for part in names[row]] for row in rows]
        wanted[(wanted < 0).any(axis=1)] = -1
        name = wanted[blocks.speaker[spoken]]
        mine = np.flatnonzero(name[:, 0] >= 0)
        name = name[mine]
        found.append(_beginning(columns, (first[mine], over[mine]), name, key_of, digits))
    return found


def _beginning(
    columns: WordColumns, turns: tuple[Ints, Ints], name: Int32s, key_of: Int32s, digits: Bools
) -> tuple[Ints, Ints]:
    """The labels of turns (their first words, the words after their last), each by the ``name`` of
    its speaker, a row of keys."""
    first, over = turns
    begins, ends = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for before in range(_NUMBERS + 1):
        end = first + before + name.shape[1]
        some = end <= over
        first, over, end, name = first[some], over[some], end[some], name[some]
        same = columns.gap[end - 1] == APART
        for step in range(name.shape[1]):
            at = first + before + step
            same[same] = key_of[columns.number[at[same]]] == name[same, step]
        begins.append(first[same])
        ends.append(end[same])
        on = ~same
        on[on] = digits[columns.number[first[on] + before]]
        first, over, name = first[on], over[on], name[on]
    return np.concatenate(begins), np.concatenate(ends)
