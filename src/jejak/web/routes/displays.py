"""Displays: computed, saved, and written as files."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from ...model import Display
from ..files import display_file
from ..forms.displays import (
    DisplayForm,
    DisplayKindOut,
    DisplayOut,
    DisplayPatch,
    DisplayWanted,
    MatrixOut,
)
from ..forms.form import Guid, Removed
from ..opened import Here, IfMatch, Language, OpenStudy, tag
from ..settings import settings_of

__all__ = ["routes"]

routes = APIRouter(tags=["displays"])
Ending = Literal[".svg", ".png", ".pdf", ".html", ".csv", ".xlsx", ".json", ".md"]


@routes.get("/displays/kinds", operation_id="list_display_kinds")
def list_display_kinds(here: Here, language: Language) -> list[DisplayKindOut]:
    """The kinds of display there are."""
    return [DisplayKindOut.of(kind, language) for kind in here.study.displays.kinds()]


@routes.post("/displays/compute", operation_id="compute_display")
def compute_display(here: Here, form: DisplayWanted, language: Language) -> MatrixOut:
    """A display of the study as it stands."""
    return MatrixOut.of(here.study.displays.compute(form.kind, form.settings), language)


@routes.get("/displays/file", operation_id="get_display_file", response_class=Response)
def get_display_file(
    here: Here,
    kind: str,
    ending: Ending,
    language: Language,
    settings: Annotated[str, Query(description="The settings, as a JSON object.")] = "{}",
) -> Response:
    """A display as a file."""
    matrix = here.study.displays.compute(kind, settings_of(settings))
    return display_file(matrix, ending, language)


@routes.get("/displays", operation_id="list_displays")
def list_displays(here: Here) -> list[DisplayOut]:
    """The displays that were saved."""
    with here.study.store.view():
        revisions = here.revisions(Display.KIND)
        return [DisplayOut.of(one, revisions[one.guid]) for one in here.study.displays.saved()]


@routes.post("/displays", operation_id="save_display", status_code=201)
def save_display(here: Here, form: DisplayForm, response: Response) -> DisplayOut:
    """Save a display: its kind and settings."""
    display = here.study.displays.save(form.name, form.kind, form.settings)
    return tag(response, _out(here, display.guid))


@routes.get("/displays/{guid}", operation_id="get_display")
def get_display(here: Here, guid: Guid, response: Response) -> DisplayOut:
    """One saved display."""
    return tag(response, _out(here, guid))


@routes.patch("/displays/{guid}", operation_id="change_display")
def change_display(
    here: Here, guid: Guid, form: DisplayPatch, revision: IfMatch, response: Response
) -> DisplayOut:
    """Change a saved display's name or settings."""
    with here.made(Display.KIND, guid, revision):
        here.study.displays.update(here.study.store.get(Display, guid), **form.changes())
    return tag(response, _out(here, guid))


@routes.delete("/displays/{guid}", operation_id="remove_display")
def remove_display(here: Here, guid: Guid, revision: IfMatch) -> Removed:
    """Remove a saved display."""
    with here.made(Display.KIND, guid, revision) as made:
        here.study.displays.remove(here.study.store.get(Display, guid))
    return Removed(removed={Display.KIND: 1}, seq=made.seq)


def _out(here: OpenStudy, guid: str) -> DisplayOut:
    with here.study.store.view():
        display = here.study.store.get(Display, guid)
        return DisplayOut.of(display, here.revision(Display.KIND, guid))
