"""What analysts write into reports themselves."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from ...model import Prose
from ..forms.form import Guid, Removed
from ..forms.prose import PieceForm, PieceOut, PiecePatch, PlaceOut
from ..opened import STUDY, Here, IfMatch, Language, OpenStudy, tag

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["report"])
_Template = Annotated[str, Query(description="The template, by its name.")]


@routes.get("/prose", operation_id="list_prose")
def list_prose(here: Here, language: Language, template: _Template = "study") -> list[PieceOut]:
    """What was written into a report in a language, in its order; what lost its place last."""
    return _told(here, template, language)


@routes.get("/prose/places", operation_id="list_prose_places")
def list_prose_places(
    here: Here, language: Language, template: _Template = "study"
) -> list[PlaceOut]:
    """The places of a report at which can be written."""
    found = here.study.prose.places(template, language)
    return [PlaceOut.model_validate(one) for one in found]


@routes.post("/prose", operation_id="add_prose", status_code=201)
def add_prose(here: Here, form: PieceForm, response: Response) -> PieceOut:
    """Write at a place of a report."""
    made = here.study.prose.add(
        form.text, form.place, form.side, template=form.template, language=form.language
    )
    return tag(response, _one(here, made))


@routes.patch("/prose/{guid}", operation_id="change_prose")
def change_prose(
    here: Here, guid: Guid, form: PiecePatch, revision: IfMatch, response: Response
) -> PieceOut:
    """Change what was written, or move it."""
    with here.made(Prose.KIND, guid, revision):
        prose = here.study.prose.update(here.study.prose.get(guid), **form.changes())
    return tag(response, _one(here, prose))


@routes.delete("/prose/{guid}", operation_id="remove_prose")
def remove_prose(here: Here, guid: Guid, revision: IfMatch) -> Removed:
    """Take away what was written."""
    with here.made(Prose.KIND, guid, revision) as made:
        here.study.prose.remove([here.study.prose.get(guid).guid])
    return Removed(removed={Prose.KIND: 1}, seq=made.seq)


def _told(here: OpenStudy, template: str, language: str) -> list[PieceOut]:
    names, revisions = here.user_names(), here.revisions(Prose.KIND)
    return [
        PieceOut.told(one, revisions[one.prose.guid], names[one.prose.user])
        for one in here.study.prose.pieces(template, language)
    ]


def _one(here: OpenStudy, prose: Prose) -> PieceOut:
    told = _told(here, prose.template, prose.language)
    return next(one for one in told if one.guid == prose.guid)
