"""Segments by query, and words in context."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from ..forms.segments import LineOut, LinesOut, SegmentOut, SegmentPage
from ..opened import Here

__all__ = ["Limit", "Offset", "routes"]

routes = APIRouter(tags=["retrieval"])
Offset = Annotated[int, Query(ge=0, le=2**31)]
Limit = Annotated[int, Query(ge=1, le=1000)]
Context = Annotated[int, Query(ge=0, le=2000, description="Code points shown on either side.")]


@routes.get("/segments", operation_id="find_segments")
def find_segments(
    here: Here,
    query: Annotated[str, Query(description="A query, such as code:Anonymity and not code:Price.")],
    offset: Offset = 0,
    limit: Limit = 50,
    context: Context = 80,
) -> SegmentPage:
    """The segments that a query finds, in the order of the texts."""
    found = here.study.retrieval.find(query, offset=offset, limit=limit, context=context)
    return SegmentPage(
        total=found.total, segments=[SegmentOut.of(segment) for segment in found.segments]
    )


@routes.get("/words", operation_id="find_words")
def find_words(
    here: Here,
    pattern: str,
    *,
    regex: bool = False,
    offset: Offset = 0,
    limit: Limit = 100,
    context: Context = 60,
) -> LinesOut:
    """Where a phrase or regular expression stands, with the words around it."""
    found = here.study.retrieval.words(
        pattern, regex=regex, offset=offset, limit=limit, context=context
    )
    return LinesOut(more=found.more, lines=[LineOut.model_validate(line) for line in found.lines])
