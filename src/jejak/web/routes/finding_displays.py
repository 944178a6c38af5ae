"""The displays a finding rests on, each as it was when it was cited."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from ...model import Display, Finding
from ..finding_cards import evidence_out
from ..forms.finding_displays import CellCitationForm, CitedDisplayOut
from ..forms.findings import EvidenceOut
from ..forms.form import Guid
from ..opened import STUDY, Coders, Here, Language, tag

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["findings"])


@routes.get("/findings/{guid}/displays", operation_id="list_cited_displays")
def list_cited_displays(
    here: Here, guid: Guid, language: Language, coders: Coders = None
) -> list[CitedDisplayOut]:
    """The displays a finding cites."""
    with here.study.store.view():
        finding = here.study.store.get(Finding, guid)
        cited = here.study.findings.shown(finding, people=coders)
        return [CitedDisplayOut.of(one, language) for one in cited]


@routes.put("/findings/{guid}/displays/{display}", operation_id="cite_display")
def cite_display(
    here: Here, guid: Guid, display: Guid, language: Language, coders: Coders = None
) -> CitedDisplayOut:
    """Cite a saved display as it is now; one that is cited already is cited anew."""
    store = here.study.store
    cited = here.study.findings.show(
        store.get(Finding, guid), store.get(Display, display), coders=coders
    )
    return CitedDisplayOut.of(cited, language)


@routes.delete("/findings/{guid}/displays/{display}", operation_id="uncite_display")
def uncite_display(
    here: Here, guid: Guid, display: Guid, language: Language, coders: Coders = None
) -> list[CitedDisplayOut]:
    """Cite a display no more; those that are left."""
    store = here.study.store
    finding = store.get(Finding, guid)
    here.study.findings.unshow(finding, store.get(Display, display))
    cited = here.study.findings.shown(finding, people=coders)
    return [CitedDisplayOut.of(one, language) for one in cited]


@routes.post("/findings/{guid}/cells", operation_id="cite_cell", status_code=201)
def cite_cell(
    here: Here,
    guid: Guid,
    form: CellCitationForm,
    response: Response,
    language: Language,
    coders: Coders = None,
) -> EvidenceOut:
    """Weigh a cell of a saved display, as it is now, for or against a finding; one that the same
    person cited already is cited anew."""
    store = here.study.store
    evidence = here.study.findings.cite_cell(
        store.get(Finding, guid), store.get(Display, form.display), form.row, form.column,
        stance=form.stance, weight=form.weight, why=form.why, coders=coders,
    )  # fmt: skip
    return tag(response, evidence_out(here, evidence, language, coders))
