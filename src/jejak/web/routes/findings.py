"""Findings: conclusions, and the checks on them."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from ...model import Feedback, Finding
from ..finding_cards import finding_out, told
from ..forms.candidates import CandidateOut, CandidatePage, CandidateWay, ObjectionOut
from ..forms.findings import CheckForm, CheckOut, FindingForm, FindingOut, FindingPatch, LeftOutOut
from ..forms.form import Guid, Prose, Removed
from ..forms.segments import SegmentOut, SegmentPage
from ..opened import STUDY, Coders, Here, IfMatch, Language, tag
from .segments import Limit, Offset

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["findings"])


@routes.get("/findings", operation_id="list_findings")
def list_findings(here: Here, language: Language, coders: Coders = None) -> list[FindingOut]:
    """All findings, each with its checks as of now."""
    with here.study.store.view():
        known = told(here, language)
        return [FindingOut.of(card, known) for card in here.study.findings.cards(people=coders)]


@routes.post("/findings", operation_id="add_finding", status_code=201)
def add_finding(
    here: Here,
    form: FindingForm,
    language: Language,
    response: Response,
    coders: Coders = None,
) -> FindingOut:
    """Write a finding."""
    finding = here.study.findings.add(form.statement, **form.changes("statement"))
    return tag(response, finding_out(here, finding, language, coders))


@routes.get("/findings/{guid}", operation_id="get_finding")
def get_finding(
    here: Here, guid: Guid, language: Language, response: Response, coders: Coders = None
) -> FindingOut:
    """One finding."""
    return tag(response, finding_out(here, here.study.store.get(Finding, guid), language, coders))


@routes.patch("/findings/{guid}", operation_id="change_finding")
def change_finding(
    here: Here,
    guid: Guid,
    form: FindingPatch,
    revision: IfMatch,
    language: Language,
    response: Response,
    coders: Coders = None,
) -> FindingOut:
    """Change a finding."""
    with here.made(Finding.KIND, guid, revision):
        finding = here.study.findings.update(here.study.store.get(Finding, guid), **form.changes())
    return tag(response, finding_out(here, finding, language, coders))


@routes.delete("/findings/{guid}", operation_id="remove_finding")
def remove_finding(here: Here, guid: Guid, revision: IfMatch) -> Removed:
    """Remove a finding with its evidence and checks."""
    with here.made(Finding.KIND, guid, revision) as made:
        removed = here.study.findings.remove(here.study.store.get(Finding, guid))
    return Removed(removed=removed, seq=made.seq)


@routes.get("/findings/{guid}/unweighed", operation_id="list_unweighed")
def list_unweighed(
    here: Here, guid: Guid, offset: Offset = 0, limit: Limit = 50, coders: Coders = None
) -> SegmentPage:
    """Segments under the finding's codes that nobody has weighed yet."""
    finding = here.study.store.get(Finding, guid)
    found = here.study.findings.unweighed(finding, offset=offset, limit=limit, people=coders)
    return SegmentPage(
        total=found.total,
        places=found.total,
        segments=[SegmentOut.of(one) for one in found.segments],
    )


@routes.get("/findings/{guid}/candidates", operation_id="list_candidates")
def list_candidates(
    here: Here,
    guid: Guid,
    language: Language,
    way: CandidateWay = "codes",
    query: Prose = "",
    offset: Offset = 0,
    limit: Limit = 50,
    coders: Coders = None,
) -> CandidatePage:
    """What could be evidence and was not weighed, each with its reason: under the finding's codes,
    found by a query, on the other side, or alike to its evidence; and who of the members does not
    agree, as long as it is not on record what was done about it."""
    finding = here.study.store.get(Finding, guid)
    found = here.study.findings.candidates(
        finding, way, query=query, offset=offset, limit=limit, people=coders
    )
    return CandidatePage(
        total=found.total,
        segments=[CandidateOut.told(one, language) for one in found.page],
        objections=[
            ObjectionOut.of(one, here.revision(Feedback.KIND, one.record.guid))
            for one in found.objections
        ],
    )


@routes.get("/findings/{guid}/leave-one-out", operation_id="leave_one_out")
def leave_one_out(
    here: Here, guid: Guid, language: Language, coders: Coders = None
) -> list[LeftOutOut]:
    """What would change without one of its participants, sources or coders."""
    finding = here.study.store.get(Finding, guid)
    found = here.study.findings.leave_one_out(finding, people=coders)
    return [LeftOutOut.of(one, language) for one in found]


@routes.put("/findings/{guid}/checks/{tactic}", operation_id="judge_check")
def judge_check(
    here: Here,
    guid: Guid,
    tactic: str,
    form: CheckForm,
    language: Language,
    coders: Coders = None,
) -> CheckOut:
    """Say what a check comes to, in the analyst's own judgement."""
    finding = here.study.store.get(Finding, guid)
    here.study.findings.judge(finding, tactic, form.verdict, form.note)
    cards = here.study.findings.examine(finding, people=coders)
    card = next(one for one in cards if one.verdict.tactic == tactic)
    return CheckOut.of(card, language)
