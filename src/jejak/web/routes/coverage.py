"""The coverage board: what material there is of which case."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from ..forms.coverage import BoardOut, HoleForm
from ..opened import STUDY, Here, Language

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["cases"])


@routes.get("/coverage", operation_id="get_coverage")
def get_coverage(
    here: Here,
    language: Language,
    columns: Annotated[
        str, Query(description="kind, method, collector, language, year, month or attribute:NAME.")
    ] = "kind",
    also: Annotated[list[str] | None, Query(description="Columns to be shown anyway.")] = None,
) -> BoardOut:
    """Cases by what their material is, with the holes."""
    return BoardOut.of(here.study.material.board(columns, also or ()), language)


@routes.put("/coverage", operation_id="mark_hole")
def mark_hole(here: Here, form: HoleForm, language: Language) -> BoardOut:
    """Say of a hole that it is planned or not wanted, and why."""
    here.study.material.mark(form.case, form.column, form.state, form.reason, by=form.by)
    return BoardOut.of(here.study.material.board(form.by), language)
