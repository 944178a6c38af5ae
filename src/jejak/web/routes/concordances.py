"""Concordances: what a query finds, line by line, in any order."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from ..files import attachment
from ..forms.concordances import ConcordanceOut
from ..opened import STUDY, Coders, Here
from .segments import Asked, Context, Limit, Offset

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["retrieval"])
Order = Literal["source", "case", "node", "left1", "left2", "left3", "right1", "right2", "right3"]
Sort = Annotated[
    list[Order] | None,
    Query(description="The order: by the first, where that is the same by the next."),
]
Ending = Literal[".csv", ".xlsx", ".html", ".md", ".parquet", ".json", ".jsonl"]


@routes.get("/concordance", operation_id="get_concordance")
def get_concordance(
    here: Here,
    query: Asked,
    sort: Sort = None,
    offset: Offset = 0,
    limit: Limit = 100,
    context: Context = 60,
    coders: Coders = None,
) -> ConcordanceOut:
    """What a query finds, line by line with the words around it."""
    found = here.study.retrieval.concordance(
        query, sort=sort or (), offset=offset, limit=limit, context=context, coders=coders
    )
    return ConcordanceOut.model_validate(found)


@routes.get("/concordance/file", operation_id="get_concordance_file", response_class=Response)
def get_concordance_file(
    here: Here,
    query: Asked,
    ending: Ending,
    sort: Sort = None,
    context: Context = 60,
    coders: Coders = None,
) -> Response:
    """All lines as a file, as they may leave the study."""
    content = here.study.retrieval.concordance_content(
        query, ending, sort=sort or (), context=context, coders=coders
    )
    return attachment(content, f"concordance{ending}")
