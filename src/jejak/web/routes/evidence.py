"""Evidence: what speaks for a finding, against it, or qualifies it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from ...errors import NotFound
from ...model import Evidence, Finding, Reference, Source
from ..finding_cards import evidence_out
from ..forms.findings import EvidenceForm, EvidenceOut, EvidencePatch
from ..forms.form import Guid, Removed
from ..opened import STUDY, Coders, Here, IfMatch, Language, tag

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["findings"])


@routes.get("/findings/{guid}/evidence", operation_id="list_evidence")
def list_evidence(
    here: Here, guid: Guid, language: Language, coders: Coders = None
) -> list[EvidenceOut]:
    """The evidence of a finding: for it, qualifying it, against it; the strongest first."""
    with here.study.store.view():
        revisions = here.revisions(Evidence.KIND)
        cards = here.study.findings.evidence(here.study.store.get(Finding, guid), people=coders)
        return [EvidenceOut.of(card, revisions[card.evidence.guid], language) for card in cards]


@routes.post("/findings/{guid}/evidence", operation_id="add_evidence", status_code=201)
def add_evidence(
    here: Here,
    guid: Guid,
    form: EvidenceForm,
    response: Response,
    language: Language,
    coders: Coders = None,
) -> EvidenceOut:
    """Weigh a segment, a stretch of a source or a work for or against a finding."""
    source = here.study.store.get(Source, form.source) if form.source else None
    evidence = here.study.findings.add_evidence(
        here.study.store.get(Finding, guid), segment=form.segment, source=source, start=form.start,
        end=form.end, target_kind=Reference.KIND, target=form.reference, stance=form.stance,
        weight=form.weight, why=form.why,
    )  # fmt: skip
    return tag(response, evidence_out(here, evidence, language, coders))


@routes.patch("/evidence/{guid}", operation_id="change_evidence")
def change_evidence(
    here: Here,
    guid: Guid,
    form: EvidencePatch,
    revision: IfMatch,
    response: Response,
    language: Language,
    coders: Coders = None,
) -> EvidenceOut:
    """Weigh a piece of evidence anew."""
    if coders is not None and here.study.store.get(Evidence, guid).user not in coders:
        raise NotFound("no-such-evidence", f"There is no evidence {guid}.")
    with here.made(Evidence.KIND, guid, revision):
        evidence = here.study.findings.update_evidence(guid, **form.changes())
    return tag(response, evidence_out(here, evidence, language, coders))


@routes.delete("/evidence/{guid}", operation_id="remove_evidence")
def remove_evidence(here: Here, guid: Guid, revision: IfMatch) -> Removed:
    """Take a piece of evidence from its finding; its words stay."""
    with here.made(Evidence.KIND, guid, revision) as made:
        evidence = here.study.store.get(Evidence, guid)
        removed = here.study.findings.remove_evidence([evidence.guid])
    return Removed(removed={Evidence.KIND: removed}, seq=made.seq)
