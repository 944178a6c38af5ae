"""Sources: the table of them, bringing files in, changing and removing."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from ...model import Source
from ..forms.form import Guid, Removed
from ..forms.sources import (
    Imported,
    SourceKind,
    SourceOut,
    SourcePage,
    SourcePatch,
    SourcesRemoval,
)
from ..opened import Coders, Here, IfMatch, Language, tag
from ..uploads import UPLOAD, Upload, read_upload

__all__ = ["routes"]

routes = APIRouter(tags=["sources"])
Offset = Annotated[int, Query(ge=0, le=2**31)]
Limit = Annotated[int, Query(ge=1, le=1000)]


@routes.get("/sources", operation_id="list_sources")
def list_sources(
    here: Here,
    offset: Offset = 0,
    limit: Limit = 100,
    sort: Annotated[str, Query(description="A column; with - before it downwards.")] = "created",
    text: Annotated[str, Query(description="Letters of the name.")] = "",
    kind: SourceKind | None = None,
    case: Guid | None = None,
    coders: Coders = None,
) -> SourcePage:
    """A window of the table of sources."""
    return SourcePage.of(
        here.study.listing.page(
            offset=offset, limit=limit, sort=sort, text=text, kind=kind, case=case, coders=coders
        )
    )


@routes.post("/sources", operation_id="add_sources", openapi_extra=UPLOAD)
def add_sources(
    here: Here, upload: Annotated[Upload, Depends(read_upload)], language: Language
) -> Imported:
    """Bring files in as one change; one that cannot be read is reported and left out."""
    report = here.study.sources.add_files(upload.files, upload.options, dry_run=upload.dry_run)
    return Imported.of(report, language)


@routes.post("/sources/remove", operation_id="remove_sources")
def remove_sources(here: Here, form: SourcesRemoval) -> Removed:
    """Remove sources with their segments and codings, in one step."""
    with here.made() as made:
        sources = [here.study.store.get(Source, guid) for guid in dict.fromkeys(form.guids)]
        removed = here.study.sources.remove(sources) if sources else {}
    return Removed(removed=removed, seq=made.seq)


@routes.get("/sources/{guid}", operation_id="get_source")
def get_source(here: Here, guid: Guid, response: Response, coders: Coders = None) -> SourceOut:
    """One source."""
    return tag(response, SourceOut.of(here.study.listing.row(guid, coders)))


@routes.patch("/sources/{guid}", operation_id="change_source")
def change_source(
    here: Here, guid: Guid, form: SourcePatch, revision: IfMatch, response: Response
) -> SourceOut:
    """Change what is known of a source."""
    with here.made(Source.KIND, guid, revision):
        here.study.sources.update(here.study.store.get(Source, guid), **form.changes())
    return tag(response, SourceOut.of(here.study.listing.row(guid)))


@routes.delete("/sources/{guid}", operation_id="remove_source")
def remove_source(here: Here, guid: Guid, revision: IfMatch) -> Removed:
    """Remove a source with its segments and codings."""
    with here.made(Source.KIND, guid, revision) as made:
        removed = here.study.sources.remove([here.study.store.get(Source, guid)])
    return Removed(removed=removed, seq=made.seq)
