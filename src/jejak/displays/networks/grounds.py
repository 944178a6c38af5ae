"""What boxes and arrows rest on, counted: segments, participants, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from ...analysis.overlap import touching
from ...analysis.query.hits import Hits
from ...analysis.query.ownership import cases_of
from ...analysis.spans import Spans
from ...model.corpus import Corpus
from ...model.drawn import Drawn
from ..display import DisplayFilter

__all__ = ["Grounded", "grounded"]

Piece = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Grounded:
    """The stretches something rests on, and the rows of the cases and sources they are of."""

    pieces: frozenset[Piece] = frozenset()
    cases: frozenset[int] = frozenset()
    sources: frozenset[int] = frozenset()


def grounded(corpus: Corpus, drawn: Iterable[Drawn], only: DisplayFilter) -> dict[str, Grounded]:
    """What each box or arrow rests on, by its GUID: of what the filter leaves, each stretch once.

    Evidence whose words are no longer in their source counts for nothing.
    """
    many = list(drawn)
    place = {guid: row for row, guid in enumerate(corpus.sources.guid)}
    pieces = {
        one.guid: frozenset(
            (place[g.source], g.start, g.end)
            for g in one.evidence
            if not g.lost and g.start < g.end and g.source in place
        )
        for one in many
    }
    owner = _owners(corpus, frozenset().union(*pieces.values()), only)
    found = {}
    for guid, own in pieces.items():
        left = frozenset(piece for piece in own if piece in owner)
        cases = frozenset(owner[piece] for piece in left if owner[piece] >= 0)
        found[guid] = Grounded(left, cases, frozenset(source for source, _, _ in left))
    return found


def _owners(corpus: Corpus, pieces: Iterable[Piece], only: DisplayFilter) -> dict[Piece, int]:
    """The case of each stretch that the filter leaves, -1 for none."""
    table = np.array(sorted(pieces), np.int64).reshape(-1, 3)
    hits = Hits.of_spans(Spans(table[:, 0], table[:, 1], table[:, 2]))
    if only.rows is not None:
        hits = hits.keep(touching(hits, Hits.of_codings(corpus.codings, only.rows)))
    owner = dict(zip(_places(hits), cases_of(hits, corpus).tolist(), strict=True))
    # A coding knows better whose words it is than its place alone: it may have been tied by hand.
    coded = Hits.of_codings(corpus.codings)
    coded = coded.keep(touching(coded, hits, "equals"))
    told = zip(_places(coded), cases_of(coded, corpus).tolist(), strict=True)
    return owner | {piece: case for piece, case in told if case >= 0}


def _places(hits: Hits) -> Iterator[Piece]:
    return zip(hits.source.tolist(), hits.start.tolist(), hits.end.tolist(), strict=True)
