"""What participants made of the findings."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from ...model import Case, Feedback
from ..files import attachment
from ..forms.feedback import MembersOut
from ..forms.form import Guid
from ..opened import STUDY, Here, Language

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["audit"])


@routes.get("/feedback", operation_id="get_feedback")
def get_feedback(here: Here) -> MembersOut:
    """What was shown to whom, what they made of it, and whom to ask yet."""
    with here.study.store.view():
        return MembersOut.of(here.study.member_feedback.members(), here.revisions(Feedback.KIND))


@routes.get(
    "/feedback/sheet",
    operation_id="get_feedback_sheet",
    response_class=Response,
    responses={200: {"description": "The sheet.", "content": {"application/octet-stream": {}}}},
)
def get_feedback_sheet(
    here: Here,
    case: Annotated[Guid, Query(description="Whom it is handed to.")],
    language: Language,
    format: Literal["docx", "pdf", "html"] = "docx",
) -> Response:
    """The findings that concern a participant, with their own words alone, to be handed to them."""
    wanted = here.study.store.get(Case, case)
    content = here.study.member_feedback.sheet(wanted, f".{format}", language)
    return attachment(content, f"sheet.{format}")
