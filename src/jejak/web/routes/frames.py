"""Ready codebooks."""

from __future__ import annotations

from fastapi import APIRouter

from ...services.codebook_entries import frame, frames
from ..forms.codes import FrameApplied, FrameForm, FrameOut
from ..opened import STUDY, Here, Language

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["codes"])


@routes.get("/frames", operation_id="list_frames")
def list_frames(here: Here, language: Language) -> list[FrameOut]:  # noqa: ARG001  (the study in the address must be open)
    """The codebooks that come with Jejak."""
    return [FrameOut.of(one, language) for one in frames()]


@routes.post("/frames/{name}", operation_id="apply_frame")
def apply_frame(here: Here, name: str, form: FrameForm) -> FrameApplied:
    """Merge a ready codebook into the study's own."""
    ready = frame(name)
    applied = here.study.codebook.apply(
        ready.entries(form.language), ready.title[form.language], ready.name
    )
    return FrameApplied(made=list(applied.made), filled=list(applied.filled), seq=applied.seq)
