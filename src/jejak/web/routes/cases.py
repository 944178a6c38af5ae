"""Cases: participants and other units, and what is known of them."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from ...formats.table_in import read_table
from ...model import Case, Source
from ...services.case_table import CaseRow
from ..columns import case_columns
from ..files import attachment
from ..forms.cases import (
    CaseColumns,
    CaseForm,
    CaseOut,
    CasePatch,
    CaseSources,
    CasesRemoval,
    CaseTableForm,
    CaseTableOut,
    CodeCountOut,
    ReadTable,
    SpeakerForm,
)
from ..forms.form import Guid, Removed
from ..opened import STUDY, Here, IfMatch, Language, OpenStudy, tag
from ..uploads import FILES, Files, read_files

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["cases"])


@routes.get("/cases", operation_id="list_cases")
def list_cases(here: Here) -> list[CaseOut]:
    """All cases."""
    with here.study.store.view():
        revisions = here.revisions(Case.KIND)
        return [CaseOut.of(card, revisions[card.case.guid]) for card in here.study.cases.cards()]


@routes.post("/cases", operation_id="add_case", status_code=201)
def add_case(here: Here, form: CaseForm, response: Response) -> CaseOut:
    """Make a case."""
    case = here.study.cases.add(form.name, form.kind, form.description, form.attributes)
    return tag(response, _out(here, case.guid))


@routes.get("/cases/columns", operation_id="get_case_columns", response_model=CaseColumns)
def get_case_columns(here: Here, request: Request) -> Response:
    """All cases as columns: a list for each field and attribute."""
    head = here.study.store.head
    kept = here.kept.get("cases", head, lambda: case_columns(here.study))
    return kept.answer(request)


@routes.post("/cases/table", operation_id="fill_cases")
def fill_cases(here: Here, form: CaseTableForm, language: Language) -> CaseTableOut:
    """Write a table of cases as one change; a cell that is not understood is refused by itself."""
    rows = [CaseRow(**one.model_dump()) for one in form.rows]
    report = here.study.case_table.apply(rows, form.types, dry_run=form.dry_run)
    return CaseTableOut.of(report, language)


@routes.post("/cases/read", operation_id="read_case_table", openapi_extra=FILES)
def read_case_table(files: Annotated[Files, Depends(read_files)]) -> ReadTable:
    """Read a table file (.csv, .tsv, .xlsx) without writing anything."""
    name, data = files[0]
    rows = read_table(data, name)
    columns = list(dict.fromkeys(column for row in rows for column in row))
    return ReadTable(columns=columns, rows=[[row.get(one, "") for one in columns] for row in rows])


@routes.get("/cases/file", operation_id="get_case_file", response_class=Response)
def get_case_file(here: Here, ending: Literal[".csv", ".xlsx"]) -> Response:
    """The cases with their attributes as a table file, as they may leave the study."""
    return attachment(here.study.cases.file(ending), f"cases{ending}")


@routes.post("/cases/remove", operation_id="remove_cases")
def remove_cases(here: Here, form: CasesRemoval) -> Removed:
    """Remove cases in one step; their sources stay."""
    with here.made() as made:
        cases = [here.study.store.get(Case, guid) for guid in dict.fromkeys(form.guids)]
        removed = here.study.cases.remove_all(cases)
    return Removed(removed=removed, seq=made.seq)


@routes.get("/cases/{guid}", operation_id="get_case")
def get_case(here: Here, guid: Guid, response: Response) -> CaseOut:
    """One case."""
    return tag(response, _out(here, guid))


@routes.patch("/cases/{guid}", operation_id="change_case")
def change_case(
    here: Here, guid: Guid, form: CasePatch, revision: IfMatch, response: Response
) -> CaseOut:
    """Change a case or its attributes."""
    with here.made(Case.KIND, guid, revision):
        here.study.cases.update(here.study.store.get(Case, guid), **form.changes())
    return tag(response, _out(here, guid))


@routes.delete("/cases/{guid}", operation_id="remove_case")
def remove_case(here: Here, guid: Guid, revision: IfMatch) -> Removed:
    """Remove a case; its sources stay."""
    with here.made(Case.KIND, guid, revision) as made:
        removed = here.study.cases.remove(here.study.store.get(Case, guid))
    return Removed(removed=removed, seq=made.seq)


@routes.get("/cases/{guid}/codes", operation_id="list_codes_of_case")
def list_codes_of_case(here: Here, guid: Guid) -> list[CodeCountOut]:
    """The codes in a case's words, the most frequent first."""
    case = here.study.store.get(Case, guid)
    return [CodeCountOut.model_validate(one) for one in here.study.cases.codes(case)]


@routes.post("/cases/{guid}/speakers", operation_id="tie_speaker")
def tie_speaker(here: Here, guid: Guid, form: SpeakerForm, response: Response) -> CaseOut:
    """Say that the turns of a speaker are this case's words."""
    here.study.cases.tie_speaker(here.study.store.get(Case, guid), form.name, form.source)
    return tag(response, _out(here, guid))


@routes.post("/cases/{guid}/sources", operation_id="tie_sources")
def tie_sources(here: Here, guid: Guid, form: CaseSources, response: Response) -> CaseOut:
    """Say that sources belong to this case."""
    case = here.study.store.get(Case, guid)
    here.study.cases.tie_sources(case, [here.study.store.get(Source, one) for one in form.sources])
    return tag(response, _out(here, guid))


@routes.delete("/cases/{guid}/sources/{source}", operation_id="untie_source")
def untie_source(here: Here, guid: Guid, source: Guid, response: Response) -> CaseOut:
    """Say that a source does not belong to this case."""
    case = here.study.store.get(Case, guid)
    here.study.cases.untie_source(case, here.study.store.get(Source, source))
    return tag(response, _out(here, guid))


def _out(here: OpenStudy, guid: str) -> CaseOut:
    with here.study.store.view():
        case = here.study.store.get(Case, guid)
        return CaseOut.of(here.study.cases.cards([case])[0], here.revision(Case.KIND, guid))
