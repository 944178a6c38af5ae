"""Sources: the table of them, bringing files in, changing and removing."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from ...model import Source
from ...services.leaving import Leaving
from ...services.listing import SourceFilter
from ...services.source_table import table_of_sources
from ..files import TABLE_TYPES, attachment
from ..forms.form import Guid, Removed
from ..forms.sources import (
    ChosenSources,
    Facets,
    Imported,
    SourceCardOut,
    SourceKind,
    SourceOut,
    SourcePage,
    SourcePatch,
    SourcesChange,
    SourcesChanged,
    SourcesRemoval,
    SourcesTable,
    SourceStatus,
)
from ..opened import STUDY, Coders, Here, IfMatch, Language, OpenStudy, tag
from ..uploads import UPLOAD, Upload, read_upload

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["sources"])
Offset = Annotated[int, Query(ge=0, le=2**31)]
Limit = Annotated[int, Query(ge=1, le=1000)]
_ANY = Query(description="One of these; empty: none said.")


def _filter(
    here: Here,
    text: Annotated[str, Query(description="Letters of the name.")] = "",
    kind: Annotated[list[SourceKind | Literal[""]], _ANY] = [],  # noqa: B006  (never changed)
    case: Annotated[list[Guid | Literal[""]], _ANY] = [],  # noqa: B006
    language: Annotated[list[str], _ANY] = [],  # noqa: B006
    status: Annotated[list[SourceStatus], _ANY] = [],  # noqa: B006
    *,
    mine: Annotated[
        bool, Query(description="Only what an open round gives me and I have not read.")
    ] = False,
) -> SourceFilter:
    among = here.study.rounds.to_read() if mine else None
    return SourceFilter(text, tuple(kind), tuple(case), tuple(language), tuple(status), among)


Filter = Annotated[SourceFilter, Depends(_filter)]


def _chosen(here: OpenStudy, form: ChosenSources) -> list[str]:
    """The sources that are meant, by GUID."""
    if form.all is None:
        return list(dict.fromkeys(form.guids))
    return here.study.listing.guids(form.all.asked(), form.but)


@routes.get("/sources", operation_id="list_sources")
def list_sources(
    here: Here,
    wanted: Filter,
    offset: Offset = 0,
    limit: Limit = 100,
    sort: Annotated[
        list[str], Query(description="Columns, the first one first; with - before it downwards.")
    ] = ["created"],  # noqa: B006
    group: Annotated[str | None, Query(description="A column whose values come first.")] = None,
    coders: Coders = None,
) -> SourcePage:
    """A window of the table of sources."""
    page = here.study.listing.page(
        wanted, offset=offset, limit=limit, sort=sort, group=group, coders=coders
    )
    return SourcePage.of(page)


@routes.get("/sources/facets", operation_id="count_sources")
def count_sources(here: Here, wanted: Filter) -> Facets:
    """What sources may be filtered by, with the sources counted for each value."""
    return Facets.model_validate(here.study.listing.facets(wanted))


@routes.post(
    "/sources/table",
    operation_id="save_sources",
    response_class=Response,
    responses={200: {"content": {kind: {} for kind in TABLE_TYPES.values()}}},
)
def save_sources(here: Here, form: SourcesTable, language: Language) -> Response:
    """The table of some sources as a file, or for the clipboard (tsv), as they may leave the study."""
    rows = here.study.listing.table(_chosen(here, form), sort=form.sort)
    with here.study.store.view() as there:
        body = table_of_sources(rows, form.columns, form.format, language, Leaving(there))
    return attachment(body, f"sources.{form.format}", TABLE_TYPES[form.format])


@routes.patch("/sources", operation_id="change_sources")
def change_sources(here: Here, form: SourcesChange) -> SourcesChanged:
    """Change the same of many sources in one change."""
    with here.made() as made:
        count = here.study.sources.update_many(_chosen(here, form), **form.changes())
    return SourcesChanged(sources=count, seq=made.seq)


@routes.post("/sources", operation_id="add_sources", openapi_extra=UPLOAD)
def add_sources(
    here: Here, upload: Annotated[Upload, Depends(read_upload)], language: Language
) -> Imported:
    """Bring files in as one change; one that cannot be read is reported and left out."""
    report = here.study.sources.add_files(upload.files, upload.options, dry_run=upload.dry_run)
    return Imported.of(report, language)


@routes.post("/sources/remove", operation_id="remove_sources")
def remove_sources(here: Here, form: SourcesRemoval) -> Removed:
    """Remove sources with their segments and codings, in one step; or tell what would go."""
    guids = _chosen(here, form)
    if form.dry_run:
        return Removed(removed=here.study.sources.going(guids), seq=None)
    with here.made() as made:
        sources = here.study.sources.among(guids)
        removed = here.study.sources.remove(sources) if sources else {}
    return Removed(removed=removed, seq=made.seq)


@routes.get("/sources/{guid}", operation_id="get_source")
def get_source(here: Here, guid: Guid, response: Response, coders: Coders = None) -> SourceOut:
    """One source."""
    return tag(response, SourceOut.of(here.study.listing.row(guid, coders)))


@routes.get("/sources/{guid}/card", operation_id="get_source_card")
def get_source_card(here: Here, guid: Guid) -> SourceCardOut:
    """What hangs on a source: its blocks, speakers, codes and memos, and what would go with it."""
    return SourceCardOut.of(here.study.sources.card(here.study.store.get(Source, guid)))


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
