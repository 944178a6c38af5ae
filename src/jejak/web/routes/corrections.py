"""Correcting the text of a source, and what lost its words by it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header

from ...model import Source
from ..forms.corrections import Corrected, LostOut, TextForm
from ..forms.form import Guid
from ..opened import STUDY, Here

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["sources"])
_TEXT_MATCH = Annotated[
    str | None, Header(alias="If-Match", description="The digest of the text to be corrected.")
]


@routes.put("/sources/{guid}/text", operation_id="correct_text")
def correct_text(here: Here, guid: Guid, form: TextForm, if_match: _TEXT_MATCH = None) -> Corrected:
    """Replace stretches of a source's text in one step; codings, memos, evidence and blocks move with
    their words."""
    digest = None if if_match in {None, "*"} else (if_match or "").strip('W/" ')
    with here.made() as made, here.study.store.expecting_text(guid, digest):
        done = here.study.corrections.make(here.study.store.get(Source, guid), form.wanted())
    return Corrected(
        seq=made.seq,
        digest=done.source.text,
        length=done.source.length,
        moved=done.moved,
        flagged=done.flagged,
    )


@routes.get("/sources/{guid}/lost", operation_id="list_lost")
def list_lost(here: Here, guid: Guid) -> list[LostOut]:
    """The passages of a source whose words were deleted from it, by where they stood."""
    return [
        LostOut.of(one) for one in here.study.corrections.lost(here.study.store.get(Source, guid))
    ]
