"""Whose words a stretch is that nobody coded: the same rule as for codings."""

from __future__ import annotations

import numpy as np

from ...model.corpus import Corpus
from ..spans import Ints
from .hits import Hits

__all__ = ["cases_of"]


def cases_of(hits: Hits, corpus: Corpus) -> Ints:
    """The case of each hit, -1 for none.

    A coding has its own. Other stretches are of the case whose turn they begin in; in a source
    where no speaker is tied to a case, of the one case the source belongs to.
    """
    case = np.full(len(hits), -1, np.int64)
    coded = hits.coding >= 0
    case[coded] = corpus.codings.case[hits.coding[coded]]
    if not bool(coded.all()):
        case[~coded] = _by_place(hits.keep(~coded), corpus)
    return case


def _by_place(bare: Hits, corpus: Corpus) -> Ints:
    blocks, count = corpus.blocks, len(corpus.sources.guid)
    owner = np.full(count, -1, np.int64)
    pairs = np.asarray(corpus.case_sources, np.int64).reshape(-1, 2)
    owner[pairs[:, 1]] = pairs[:, 0]
    owner[np.bincount(pairs[:, 1], minlength=count) != 1] = -1
    owner[blocks.source[blocks.case >= 0]] = -1
    result = owner[bare.source]
    if len(blocks.start):
        stride = int(max(blocks.end.max(), bare.end.max(initial=0))) + 1
        line = blocks.source.astype(np.int64) * stride + blocks.start
        at = np.searchsorted(line, bare.source.astype(np.int64) * stride + bare.start, "right") - 1
        inside = (at >= 0) & (blocks.source[at] == bare.source) & (blocks.end[at] > bare.start)
        spoken = inside & (blocks.case[at] >= 0)
        result = np.where(spoken, blocks.case[at], result)
    return result
