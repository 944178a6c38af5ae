"""The report."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from ..files import REPORT_TYPES, report_answer
from ..opened import Here, Language

__all__ = ["routes"]

routes = APIRouter(tags=["report"])


@routes.get(
    "/report",
    operation_id="get_report",
    response_class=Response,
    responses={
        200: {
            "description": "The report.",
            "content": {kind: {} for kind in REPORT_TYPES},
        }
    },
)
def get_report(
    here: Here,
    language: Language,
    parts: Annotated[str, Query(description="Names of parts, with commas between.")] = "",
    format: Literal["html", "docx", "md"] = "html",
) -> Response:
    """The report of the study as it stands: a page, or a file."""
    wanted = [part.strip() for part in parts.split(",") if part.strip()] or None
    return report_answer(here.study, format, language, wanted)
