"""First steps: a new study, the demo, or one that is there."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.requests import Request

from ...errors import NotAllowed
from ...i18n import translate
from ..beginnings import Beginnings, Building
from ..forms.beginnings import BeginningsOut, BuildingOut, DemoForm, NewStudy, OpenForm
from ..forms.studies import StudyListed
from ..opened import OpenStudy, accepted_language

__all__ = ["routes"]

routes = APIRouter(tags=["session"])
Spoken = Annotated[str, Depends(accepted_language)]


def _allowed(request: Request) -> Beginnings:
    found = request.app.state.beginnings
    if not isinstance(found, Beginnings):
        raise NotAllowed(
            "no-beginnings",
            "This server was started on a study of its own.",
            "Start jejak open without a study to begin another.",
        )
    return found


Allowed = Annotated[Beginnings, Depends(_allowed)]


@routes.get("/api/beginnings", operation_id="get_beginnings")
def get_beginnings(request: Request, language: Spoken) -> BeginningsOut:
    """What may be begun here, and how far the demo is."""
    found = request.app.state.beginnings
    if not isinstance(found, Beginnings):
        return BeginningsOut(allowed=False, folder="", user="", recent=[], building=None)
    return BeginningsOut(
        allowed=True,
        folder=str(found.folder),
        user=found.user,
        recent=[str(path) for path in found.recent],
        building=None if found.building is None else _told(found.building, language),
    )


@routes.post("/api/beginnings/new", operation_id="begin_study", status_code=201)
def begin_study(here: Allowed, form: NewStudy) -> StudyListed:
    """Begin an empty study in a file."""
    return _listed(here.new(form.path, form.title, form.questions, form.language, form.user))


@routes.post("/api/beginnings/open", operation_id="open_study")
def open_study(here: Allowed, form: OpenForm) -> StudyListed:
    """Open a study by its file."""
    return _listed(here.open(form.path, form.user))


@routes.post("/api/beginnings/demo", operation_id="build_demo", status_code=202)
def build_demo(here: Allowed, form: DemoForm, language: Spoken) -> BuildingOut:
    """Begin to build the demo, or open it where it is; ``GET /api/beginnings`` tells how far it is."""
    return _told(here.demo(form.path, form.language), language)


def _told(building: Building, language: str) -> BuildingOut:
    return BuildingOut(
        done=building.done,
        total=building.total,
        text=translate(building.text, language or "en"),
        failed=building.failed,
        guid=building.guid,
    )


def _listed(here: OpenStudy) -> StudyListed:
    study = here.study
    return StudyListed(guid=here.guid, title=study.info.title, read_only=study.store.read_only)
