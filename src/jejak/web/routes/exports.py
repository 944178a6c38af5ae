"""The whole study for other programs: written, told of, fetched."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import FileResponse, Response

from ...formats import PROJECTS
from ..files import attached
from ..forms.exports import ExportForm, ExportFormOut, ExportOut
from ..forms.form import Guid
from ..opened import STUDY, Here, Language

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["exports"])


@routes.get("/exports", operation_id="list_export_forms")
def list_export_forms(language: Language) -> list[ExportFormOut]:
    """The forms that a study can be written in."""
    return [
        ExportFormOut.of(name, form, language)
        for name, form in PROJECTS.all().items()
        if form.write is not None
    ]


@routes.post("/exports", operation_id="make_export", status_code=201)
def make_export(here: Here, form: ExportForm, language: Language) -> ExportOut:
    """Write the study in a form, and see what has no place in it; the file waits to be fetched, instead of
    one that was written before."""
    return ExportOut.of(here.exports.make(form.format, redact=form.redact), language)


@routes.post("/exports/stop", operation_id="stop_exports", status_code=204)
def stop_exports(here: Here) -> None:
    """Write no further: a file that is being written is not kept, and whoever asked for it is told so (400)."""
    here.exports.stop()


@routes.get(
    "/exports/{guid}/file",
    operation_id="get_export_file",
    response_class=Response,
    responses={200: {"description": "The file.", "content": {"application/octet-stream": {}}}},
)
def get_export_file(here: Here, guid: Guid) -> Response:
    """The file that was written."""
    made = here.exports.get(guid)
    return FileResponse(
        made.file, headers=attached(made.name), media_type="application/octet-stream"
    )


@routes.delete("/exports/{guid}", operation_id="forget_export", status_code=204)
def forget_export(here: Here, guid: Guid) -> None:
    """Put the file away; nothing of it stays."""
    here.exports.get(guid)
    here.exports.clear()
