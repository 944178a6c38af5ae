"""Segments by query, and words in context."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from ..files import attachment
from ..forms.form import Guid
from ..forms.segments import CountsOut, GroupsOut, LineOut, LinesOut, SegmentOut, SegmentPage
from ..opened import STUDY, Authors, Coders, Here, Language

__all__ = ["Limit", "Offset", "routes"]

routes = APIRouter(prefix=STUDY, tags=["retrieval"])
Offset = Annotated[int, Query(ge=0, le=2**31)]
Limit = Annotated[int, Query(ge=1, le=1000)]
Sources = Annotated[list[Guid] | None, Query(description="Only in these (GUIDs).")]
Asked = Annotated[
    str,
    Query(description="A query, such as code:Anonymity and not code:Price.", max_length=100_000),
]
By = Annotated[
    Literal["source", "case", "code", "coder"],
    Query(
        description="What they are arranged by; under codes and coders a segment stands as often as "
        "it has some."
    ),
]
Ending = Literal[".csv", ".xlsx", ".docx", ".html", ".md", ".parquet", ".json", ".jsonl"]
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
    query: Asked,
    offset: Offset = 0,
    limit: Limit = 50,
    context: Context = 80,
    coders: Coders = None,
    sources: Sources = None,
    by: By = "source",
) -> SegmentPage:
    """The segments that a query finds, under the headings of what they are arranged by; ``offset``
    and ``limit`` count the places where they stand."""
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
        total=found.total,
        places=found.places,
        segments=[SegmentOut.of(segment) for segment in found.segments],
    )


@routes.get("/segments/groups", operation_id="group_segments")
def group_segments(
    here: Here, query: Asked, by: By = "source", coders: Coders = None, sources: Sources = None
) -> GroupsOut:
    """The headings of the segments that a query finds, with their counts, in the order in which the
    segments are told."""
    found = here.study.retrieval.groups(query, by=by, coders=coders, sources=sources)
    return GroupsOut.model_validate(found)


@routes.get("/segments/file", operation_id="get_segments_file", response_class=Response)
def get_segments_file(
    here: Here,
    query: Asked,
    ending: Ending,
    language: Language,
    by: By = "source",
    context: Context = 80,
    coders: Coders = None,
    sources: Sources = None,
    authors: Authors = None,
) -> Response:
    """All segments that a query finds as a file, as they may leave the study: the words with their
    codes, coders, weights and memos, and all that is known of case and source."""
    content = here.study.retrieval.content(
        query,
        ending,
        language,
        by=by,
        context=context,
        coders=coders,
        sources=sources,
        authors=authors,
    )
    return attachment(content, f"quotations{ending}")


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
