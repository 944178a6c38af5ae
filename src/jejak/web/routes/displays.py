"""Displays: computed, saved, and written as files."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from ...model import Display, DisplayCell
from ..files import display_file
from ..forms.displays import (
    DisplayCellForm,
    DisplayCellMove,
    DisplayCellOut,
    DisplayForm,
    DisplayGlimpse,
    DisplayGlimpseOut,
    DisplayKindOut,
    DisplayOut,
    DisplayPatch,
    DisplayWanted,
    Key,
    MatrixOut,
)
from ..forms.form import Guid, Removed
from ..opened import STUDY, Authors, Coders, Here, IfMatch, Language, OpenStudy, tag
from ..settings import settings_of

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["displays"])
Ending = Literal[
    ".svg", ".png", ".pdf", ".html", ".csv", ".xlsx", ".docx", ".json", ".md", ".sav", ".zip", ".gexf",
    ".graphml",
]  # fmt: skip


@routes.get("/displays/kinds", operation_id="list_display_kinds")
def list_display_kinds(here: Here, language: Language) -> list[DisplayKindOut]:
    """The kinds of display there are."""
    displays = here.study.displays
    first, file = displays.suggested(), here.study.store.path
    return [
        DisplayKindOut.of(
            kind, language, file=file.name if file else "study.jejak", suggested=kind.name in first
        )
        for kind in displays.kinds()
    ]


@routes.post("/displays/glimpse", operation_id="glimpse_display")
def glimpse_display(here: Here, form: DisplayGlimpse, language: Language) -> DisplayGlimpseOut:
    """A display at the size of a stamp."""
    matrix, settings = here.study.displays.glimpse(form.kind, coders=form.coders)
    return DisplayGlimpseOut.of(matrix, settings, language)


@routes.post("/displays/compute", operation_id="compute_display")
def compute_display(here: Here, form: DisplayWanted, language: Language) -> MatrixOut:
    """A display of the study as it stands."""
    return MatrixOut.of(
        here.study.displays.compute(form.kind, form.settings, coders=form.coders), language
    )


@routes.get("/displays/file", operation_id="get_display_file", response_class=Response)
def get_display_file(
    here: Here,
    kind: str,
    ending: Ending,
    language: Language,
    settings: Annotated[str, Query(description="The settings, as a JSON object.")] = "{}",
    saved: Annotated[
        Guid | None, Query(description="The saved display whose words stand in the cells.")
    ] = None,
    coders: Coders = None,
) -> Response:
    """A display as a file; refused where it shows what stays in the study."""
    displays = here.study.displays
    with here.study.store.view():
        matrix = displays.compute(kind, settings_of(settings), coders=coders)
        if saved is not None:
            matrix = displays.told(matrix, here.study.store.get(Display, saved), authors=coders)
    return display_file(here.study, matrix, ending, language)


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


@routes.get("/displays/{guid}/cells", operation_id="list_display_cells")
def list_display_cells(here: Here, guid: Guid, authors: Authors = None) -> list[DisplayCellOut]:
    """The analyst's own words in the cells of a saved display, those too whose cells are not shown."""
    with here.study.store.view():
        revisions = here.revisions(DisplayCell.KIND)
        cards = here.study.displays.cells(here.study.store.get(Display, guid), authors=authors)
        return [DisplayCellOut.of(card, revisions[card.cell.guid]) for card in cards]


@routes.put("/displays/{guid}/cells", operation_id="write_display_cell")
def write_display_cell(
    here: Here, guid: Guid, form: DisplayCellForm, revision: IfMatch, response: Response
) -> DisplayCellOut:
    """Write in a cell of a saved display; ``If-Match: "0"`` only where nothing is written yet."""
    display = here.study.store.get(Display, guid)
    cell = here.study.displays.write_cell(
        display, form.row, form.column, form.text, form.state, seen=revision
    )
    return _cell_out(here, display, cell, response)


@routes.patch("/displays/{guid}/cells", operation_id="move_display_cell")
def move_display_cell(
    here: Here, guid: Guid, form: DisplayCellMove, revision: IfMatch, response: Response
) -> DisplayCellOut:
    """Take the words of a cell, shown now or not, to one that is empty."""
    display = here.study.store.get(Display, guid)
    place, to = (form.row, form.column), (form.to_row, form.to_column)
    cell = here.study.displays.move_cell(display, place, to, seen=revision)
    return _cell_out(here, display, cell, response)


@routes.delete("/displays/{guid}/cells", operation_id="clear_display_cell")
def clear_display_cell(
    here: Here,
    guid: Guid,
    row: Annotated[Key, Query()],
    column: Annotated[Key, Query()],
    revision: IfMatch,
) -> Removed:
    """Take the words out of a cell of a saved display."""
    display = here.study.store.get(Display, guid)
    with here.made() as made:
        removed = here.study.displays.clear_cell(display, row, column, seen=revision)
    return Removed(removed=removed, seq=made.seq)


def _cell_out(
    here: OpenStudy, display: Display, cell: DisplayCell, response: Response
) -> DisplayCellOut:
    with here.study.store.view():
        cards = here.study.displays.cells(display)
        card = next(one for one in cards if one.cell.guid == cell.guid)
        return tag(response, DisplayCellOut.of(card, here.revision(DisplayCell.KIND, cell.guid)))


def _out(here: OpenStudy, guid: str) -> DisplayOut:
    with here.study.store.view():
        display = here.study.store.get(Display, guid)
        return DisplayOut.of(display, here.revision(Display.KIND, guid))
