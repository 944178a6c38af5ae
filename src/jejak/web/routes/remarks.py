"""Remarks, and the copies in which auditors make them."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from ...model import Remark, Source
from ..files import attachment
from ..forms.form import Guid, Removed
from ..forms.remarks import CopyForm, RemarkForm, RemarkOut, RemarkPatch, ReturnedOut, SentForm
from ..opened import STUDY, Here, OpenStudy

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["audit"])
_JSON: dict[int | str, dict[str, Any]] = {
    200: {"description": "The remarks.", "content": {"application/json": {}}}
}
_COPY: dict[int | str, dict[str, Any]] = {
    200: {"description": "The copy.", "content": {"application/octet-stream": {}}}
}


@routes.get("/remarks", operation_id="list_remarks")
def list_remarks(here: Here, of: Guid | None = None) -> list[RemarkOut]:
    """All remarks, or those on one thing; on a source also those on its passages."""
    return [RemarkOut.of(one) for one in here.study.remarks.cards(of)]


@routes.post("/remarks", operation_id="add_remark", status_code=201)
def add_remark(here: Here, form: RemarkForm) -> RemarkOut:
    """Remark on something, or on a stretch of a source."""
    remarks = here.study.remarks
    if form.start is not None and form.end is not None:
        source = here.study.store.get(Source, form.target)
        made = remarks.add_at(source, form.start, form.end, form.text, who=form.who)
    else:
        made = remarks.add(
            form.target_kind, form.target, form.text, passage=form.passage, who=form.who
        )
    return _told(here, made.guid)


@routes.get(
    "/remarks/file", operation_id="get_remarks_file", response_class=Response, responses=_JSON
)
def get_remarks_file(here: Here) -> Response:
    """The remarks of a copy as a file to be sent back."""
    return attachment(here.study.remarks.sent(), "remarks.json")


@routes.post("/remarks/import", operation_id="import_remarks")
def import_remarks(here: Here, form: SentForm) -> ReturnedOut:
    """Take in remarks that an auditor sent back; what was taken in before is not taken in again."""
    with here.made():
        done = here.study.remarks.bring_back(form.content.encode("utf-8", "replace"))
    return ReturnedOut.model_validate(done)


@routes.patch("/remarks/{guid}", operation_id="change_remark")
def change_remark(here: Here, guid: Guid, form: RemarkPatch) -> RemarkOut:
    """Change, answer or settle a remark."""
    here.study.remarks.update(guid, **form.changes())
    return _told(here, guid)


@routes.delete("/remarks/{guid}", operation_id="remove_remark")
def remove_remark(here: Here, guid: Guid) -> Removed:
    """Take a remark away."""
    with here.made() as made:
        gone = here.study.remarks.remove(guid)
    return Removed(removed=gone, seq=made.seq)


@routes.post("/audit/copy", operation_id="make_copy", response_class=Response, responses=_COPY)
def make_copy(here: Here, form: CopyForm) -> Response:
    """A copy of the study for an auditor: to be read and remarked on, without what stays in the study."""
    with tempfile.TemporaryDirectory(prefix="jejak-") as folder:
        path = Path(folder) / "copy.jejak"
        here.study.remarks.copy(path, form.texts)
        return attachment(path.read_bytes(), "copy.jejak")


def _told(here: OpenStudy, guid: str) -> RemarkOut:
    remark = here.study.store.get(Remark, guid)
    found = here.study.remarks.cards(remark.target)
    return RemarkOut.of(next(one for one in found if one.remark.guid == guid))
