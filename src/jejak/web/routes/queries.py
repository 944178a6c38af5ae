"""Queries: read into their parts, and completed while they are written."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from ...analysis.query.parse import parse
from ..forms.queries import CompletionsOut, QueryOut
from ..opened import STUDY, Here

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["retrieval"])
Text = Annotated[str, Query(max_length=100_000)]


@routes.get("/queries/read", operation_id="read_query")
def read_query(here: Here, query: Text) -> QueryOut:  # noqa: ARG001  (who may read the study may ask)
    """A query in its parts; refused with the character where it cannot be read."""
    return QueryOut.of(parse(query))


@routes.get("/queries/completions", operation_id="complete_query")
def complete_query(
    here: Here,
    query: Text,
    at: Annotated[int, Query(ge=0, le=100_000, description="The character the cursor is before.")],
    limit: Annotated[int, Query(ge=1, le=200)] = 20,
) -> CompletionsOut:
    """What can stand where the cursor is: names and values of the study, words of the language."""
    return CompletionsOut.of(here.study.retrieval.complete(query, at, limit))
