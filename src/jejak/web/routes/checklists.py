"""Checklists: COREQ, SRQR and the criteria of trustworthiness."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from starlette.responses import Response

from ...model import Item
from ..files import CHECKLIST_TYPES, attachment
from ..forms.checklists import AnswerForm, ChecklistName, ChecklistOut, ListedOut
from ..forms.form import Removed
from ..opened import STUDY, Here, IfMatch, Language, OpenStudy

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["report"])


@routes.get("/checklists", operation_id="list_checklists")
def list_checklists(here: Here, language: Language) -> list[ListedOut]:
    """The checklists there are."""
    return [ListedOut.of(one, language) for one in here.study.checklists.all()]


@routes.get("/checklists/{name}", operation_id="get_checklist")
def get_checklist(here: Here, name: ChecklistName, language: Language) -> ChecklistOut:
    """A checklist as it stands: what the study says to each item, and what people answered."""
    return _told(here, name, language)


@routes.put("/checklists/{name}/items/{number}", operation_id="answer_item")
def answer_item(
    here: Here,
    name: ChecklistName,
    number: str,
    form: AnswerForm,
    revision: IfMatch,
    language: Language,
) -> ChecklistOut:
    """Answer an item, or change one's own answer, over the revision of it that was seen."""
    here.study.checklists.answer(name, number, expected=revision, **form.changes())
    return _told(here, name, language)


@routes.delete("/checklists/{name}/items/{number}", operation_id="take_back_answer")
def take_back_answer(here: Here, name: ChecklistName, number: str, revision: IfMatch) -> Removed:
    """Take one's own answer to an item back."""
    with here.made() as made:
        removed = here.study.checklists.withdraw(name, number, expected=revision)
    return Removed(removed={Item.KIND: removed}, seq=made.seq)


@routes.get(
    "/checklists/{name}/file",
    operation_id="get_checklist_file",
    response_class=Response,
    responses={
        200: {
            "description": "The checklist as a file.",
            "content": {kind: {} for kind in CHECKLIST_TYPES},
        }
    },
)
def get_checklist_file(
    here: Here,
    name: ChecklistName,
    language: Language,
    format: Literal["docx", "pdf", "html", "md", "tex", "xlsx", "csv", "json"] = "docx",
) -> Response:
    """A checklist as a file, as it may leave the study."""
    body = here.study.checklists.file(name, f".{format}", language)
    return attachment(body, f"{name}.{format}")


def _told(here: OpenStudy, name: str, language: str) -> ChecklistOut:
    with here.study.store.view():
        standing = here.study.checklists.read(name)
        return ChecklistOut.filled(
            standing, language, here.study.user.guid, here.revisions(Item.KIND)
        )
