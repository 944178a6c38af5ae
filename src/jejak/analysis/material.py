"""What there is that could be coded: whose it is and where it stands, coded or not."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..model.corpus import Corpus
from .overlap import block_ranges
from .query.hits import Hits
from .query.ownership import cases_of
from .spans import Ints, changes, different

__all__ = ["Material", "touched_blocks"]


@dataclass(frozen=True, slots=True)
class Material:
    """Units of material, each of a case in a source (-1: of no case, in no source). Where ``block``
    is given, each is a block of text."""

    case: Ints
    source: Ints
    block: Ints | None = None

    @classmethod
    def by_source(cls, corpus: Corpus) -> Material:
        """Every pair of a case and a source it is in, every source by itself, every case that is in
        none. A case is also in a source by a segment tied to it by hand."""
        pairs = np.asarray(corpus.case_sources, np.int64).reshape(-1, 2)
        codings = corpus.codings
        # Codings of one case and source mostly stand together: one of each such run is enough.
        coded = np.flatnonzero(changes(codings.case, codings.source) & (codings.case >= 0))
        case = np.concatenate([pairs[:, 0], codings.case[coded]]).astype(np.int64)
        source = np.concatenate([pairs[:, 1], codings.source[coded]]).astype(np.int64)
        sources = len(corpus.sources.guid)
        case, source = np.divmod(different(case * max(sources, 1) + source), max(sources, 1))
        anywhere = np.zeros(len(corpus.cases.guid), np.bool_)
        anywhere[case] = True
        bare = np.flatnonzero(~anywhere)
        nobody = np.full(sources, -1, np.int64)
        return cls(
            np.concatenate([case, nobody, bare]),
            np.concatenate([source, np.arange(sources), np.full(len(bare), -1)]),
        )

    @classmethod
    def by_block(cls, corpus: Corpus) -> Material:
        """Every block but pages, of the case whose words it is; also of a case that codings on it are
        of, where a segment is tied to another case by hand."""
        blocks = corpus.blocks
        bare = np.full(len(blocks.source), -1, np.int64)
        case = cases_of(Hits(blocks.source, blocks.start, blocks.end, bare), corpus)
        coding, block = touched_blocks(corpus)
        tied = corpus.codings.case[coding].astype(np.int64)
        other = (tied >= 0) & (tied != case[block])
        many = max(len(case), 1)
        more, block = np.divmod(different(tied[other] * many + block[other]), many)
        every = np.concatenate([np.arange(len(case)), block])
        return cls(np.concatenate([case, more]), blocks.source[every].astype(np.int64), every)

    def __len__(self) -> int:
        return len(self.case)


def touched_blocks(corpus: Corpus) -> tuple[Ints, Ints]:
    """Which blocks each coding shares a character with: pairs (coding, block), in that order."""
    codings, blocks = corpus.codings, corpus.blocks
    if not len(blocks.source):
        return np.empty(0, np.int64), np.empty(0, np.int64)
    first, last = block_ranges(codings, blocks)
    many = np.where(first >= 0, last - first + 1, 0)
    coding = np.repeat(np.arange(len(codings)), many)
    within = np.arange(len(coding)) - np.repeat(np.cumsum(many) - many, many)
    block = np.repeat(first, many) + within
    start = np.maximum(blocks.start[block], codings.start[coding])
    shared = start < np.minimum(blocks.end[block], codings.end[coding])
    return coding[shared], block[shared]
