"""Research questions: asking, changing, ordering and removing them."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from ...model import Question
from ..forms.form import Guid, Removed
from ..forms.studies import QuestionForm, QuestionOut, QuestionPatch
from ..opened import STUDY, Here, IfMatch, tag
from .studies import question_out

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["studies"])


@routes.post("/questions", operation_id="add_question", status_code=201)
def add_question(here: Here, form: QuestionForm, response: Response) -> QuestionOut:
    """Ask one question more."""
    question = here.study.about.add_question(form.text, form.position)
    return tag(response, question_out(question, here.revision(Question.KIND, question.guid)))


@routes.patch("/questions/{guid}", operation_id="change_question")
def change_question(
    here: Here, guid: Guid, form: QuestionPatch, revision: IfMatch, response: Response
) -> QuestionOut:
    """Ask a question in other words, or at another place among the others."""
    with here.made(Question.KIND, guid, revision):
        question = here.study.about.change_question(
            here.study.store.get(Question, guid), **form.changes()
        )
    return tag(response, question_out(question, here.revision(Question.KIND, guid)))


@routes.delete("/questions/{guid}", operation_id="remove_question")
def remove_question(here: Here, guid: Guid, revision: IfMatch) -> Removed:
    """Ask a question no more; refused while a finding answers it."""
    with here.made(Question.KIND, guid, revision) as made:
        here.study.about.remove_question(here.study.store.get(Question, guid))
    return Removed(removed={Question.KIND: 1}, seq=made.seq)
