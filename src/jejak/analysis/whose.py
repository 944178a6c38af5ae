"""Whose words stand at a place of a text."""

from __future__ import annotations

import numpy as np

from ..model.corpus import Corpus
from .spans import Ints, SpanColumns

__all__ = ["cases_alone", "cases_by_place"]


def cases_alone(corpus: Corpus) -> Ints:
    """Of each source the one case that takes part in it, by belonging to it or by speaking in it; -1
    where there is none or are several: whose a picture or a stretch of time is."""
    pairs = np.asarray(corpus.case_sources, np.int64).reshape(-1, 2)
    spoken = corpus.blocks.case >= 0
    source = np.concatenate((pairs[:, 1], corpus.blocks.source[spoken].astype(np.int64)))
    case = np.concatenate((pairs[:, 0], corpus.blocks.case[spoken].astype(np.int64)))
    there = np.unique(np.stack((source, case), axis=1), axis=0)
    alone = np.full(len(corpus.sources.guid), -1, np.int64)
    alone[there[:, 0]] = there[:, 1]
    alone[np.bincount(there[:, 0], minlength=len(alone)) != 1] = -1
    return alone


def cases_by_place(spans: SpanColumns, corpus: Corpus) -> Ints:
    """The case whose turn each stretch begins in; in a source where no speaker is tied to a case, the
    one case the source belongs to; -1 for none."""
    blocks, count = corpus.blocks, len(corpus.sources.guid)
    owner = np.full(count, -1, np.int64)
    pairs = np.asarray(corpus.case_sources, np.int64).reshape(-1, 2)
    owner[pairs[:, 1]] = pairs[:, 0]
    owner[np.bincount(pairs[:, 1], minlength=count) != 1] = -1
    owner[blocks.source[blocks.case >= 0]] = -1
    result = owner[spans.source]
    if len(blocks.start):
        stride = int(max(blocks.end.max(), spans.end.max(initial=0))) + 1
        line = blocks.source.astype(np.int64) * stride + blocks.start
        at = (
            np.searchsorted(line, spans.source.astype(np.int64) * stride + spans.start, "right") - 1
        )
        inside = (at >= 0) & (blocks.source[at] == spans.source) & (blocks.end[at] > spans.start)
        spoken = inside & (blocks.case[at] >= 0)
        result = np.where(spoken, blocks.case[at], result)
    return result
