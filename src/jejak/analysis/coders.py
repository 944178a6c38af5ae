"""The codings of some people alone: a study as it looks to who must not see the others' work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

import numpy as np

from ..errors import NotFound
from ..model.corpus import CodingColumns, Corpus

__all__ = ["of_coders"]


def of_coders(corpus: Corpus, coders: Sequence[str] | None) -> Corpus:
    """The corpus with the codings of these people (GUIDs) alone; of all of them for ``None``.

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
    return replace(corpus, codings=CodingColumns(**columns))
