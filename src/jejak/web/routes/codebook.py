"""The codebook as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from fastapi import APIRouter
from starlette.responses import Response

from ...services.codebook_files import codebook_bytes, parse_codebook
from ..files import CODEBOOK_TYPES, attachment
from ..forms.codebook import CodebookFile, CodebookRead, EntryOut, FieldOut
from ..opened import STUDY, Here, Language

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["codes"])


@routes.get(
    "/codebook",
    operation_id="export_codebook",
    response_class=Response,
    responses={
        200: {"description": "The codebook.", "content": {kind: {} for kind in CODEBOOK_TYPES}}
    },
)
def export_codebook(
    here: Here, format: Literal["yaml", "csv", "xlsx", "docx", "qdc"] = "yaml"
) -> Response:
    """The codebook as a file that can be read back."""
    content = codebook_bytes(f".{format}", *here.study.codebook.leaving())
    return attachment(content, f"codebook.{format}")


@routes.post("/codebook", operation_id="import_codebook")
def import_codebook(here: Here, form: CodebookFile, language: Language) -> CodebookRead:
    """Merge a codebook file into the study's own, or (``dry_run``) see what that would change."""
    title, entries = parse_codebook(form.name, form.content, language)
    title = title or Path(form.name).stem
    with here.study.store.view():
        changes = here.study.codebook.preview(entries, replace=form.replace)
    told = [
        EntryOut(
            path=one.path,
            state=one.state,
            fields=[FieldOut(field=n, before=b, after=a) for n, (b, a) in one.fields.items()],
        )
        for one in changes
    ]
    seq = None
    if not form.dry_run:
        seq = here.study.codebook.apply(entries, title, replace=form.replace).seq
    return CodebookRead(title=title, entries=told, seq=seq)
