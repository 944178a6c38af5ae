"""Literature: works, files of them, and where they are cited."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from ...model import Reference
from ..files import attachment
from ..forms.form import Guid, Removed
from ..forms.references import (
    CitationForm,
    MadeSource,
    ReferenceForm,
    ReferenceOut,
    ReferencePatch,
    ReferencesMerge,
    ReferencesRemoval,
    WorksOut,
)
from ..opened import STUDY, Here, IfMatch, Language, OpenStudy, tag
from ..uploads import FILES, Files, read_files

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["literature"])
_TYPES = {
    ".ris": "application/x-research-info-systems",
    ".bib": "application/x-bibtex",
    ".json": "application/vnd.citationstyles.csl+json",
}


@routes.get("/references", operation_id="list_references")
def list_references(here: Here) -> list[ReferenceOut]:
    """All works, with what cites them."""
    with here.study.store.view():
        revisions = here.revisions(Reference.KIND)
        cards = here.study.references.cards()
        return [ReferenceOut.of(card, revisions[card.reference.guid]) for card in cards]


@routes.post("/references", operation_id="add_reference", status_code=201)
def add_reference(here: Here, form: ReferenceForm, response: Response) -> ReferenceOut:
    """Add a work."""
    return tag(response, _out(here, here.study.references.add(form.csl, form.key).guid))


@routes.post("/references/import", operation_id="import_references", openapi_extra=FILES)
def import_references(
    here: Here,
    files: Annotated[Files, Depends(read_files)],
    language: Language,
    dry_run: Annotated[bool, Query(description="Only tell what would come in.")] = False,  # noqa: FBT002
    duplicates: Literal["skip", "merge", "add"] = "skip",
) -> WorksOut:
    """Bring in files of literature as one change; what is broken is reported, the rest is read."""
    report = here.study.reference_import.add_files(files, duplicates=duplicates, dry_run=dry_run)
    return WorksOut.of(report, language)


@routes.get("/references/file", operation_id="get_references_file", response_class=Response)
def get_references_file(
    here: Here,
    ending: Literal[".ris", ".bib", ".json"],
    reference: Annotated[list[Guid] | None, Query()] = None,
) -> Response:
    """Works as a file, all of them or some."""
    store = here.study.store
    wanted = None if reference is None else [store.get(Reference, guid) for guid in reference]
    body = here.study.references.export(ending, wanted)
    return attachment(body, f"references{ending}", _TYPES[ending])


@routes.get("/references/duplicates", operation_id="list_duplicate_references")
def list_duplicate_references(here: Here) -> list[list[str]]:
    """Works that seem to be the same, in groups of GUIDs."""
    return [[one.guid for one in group] for group in here.study.references.duplicates()]


@routes.post("/references/remove", operation_id="remove_references")
def remove_references(here: Here, form: ReferencesRemoval) -> Removed:
    """Remove works; what cites them stays."""
    with here.made() as made:
        works = [here.study.store.get(Reference, guid) for guid in dict.fromkeys(form.guids)]
        removed = here.study.references.remove(works)
    return Removed(removed=removed, seq=made.seq)


@routes.post("/references/merge", operation_id="merge_references")
def merge_references(here: Here, form: ReferencesMerge, response: Response) -> ReferenceOut:
    """Make one work of several."""
    store = here.study.store
    keep = store.get(Reference, form.keep)
    here.study.references.merge(keep, [store.get(Reference, guid) for guid in form.others])
    return tag(response, _out(here, form.keep))


@routes.get("/references/{guid}", operation_id="get_reference")
def get_reference(here: Here, guid: Guid, response: Response) -> ReferenceOut:
    """One work."""
    return tag(response, _out(here, guid))


@routes.patch("/references/{guid}", operation_id="change_reference")
def change_reference(
    here: Here, guid: Guid, form: ReferencePatch, revision: IfMatch, response: Response
) -> ReferenceOut:
    """Change a work."""
    given = form.changes()
    with here.made(Reference.KIND, guid, revision):
        work = here.study.store.get(Reference, guid)
        here.study.references.update(work, given.get("csl"), given.get("key"))
    return tag(response, _out(here, guid))


@routes.delete("/references/{guid}", operation_id="remove_reference")
def remove_reference(here: Here, guid: Guid, revision: IfMatch) -> Removed:
    """Remove a work; what cites it stays."""
    with here.made(Reference.KIND, guid, revision) as made:
        removed = here.study.references.remove([here.study.store.get(Reference, guid)])
    return Removed(removed=removed, seq=made.seq)


@routes.post("/references/{guid}/cited-by", operation_id="tie_reference")
def tie_reference(here: Here, guid: Guid, form: CitationForm, response: Response) -> ReferenceOut:
    """Say that something cites a work."""
    work = here.study.store.get(Reference, guid)
    here.study.references.cite(work, form.kind, form.guid)
    return tag(response, _out(here, guid))


@routes.delete("/references/{guid}/cited-by/{owner}", operation_id="untie_reference")
def untie_reference(here: Here, guid: Guid, owner: Guid, response: Response) -> ReferenceOut:
    """Say that something does not cite a work."""
    here.study.references.uncite(here.study.store.get(Reference, guid), owner)
    return tag(response, _out(here, guid))


@routes.post(
    "/references/{guid}/source", operation_id="make_source_from_reference", status_code=201
)
def make_source_from_reference(here: Here, guid: Guid) -> MadeSource:
    """Make a source of the kind literature from a work's abstract."""
    source = here.study.references.make_source(here.study.store.get(Reference, guid))
    return MadeSource(guid=source.guid, name=source.name)


def _out(here: OpenStudy, guid: str) -> ReferenceOut:
    with here.study.store.view():
        cards = here.study.references.cards([here.study.store.get(Reference, guid)])
        return ReferenceOut.of(cards[0], here.revision(Reference.KIND, guid))
