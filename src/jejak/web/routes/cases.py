"""Cases: participants and other units, and what is known of them."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from ...model import Case, Source
from ..forms.cases import AttributeOut, CaseForm, CaseOut, CasePatch, CaseSources, SpeakerForm
from ..forms.form import Guid, Removed
from ..opened import Here, IfMatch, OpenStudy, tag

__all__ = ["routes"]

routes = APIRouter(tags=["cases"])


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


@routes.get("/attributes", operation_id="list_attributes")
def list_attributes(here: Here) -> list[AttributeOut]:
    """The variables of cases and sources."""
    return [AttributeOut.model_validate(one) for one in here.study.cases.attributes()]


def _out(here: OpenStudy, guid: str) -> CaseOut:
    with here.study.store.view():
        case = here.study.store.get(Case, guid)
        return CaseOut.of(here.study.cases.cards([case])[0], here.revision(Case.KIND, guid))
