"""The report."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from ..files import REPORT_TYPES, attachment, report_answer
from ..forms.reports import ReportTemplateOut
from ..opened import STUDY, Here, Language

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["report"])


@routes.get("/report/templates", operation_id="list_report_templates")
def list_report_templates(here: Here, language: Language) -> list[ReportTemplateOut]:
    """The templates of a report, each with its parts and those that it can have besides."""
    return [ReportTemplateOut.model_validate(one) for one in here.study.reports.templates(language)]


@routes.get(
    "/report",
    operation_id="get_report",
    response_class=Response,
    responses={
        200: {
            "description": "The report.",
            "content": {kind: {} for kind in REPORT_TYPES},
        }
    },
)
def get_report(
    here: Here,
    language: Language,
    parts: Annotated[
        str, Query(description="Names of parts in their order, with commas between.")
    ] = "",
    format: Literal["html", "pdf", "docx", "md", "tex", "zip"] = "html",
    style: Annotated[
        Literal["apa", "chicago", "vancouver", "indonesia"] | None,
        Query(description="How literature is cited; else by the language."),
    ] = None,
    template: Annotated[str, Query(description="The template, by its name.")] = "study",
) -> Response:
    """The report of the study as it stands: a page, or a file."""
    wanted = [part.strip() for part in parts.split(",") if part.strip()] or None
    return report_answer(here.study, format, language, wanted, style, template)


@routes.get(
    "/crate",
    operation_id="get_crate",
    response_class=Response,
    responses={200: {"description": "The crate.", "content": {"application/zip": {}}}},
)
def get_crate(
    here: Here,
    language: Language,
    license: Annotated[
        str, Query(description="An identifier of SPDX, or the address of a licence.")
    ] = "",
) -> Response:
    """Findings, evidence and checks as linked data with the report and the codebook: an RO-Crate."""
    return attachment(here.study.crates.content(language, license), "crate.zip")
