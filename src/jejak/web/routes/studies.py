"""Studies: what is open here, and what a study says of itself."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from ...i18n import translate
from ...model import Case, Code, Coding, Finding, Memo, Question, Source, StudyInfo, User
from ...model.auditor import AuditorCopy
from ...report.audit_words import COPY_TOLD
from ...store.revisions import revisions
from ..forms.studies import (
    AsOf,
    CopyOut,
    Counts,
    PrivacyOut,
    PrivacyPatch,
    QuestionOut,
    StoredOut,
    StudyListed,
    StudyOut,
    StudyPatch,
    UserOut,
)
from ..opened import STUDY, Here, IfMatch, Language, OpenStudy, tag

__all__ = ["listed", "question_out", "routes", "user_out"]

listed = APIRouter(tags=["studies"])
routes = APIRouter(prefix=STUDY, tags=["studies"])
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
def get_study(here: Here, language: Language, response: Response) -> StudyOut:
    """A study with its questions and users."""
    return tag(response, _out(here, language))


@routes.patch("", operation_id="change_study")
def change_study(
    here: Here, form: StudyPatch, revision: IfMatch, language: Language, response: Response
) -> StudyOut:
    """Change a study's title, description or languages."""
    with here.made(StudyInfo.KIND, here.guid, revision):
        here.study.about.update(**form.changes())
    return tag(response, _out(here, language))


@routes.patch("/privacy", operation_id="change_privacy")
def change_privacy(here: Here, form: PrivacyPatch, revision: IfMatch) -> PrivacyOut:
    """Change what of people leaves a study in reports and files."""
    with here.made(StudyInfo.KIND, here.guid, revision):
        return PrivacyOut.model_validate(here.study.about.set_privacy(**form.changes()))


@routes.get("/stored", operation_id="get_stored")
def get_stored(here: Here) -> StoredOut:
    """Where a study lies and what it takes there."""
    return StoredOut.model_validate(here.study.store.stored())


def _out(here: OpenStudy, language: str) -> StudyOut:
    study, store = here.study, here.study.store
    with store.view() as rows:
        info, copied = study.info, study.remarks.copy_of
        asked, people = revisions(rows, Question.KIND), revisions(rows, User.KIND)
        users = {one.guid: user_out(one, people[one.guid]) for one in store.all(User)}
        return StudyOut(
            guid=info.guid,
            revision=here.revision(StudyInfo.KIND, info.guid),
            title=info.title,
            description=info.description,
            languages=list(info.languages),
            questions=[question_out(one, asked[one.guid]) for one in study.questions],
            users=list(users.values()),
            me=users.get(study.user.guid) or user_out(study.user, 0),
            head=store.head,
            read_only=_read_only(store.read_only, copied, language),
            copy_of=None if copied is None else CopyOut.model_validate(copied),
            counts=Counts(**{name: store.count(kind) for name, kind in _COUNTED.items()}),
            privacy=PrivacyOut.model_validate(study.about.privacy),
            as_of=_moment(here, language),
            blind_rounds=list(store.sight.apart().rounds),
        )


def _read_only(reason: str | None, copied: AuditorCopy | None, language: str) -> str | None:
    return translate(COPY_TOLD, language) if copied is not None and reason is None else reason


def _moment(here: OpenStudy, language: str) -> AsOf | None:
    if here.seq is None:
        return None
    entry = here.study.trail.get(here.seq)
    return AsOf(seq=entry.seq, time=entry.time, text=translate(entry.verb, language))


def question_out(one: Question, revision: int) -> QuestionOut:
    """A question with the change that last wrote it."""
    return QuestionOut(guid=one.guid, revision=revision, text=one.text, position=one.position)


def user_out(one: User, revision: int) -> UserOut:
    """A user with the change that last wrote them."""
    return UserOut(
        guid=one.guid,
        revision=revision,
        name=one.name,
        initials=one.initials,
        colour=one.colour,
        machine=one.machine,
    )
