"""Names found by a few letters."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from ..forms.names import NamedOut
from ..opened import STUDY, Authors, Here

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["retrieval"])


@routes.get("/search", operation_id="search_names")
def search_names(
    here: Here,
    text: str,
    limit: Annotated[int, Query(ge=1, le=200)] = 30,
    authors: Authors = None,
) -> list[NamedOut]:
    """Whatever has a name, by some letters of it, misspelt ones too; best first."""
    return [NamedOut.model_validate(one) for one in here.study.names.search(text, limit, authors)]
