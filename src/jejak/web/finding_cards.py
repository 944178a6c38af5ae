"""Findings and evidence as they are told."""

from __future__ import annotations

from ..model import Code, Evidence, Finding
from .forms.findings import EvidenceOut, FindingOut, Told
from .opened import OpenStudy

__all__ = ["evidence_out", "finding_out", "told"]


def told(here: OpenStudy, language: str) -> Told:
    """What all findings are told with."""
    colours = {code.guid: code.colour for code in here.study.store.all(Code)}
    return Told(language, here.user_names(), colours, here.revisions(Finding.KIND))


def finding_out(
    here: OpenStudy, finding: Finding, language: str, coders: list[str] | None = None
) -> FindingOut:
    """One finding with its checks as of now."""
    with here.study.store.view():
        return FindingOut.of(here.study.findings.card(finding, people=coders), told(here, language))


def evidence_out(
    here: OpenStudy, evidence: Evidence, language: str, coders: list[str] | None = None
) -> EvidenceOut:
    """One piece of evidence."""
    with here.study.store.view():
        finding = here.study.store.get(Finding, evidence.finding)
        cards = here.study.findings.evidence(finding, people=coders)
        card = next(one for one in cards if one.evidence.guid == evidence.guid)
        return EvidenceOut.of(card, here.revision(Evidence.KIND, evidence.guid), language)
