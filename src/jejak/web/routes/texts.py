"""The text of a source, its codings, and the file it came from."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from ...model import Source
from ...services.leaving import Leaving
from ..columns import coding_columns, text_content
from ..files import TRANSCRIPT_TYPES, attachment
from ..forms.form import Guid
from ..forms.sources import CodingColumns, TextOut
from ..kept import Kept
from ..opened import STUDY, Coders, Here
from ..originals import original_answer

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["sources"])
_UNCHANGED: dict[int | str, dict[str, Any]] = {304: {"description": "It is as it was."}}


@routes.get(
    "/sources/{guid}/text",
    operation_id="get_text",
    response_model=TextOut,
    responses=_UNCHANGED,
)
def get_text(here: Here, guid: Guid, request: Request) -> Response:
    """The plain text of a source with its blocks."""
    source = here.study.store.get(Source, guid)
    version = source.text, here.revision(Source.KIND, guid)
    kept = here.kept.get(("text", guid), version, lambda: Kept(text_content(here.study, source)))
    return kept.answer(request)


@routes.get(
    "/sources/{guid}/codings",
    operation_id="get_source_codings",
    response_model=CodingColumns,
    responses=_UNCHANGED,
)
def get_source_codings(here: Here, guid: Guid, request: Request, coders: Coders = None) -> Response:
    """The codings of a source as columns."""
    here.study.store.get(Source, guid)
    head = here.study.store.head
    who = None if coders is None else tuple(coders), here.study.store.sight.apart()
    kept = here.kept.get(
        ("codings", guid, who), head, lambda: coding_columns(here.study, guid, coders)
    )
    return kept.answer(request)


@routes.get(
    "/sources/{guid}/transcript.{format}",
    operation_id="save_transcript",
    response_class=Response,
    responses={200: {"content": {kind: {} for kind in TRANSCRIPT_TYPES.values()}}},
)
def save_transcript(
    here: Here, guid: Guid, format: Literal["srt", "vtt", "eaf", "textgrid"]
) -> Response:
    """The transcript of a source with its times as a file, as it may leave the study."""
    source = here.study.store.get(Source, guid)
    body = here.study.sources.transcript(source, f".{format}")
    ending = "TextGrid" if format == "textgrid" else format
    with here.study.store.view() as rows:
        name = Leaving(rows).text(source.name)
    return attachment(body, f"{name}.{ending}", TRANSCRIPT_TYPES[format])


@routes.get(
    "/sources/{guid}/original",
    operation_id="get_original",
    response_class=Response,
    responses={
        200: {"description": "The file.", "content": {"application/octet-stream": {}}},
        206: {"description": "A part of the file.", "content": {"application/octet-stream": {}}},
        416: {"description": "There is no such part."},
    },
)
def get_original(here: Here, guid: Guid, request: Request) -> Response:
    """The file a source came from, or the part of it that is asked for."""
    return original_answer(here.study, here.study.store.get(Source, guid), request)
