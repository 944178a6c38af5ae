"""What is known of every word beside itself: whether somebody said or wrote it, and who."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np

from ...model.corpus import Corpus
from ..spans import Bools, Spans, different
from ..whose import cases_by_place
from .columns import Int32s, WordColumns, words_of
from .speaker_labels import speaker_labels

__all__ = ["Spoken", "spoken_of"]


@dataclass(frozen=True, slots=True)
class Spoken:
    """``there`` are the words of a study that are not the name of a speaker before a turn (``None``:
    all); ``case`` is the case whose word each is, by the rule for stretches that nobody coded, -1 for
    nobody's."""

    there: Bools | None
    case: Int32s


@dataclass(frozen=True, slots=True)
class _Kept:
    rests_on: tuple[object, ...]
    spoken: Spoken


_kept: WeakKeyDictionary[object, _Kept] = WeakKeyDictionary()
_working = threading.Lock()


def spoken_of(corpus: Corpus) -> Spoken:
    """Who said the words of the texts. What is found is kept until the study is closed, or has other
    words, turns or cases."""
    columns = words_of(corpus.texts)
    rests_on = (columns, corpus.blocks, corpus.case_sources, corpus.cases)
    with _working:
        kept = _kept.get(corpus.texts.read)
        if kept is not None and all(
            one is other for one, other in zip(kept.rests_on, rests_on, strict=True)
        ):
            return kept.spoken
        spoken = Spoken(_there(corpus, columns), _cases(corpus, columns))
        _kept[corpus.texts.read] = _Kept(rests_on, spoken)
        return spoken


def _there(corpus: Corpus, columns: WordColumns) -> Bools | None:
    labels = speaker_labels(corpus, columns)
    if not labels.any():
        return None
    there = ~labels
    there.flags.writeable = False
    return there


def _cases(corpus: Corpus, columns: WordColumns) -> Int32s:
    count = len(corpus.sources.guid)
    if not len(columns) or not len(corpus.cases.guid):
        return np.full(len(columns), -1, np.int32)
    blocks = corpus.blocks
    source = np.concatenate([np.arange(count), blocks.source, blocks.source]).astype(np.int64)
    start = np.concatenate([np.zeros(count), blocks.start, blocks.end]).astype(np.int64)
    stride = int(max(columns.start.max(initial=0), start.max(initial=0))) + 2
    line = different(source * stride + start)
    source, start = np.divmod(line, stride)
    case = cases_by_place(Spans(source, start, start + 1), corpus)
    places = columns.source.astype(np.int64) * stride + columns.start
    at = np.append(np.searchsorted(places, line), len(columns))
    found = np.repeat(case.astype(np.int32), np.diff(at))
    found.flags.writeable = False
    return found
