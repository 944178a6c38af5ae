"""Merges: a copy of the study is sent, what clashes is chosen, and its work comes in as one change."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from ..file_names import clean_file_name
from ..forms.form import Guid
from ..forms.merges import MergedOut, MergeForm, MergeOut
from ..merges import SentCopy
from ..opened import STUDY, Here, Language
from ..uploads import FILE_BODY, lay_down

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["merges"])


async def _sent(
    here: Here,
    request: Request,
    name: Annotated[str, Query(min_length=1, description="The name of the copy's file.")],
) -> SentCopy:
    sent = await run_in_threadpool(here.merges.begin, clean_file_name(name))
    try:
        await lay_down(request, sent.path)
    except BaseException:
        here.merges.clear()
        raise
    return sent


@routes.post("/merges", operation_id="begin_merge", status_code=201, openapi_extra=FILE_BODY)
def begin_merge(
    here: Here, sent: Annotated[SentCopy, Depends(_sent)], language: Language
) -> MergeOut:
    """Send a copy of the study, and see what would come and what clashes; nothing is changed."""
    try:
        return MergeOut.of(sent, MergeForm(), language)
    except BaseException:
        here.merges.clear()
        raise


@routes.post("/merges/{guid}/plan", operation_id="plan_merge")
def plan_merge(here: Here, guid: Guid, form: MergeForm, language: Language) -> MergeOut:
    """What would come by these choices; some bring up other clashes. Nothing is changed."""
    return MergeOut.of(here.merges.get(guid), form, language)


@routes.post("/merges/{guid}/write", operation_id="write_merge")
def write_merge(here: Here, guid: Guid, form: MergeForm, language: Language) -> MergedOut:
    """Bring the copy's work in as one change; while clashes are open it is refused (409)."""
    report = here.merges.get(guid).merge(form.choices, form.prefer or "")
    here.merges.clear()
    return MergedOut.of(report, language)


@routes.delete("/merges/{guid}", operation_id="forget_merge", status_code=204)
def forget_merge(here: Here, guid: Guid) -> None:
    """Put the copy away; nothing of it stays."""
    here.merges.forget(guid)
