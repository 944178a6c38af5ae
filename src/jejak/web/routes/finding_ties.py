"""A finding among others: its place on the board, and its rivals."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from ...model import Finding
from ..finding_cards import finding_out
from ..forms.findings import FindingOut, PlaceForm, RivalForm
from ..forms.form import Guid
from ..opened import STUDY, Coders, Here, IfMatch, Language, tag

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["findings"])


@routes.post("/findings/{guid}/place", operation_id="place_finding")
def place_finding(
    here: Here,
    guid: Guid,
    form: PlaceForm,
    revision: IfMatch,
    language: Language,
    response: Response,
    coders: Coders = None,
) -> FindingOut:
    """Put a finding among those of a status, before another or at their end."""
    with here.made(Finding.KIND, guid, revision):
        finding = here.study.store.get(Finding, guid)
        placed = here.study.findings.place(finding, form.status, form.before)
    return tag(response, finding_out(here, placed, language, coders))


@routes.put("/findings/{guid}/rivals/{rival}", operation_id="set_rival")
def set_rival(
    here: Here,
    guid: Guid,
    rival: Guid,
    form: RivalForm,
    language: Language,
    coders: Coders = None,
) -> FindingOut:
    """Say that another finding explains the same, and why it is not the one preferred."""
    finding = here.study.store.get(Finding, guid)
    here.study.findings.set_rival(finding, rival, form.why)
    return finding_out(here, finding, language, coders)


@routes.delete("/findings/{guid}/rivals/{rival}", operation_id="remove_rival")
def remove_rival(
    here: Here, guid: Guid, rival: Guid, language: Language, coders: Coders = None
) -> FindingOut:
    """Say that another finding is no rival any more."""
    finding = here.study.store.get(Finding, guid)
    here.study.findings.remove_rival(finding, rival)
    return finding_out(here, finding, language, coders)
