"""Consent: what participants agreed to, and their withdrawal."""

from __future__ import annotations

from dataclasses import asdict

from fastapi import APIRouter
from starlette.responses import Response

from ...errors import InvalidInput
from ...model import Case, Consent
from ..forms.consents import (
    ConsentForm,
    ConsentOut,
    ConsentPatch,
    WithdrawalForm,
    WithdrawalOut,
    Writing,
)
from ..forms.form import Guid, Removed
from ..opened import STUDY, Here, IfMatch, OpenStudy, tag

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["cases"])


@routes.get("/consents", operation_id="list_consents")
def list_consents(here: Here, case: Guid | None = None) -> list[ConsentOut]:
    """All consents, or those of one case."""
    with here.study.store.view():
        revisions = here.revisions(Consent.KIND)
        of = None if case is None else here.study.store.get(Case, case)
        return [_told(one, revisions[one.guid]) for one in here.study.consents.all(of)]


@routes.post("/consents", operation_id="add_consent", status_code=201)
def add_consent(here: Here, form: ConsentForm, response: Response) -> ConsentOut:
    """Put on record what a participant agreed to."""
    case = here.study.store.get(Case, form.case)
    made = here.study.consents.add(case, **form.changes("case"))
    return tag(response, _out(here, made.guid))


@routes.patch("/consents/{guid}", operation_id="change_consent")
def change_consent(
    here: Here, guid: Guid, form: ConsentPatch, revision: IfMatch, response: Response
) -> ConsentOut:
    """Change a consent."""
    with here.made(Consent.KIND, guid, revision):
        here.study.consents.update(here.study.store.get(Consent, guid), **form.changes())
    return tag(response, _out(here, guid))


@routes.delete("/consents/{guid}", operation_id="remove_consent")
def remove_consent(here: Here, guid: Guid, revision: IfMatch) -> Removed:
    """Remove a consent from the record; the words of the case stay."""
    with here.made(Consent.KIND, guid, revision) as made:
        here.study.consents.remove(here.study.store.get(Consent, guid))
    return Removed(removed={Consent.KIND: 1}, seq=made.seq)


@routes.post("/cases/{guid}/withdraw", operation_id="withdraw_case")
def withdraw_case(here: Here, guid: Guid, form: WithdrawalForm) -> WithdrawalOut:
    """Take a participant out of the study and all its history. It cannot be undone."""
    case = here.study.store.get(Case, guid)
    if not form.dry_run and form.name.strip() != case.name:
        raise InvalidInput(
            "not-confirmed", "That is not the pseudonym of the case.", "Nothing was changed."
        )
    report = here.study.protection.withdraw(
        case, keep_sources=form.keep_sources, dry_run=form.dry_run
    )
    told = {
        name: [Writing(kind=kind, label=label) for kind, label in getattr(report, name)]
        for name in ("rewritten", "naming")
    }
    return WithdrawalOut.model_validate(asdict(report) | told)


def _out(here: OpenStudy, guid: str) -> ConsentOut:
    with here.study.store.view():
        return _told(here.study.store.get(Consent, guid), here.revision(Consent.KIND, guid))


def _told(consent: Consent, revision: int) -> ConsentOut:
    fields = {name: getattr(consent, name, None) for name in ConsentOut.model_fields}
    return ConsentOut.model_validate(fields | {"revision": revision})
