"""The audit trail."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from ...i18n import translate
from ..files import attachment
from ..forms.audit import AuditKindOut, CategoryOut, PutForm, PutOut
from ..opened import STUDY, Here, Language

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["audit"])


@routes.get("/audit", operation_id="get_audit")
def get_audit(here: Here, language: Language) -> list[CategoryOut]:
    """Everything in the study by the six categories of an audit trail."""
    return [
        CategoryOut.model_validate(
            {
                "name": one.name,
                "title": translate(one.title, language),
                "about": translate(one.about, language),
                "kinds": [
                    AuditKindOut(kind=kind, what=translate(words, language), count=count)
                    for kind, (words, count) in one.counts.items()
                ],
            }
        )
        for one in here.study.audit.categories()
    ]


@routes.put("/audit", operation_id="put_in_category")
def put_in_category(here: Here, form: PutForm) -> PutOut:
    """Say that something belongs to another category than its kind does."""
    with here.made():
        category = here.study.audit.put(form.kind, form.guid, form.category)
    return PutOut.model_validate({"category": category})


@routes.get(
    "/audit/file",
    operation_id="get_audit_file",
    response_class=Response,
    responses={200: {"description": "The trail.", "content": {"application/zip": {}}}},
)
def get_audit_file(here: Here, language: Language) -> Response:
    """The audit trail as six folders, a first page and the log, in one file."""
    return attachment(here.study.audit.content(language), "audit-trail.zip")
