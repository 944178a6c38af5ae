"""Summary forms side by side: what a form asks, by the sources or cases that it was filled for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model.corpus import Corpus, NamedColumns
from ..model.message import Message, say
from ..model.shape import NO_DATA, Caption, Cell, Heading, Matrix, why
from ..model.sheets import FormSheet, SheetForm
from .display import Compute, DisplayFilter, Setting

__all__ = ["SHEET_SETTINGS", "sheet_display"]

SHEET_SETTINGS = (
    Setting("missing", say("Also those whose form is not filled"), "switch", default=True),
    Setting("top", say("At most so many columns"), "number", default=50, most=300),
)


def sheet_display(kind: str, form: str, title: Message) -> Compute:
    """What computes a display of one form."""

    def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
        found = next((one for one in corpus.sheets.forms if one.name == form), None)
        return _matrix(corpus, kind, found, title, settings, only)

    return compute


def _matrix(
    corpus: Corpus,
    kind: str,
    form: SheetForm | None,
    title: Message,
    settings: Mapping[str, Any],
    only: DisplayFilter,
) -> Matrix:
    owners = corpus.sources if form is None or form.of == "source" else corpus.cases
    filled = {one.owner: one for one in corpus.sheets.filled if form and one.form == form.name}
    places = [] if form is None else _places(owners, form, filled, missing=settings["missing"])
    shown = places[: settings["top"]]
    asked = form.asked if form else ()
    full = sum(owners.guid[place] in filled for place in shown)
    cells: dict[tuple[int, int], Cell] = {}
    said: dict[tuple[int, int], tuple[str | Message, ...]] = {}
    for column, place in enumerate(shown):
        sheet = filled.get(owners.guid[place])
        for row, one in enumerate(asked):
            text = sheet.values.get(one.name, "").strip() if sheet else ""
            if text:
                cells[row, column] = Cell(1)
                said[row, column] = (text,)
            elif sheet is None:
                cells[row, column] = NO_DATA
    return Matrix(
        kind=kind,
        rows=tuple(
            Heading(f"form.{kind}.{one.name}", say("{text}", text=one.heading)) for one in asked
        ),
        columns=tuple(Heading(owners.guid[place], owners.name[place]) for place in shown),
        cells=cells,
        caption=Caption(
            title=title,
            unit=say("whether the form says something there"),
            filter=str(only),
            n=full,
            counted=say("Forms filled"),
            notes=_notes(len(shown), len(places), full),
        ),
        row_title=say("What is asked"),
        column_title=say("Case") if owners is corpus.cases else say("Source"),
        number="presence",
        said=said,
    )


def _places(
    owners: NamedColumns, form: SheetForm, filled: Mapping[str, FormSheet], *, missing: bool
) -> list[int]:
    """The sources or cases that the form was filled for; with ``missing`` all it is made for."""
    kinds = owners.facets.get("kind", (None,) * len(owners.guid))
    return [
        place
        for place, (guid, kind) in enumerate(zip(owners.guid, kinds, strict=True))
        if guid in filled or (missing and (not form.kinds or kind in form.kinds))
    ]


def _notes(shown: int, possible: int, filled: int) -> tuple[Message, ...]:
    told = []
    if not possible:
        told.append(why(say("This form is not filled for anything yet: fill it under Memos.")))
    if shown < possible:
        told.append(say("Only the first {n} of {all} columns are shown.", n=shown, all=possible))
    if filled < shown:
        told.append(
            say(
                "The form is filled for {n} of {all}; the others are no data, not empty answers.",
                n=filled,
                all=shown,
            )
        )
    return tuple(told)
