"""The codings of some people alone: a study as it looks to who must not see the others' work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import NotFound
from ..model.corpus import CodingColumns, Corpus, Happenings
from ..model.happenings import EventColumns, EvidenceColumns, RatingColumns, RecordedColumns
from .spans import Bools

__all__ = ["of_coders"]


def of_coders(corpus: Corpus, coders: Sequence[str] | None) -> Corpus:
    """The corpus with the codings of these people (GUIDs) alone, and what they drew in networks; of
    all of them for ``None``.

    Raises :class:`NotFound` for somebody who is not there.
    """
    if coders is None:
        return corpus
    place = {guid: row for row, guid in enumerate(corpus.users.guid)}
    for coder in coders:
        if coder not in place:
            raise NotFound("no-such-user", f"There is no user {coder}.")
    meant = np.zeros(len(place) + 1, np.bool_)
    meant[[place[coder] for coder in coders]] = True
    kept = np.flatnonzero(meant[corpus.codings.coder])
    columns = {one.name: getattr(corpus.codings, one.name)[kept] for one in fields(CodingColumns)}
    mine = corpus.happenings and _Rated(corpus.happenings, meant)
    drawn = tuple(network.of_users(coders) for network in corpus.networks)
    settled = tuple(place.of_coders(coders) for place in corpus.settled)
    return replace(
        corpus, codings=CodingColumns(**columns), happenings=mine, networks=drawn, settled=settled
    )


@dataclass(frozen=True, slots=True)
class _Rated:
    """Events and recordings of all, and the ratings of some coders (a mask of users)."""

    whole: Happenings
    meant: Bools

    def events(self, corpus: Corpus) -> EventColumns:
        """The events of the study: what happened is nobody's judgement."""
        return self.whole.events(corpus)

    def ratings(self, corpus: Corpus) -> RatingColumns:
        """The ratings of these people, each with its evidence."""
        found = self.whole.ratings(corpus)
        kept = np.flatnonzero(self.meant[found.user])
        place = np.full(len(found), -1, np.int32)
        place[kept] = np.arange(len(kept), dtype=np.int32)
        shown = place[found.evidence.owner] >= 0
        evidence = {
            one.name: getattr(found.evidence, one.name)[shown] for one in fields(EvidenceColumns)
        }
        evidence["owner"] = place[evidence["owner"]]
        columns = {
            one.name: _kept(getattr(found, one.name), kept)
            for one in fields(RatingColumns)
            if one.name != "evidence"
        }
        return RatingColumns(**columns, evidence=EvidenceColumns(**evidence))

    def recorded(self, corpus: Corpus) -> RecordedColumns:
        """The times of all recordings, and how many codings these people have on them."""
        found = self.whole.recorded(corpus)
        return replace(found, wordless=np.where(self.meant[:-1], found.wordless, 0))


def _kept(column: Any, rows: NDArray[np.int64]) -> Any:
    return tuple(column[row] for row in rows) if isinstance(column, tuple) else column[rows]
