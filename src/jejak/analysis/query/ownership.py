"""Whose words a stretch is that nobody coded: the same rule as for codings."""

from __future__ import annotations

import numpy as np

from ...model.corpus import Corpus
from ..spans import Ints
from ..whose import cases_by_place
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
        case[~coded] = cases_by_place(hits.keep(~coded), corpus)
    return case
