"""Segments by query, and words in context."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query

from ..forms.form import Guid
from ..forms.segments import CountsOut, LineOut, LinesOut, SegmentOut, SegmentPage
from ..opened import Coders, Here

__all__ = ["Limit", "Offset", "routes"]

routes = APIRouter(tags=["retrieval"])
Offset = Annotated[int, Query(ge=0, le=2**31)]
Limit = Annotated[int, Query(ge=1, le=1000)]
Sources = Annotated[list[Guid] | None, Query(description="Only in these (GUIDs).")]
Context = Annotated[int, Query(ge=0, le=2000, description="Code points shown on either side.")]


@dataclass(frozen=True)
class Words:
    """What is looked for and how."""

    pattern: Annotated[str, Query(max_length=10_000)]
    regex: Annotated[bool, Query()] = False
    within: Annotated[bool, Query(description="A phrase may be part of longer words.")] = False
    case_sensitive: Annotated[bool, Query()] = False


@routes.get("/segments", operation_id="find_segments")
def find_segments(
    here: Here,
    query: Annotated[str, Query(description="A query, such as code:Anonymity and not code:Price.")],
    offset: Offset = 0,
    limit: Limit = 50,
    context: Context = 80,
    coders: Coders = None,
    sources: Sources = None,
    by: Annotated[
        Literal["source", "case"], Query(description="Whose segments stand together.")
    ] = "source",
) -> SegmentPage:
    """The segments that a query finds, in the order of the texts or by case."""
    found = here.study.retrieval.find(
        query,
        offset=offset,
        limit=limit,
        context=context,
        coders=coders,
        sources=sources,
        by=by,
    )
    return SegmentPage(
        total=found.total, segments=[SegmentOut.of(segment) for segment in found.segments]
    )


@routes.get("/words", operation_id="find_words")
def find_words(
    here: Here,
    how: Annotated[Words, Depends()],
    sources: Sources = None,
    offset: Offset = 0,
    limit: Limit = 100,
    context: Context = 60,
) -> LinesOut:
    """Where a phrase or regular expression stands, with the words around it."""
    found = here.study.retrieval.words(
        **asdict(how), sources=sources, offset=offset, limit=limit, context=context
    )
    return LinesOut(more=found.more, lines=[LineOut.model_validate(line) for line in found.lines])


@routes.get("/words/counts", operation_id="count_words")
def count_words(
    here: Here,
    how: Annotated[Words, Depends()],
    after: Annotated[int, Query(ge=0, le=2**53)] = 0,
    characters: Annotated[int, Query(ge=1, le=50_000_000)] = 4_000_000,
    lines: Annotated[int, Query(ge=0, le=100, description="Told of each source.")] = 5,
    context: Context = 60,
) -> CountsOut:
    """How often words stand in each source, in a piece of the material, to be asked on from there."""
    found = here.study.retrieval.count(
        **asdict(how), after=after, characters=characters, lines=lines, context=context
    )
    return CountsOut.model_validate(found)
