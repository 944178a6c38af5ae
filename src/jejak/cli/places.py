"""Passages as commands name them: ``SOURCE:START-END``, or whatever a query finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..errors import NotFound

if TYPE_CHECKING:
    from ..model import Source
    from ..study import Study

__all__ = ["PLACE", "places"]

PLACE = "a QUERY, or SOURCE:START-END in characters"
_PLACE = re.compile(r"(.+):(\d+)-(\d+)", re.DOTALL)


def places(work: Study, what: str) -> Iterator[tuple[Source, int, int]]:
    """The passages that a text names. Raises :class:`NotFound` where there are none."""
    place = _PLACE.fullmatch(what)
    if place is not None:
        try:
            source = work.sources.get(place[1])
        except NotFound:
            place = None
        else:
            yield source, int(place[2]), int(place[3])
    if place is None:
        corpus, hits = work.retrieval.hits(what)
        segments = hits.segments()
        if not len(segments):
            raise NotFound("nothing-found", f"Nothing was found by “{what}”.")
        for row in range(len(segments)):
            source = work.sources.get(corpus.sources.guid[int(segments.source[row])])
            yield source, int(segments.start[row]), int(segments.end[row])
