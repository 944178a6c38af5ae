"""Summary forms of sources and cases."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from starlette.responses import Response

from ..files import attachment
from ..forms.form import Guid
from ..forms.sheets import FilledOut, FormOut, SheetOut, ValuesForm
from ..opened import STUDY, Here, IfMatch, Language, OpenStudy, tag
from .memos import FILE_TYPES, FileFormat

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["memos"])


@routes.get("/forms", operation_id="list_forms")
def list_forms(here: Here, language: Language) -> list[FormOut]:
    """The summary forms there are."""
    return [FormOut.of(one, language) for one in here.study.forms.all()]


@routes.get("/sheets", operation_id="list_sheets")
def list_sheets(
    here: Here, *, of: Literal["source", "case"] = "source", missing: bool = False
) -> list[SheetOut]:
    """Every source or case with the forms that are filled for it, or those without any."""
    return [SheetOut.model_validate(one) for one in here.study.forms.sheets(of, missing=missing)]


@routes.get(
    "/forms/file",
    operation_id="get_forms_file",
    response_class=Response,
    responses={200: {"description": "Filled forms as a file.", "content": FILE_TYPES}},
)
def get_forms_file(
    here: Here,
    language: Language,
    format: FileFormat = "docx",
    name: str | None = None,
    owner: Guid | None = None,
) -> Response:
    """Filled forms, all or some, to be kept as a file."""
    body = here.study.forms.file(f".{format}", name, owner, language)
    return attachment(body, f"{name or 'forms'}.{format}")


@routes.get("/sources/{guid}/forms/{name}", operation_id="get_source_form")
def get_source_form(
    here: Here, guid: Guid, name: str, language: Language, response: Response
) -> FilledOut:
    """A form as it is filled for a source."""
    return _told(here, "source", guid, name, language, response)


@routes.put("/sources/{guid}/forms/{name}", operation_id="fill_source_form")
def fill_source_form(
    here: Here, guid: Guid, name: str, form: ValuesForm, revision: IfMatch, language: Language,
    response: Response,
) -> FilledOut:  # fmt: skip
    """Fill in fields of a form of a source."""
    here.study.forms.fill("source", guid, name, form.values, language, expected=revision)
    return _told(here, "source", guid, name, language, response)


@routes.get("/cases/{guid}/forms/{name}", operation_id="get_case_form")
def get_case_form(
    here: Here, guid: Guid, name: str, language: Language, response: Response
) -> FilledOut:
    """A form as it is filled for a case."""
    return _told(here, "case", guid, name, language, response)


@routes.put("/cases/{guid}/forms/{name}", operation_id="fill_case_form")
def fill_case_form(
    here: Here, guid: Guid, name: str, form: ValuesForm, revision: IfMatch, language: Language,
    response: Response,
) -> FilledOut:  # fmt: skip
    """Fill in fields of a form of a case."""
    here.study.forms.fill("case", guid, name, form.values, language, expected=revision)
    return _told(here, "case", guid, name, language, response)


def _told(
    here: OpenStudy, kind: str, guid: str, name: str, language: str, response: Response
) -> FilledOut:
    filled = here.study.forms.read(kind, guid, name)
    return tag(response, FilledOut.of(filled, language))
