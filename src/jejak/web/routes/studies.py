"""Studies: what is open here, and what a study says of itself."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from ...model import Case, Code, Coding, Finding, Memo, Source, StudyInfo, User
from ..forms.studies import Counts, QuestionOut, StudyListed, StudyOut, StudyPatch, UserOut
from ..opened import Here, IfMatch, OpenStudy, tag

__all__ = ["listed", "routes"]

listed = APIRouter(tags=["studies"])
routes = APIRouter(tags=["studies"])
_COUNTED = {
    "sources": Source, "codes": Code, "codings": Coding, "cases": Case, "memos": Memo,
    "findings": Finding,
}  # fmt: skip


@listed.get("/api/studies", operation_id="list_studies")
def list_studies(request: Request) -> list[StudyListed]:
    """The studies that are open here."""
    return [
        StudyListed(
            guid=here.guid, title=here.study.info.title, read_only=here.study.store.read_only
        )
        for here in request.app.state.studies.values()
    ]


@routes.get("", operation_id="get_study")
def get_study(here: Here, response: Response) -> StudyOut:
    """A study with its questions and users."""
    return tag(response, _out(here))


@routes.patch("", operation_id="change_study")
def change_study(here: Here, form: StudyPatch, revision: IfMatch, response: Response) -> StudyOut:
    """Change a study's title or description."""
    with here.made(StudyInfo.KIND, here.guid, revision):
        here.study.about.update(**form.changes())
    return tag(response, _out(here))


def _out(here: OpenStudy) -> StudyOut:
    study, store = here.study, here.study.store
    with store.view():
        info = study.info
        return StudyOut(
            guid=info.guid,
            revision=here.revision(StudyInfo.KIND, info.guid),
            title=info.title,
            description=info.description,
            languages=list(info.languages),
            questions=[QuestionOut.model_validate(one) for one in study.questions],
            users=[UserOut.model_validate(one) for one in store.all(User)],
            me=UserOut.model_validate(study.user),
            head=store.head,
            read_only=store.read_only,
            counts=Counts(**{name: store.count(kind) for name, kind in _COUNTED.items()}),
        )
