"""Memos: writing attached to anything."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from ...model import Memo
from ..forms.form import Guid, Removed
from ..forms.memos import MemoForm, MemoOut, MemoPatch
from ..memo_cards import memo_outs
from ..opened import Here, IfMatch, tag

__all__ = ["routes"]

routes = APIRouter(tags=["memos"])


@routes.get("/memos", operation_id="list_memos")
def list_memos(here: Here, about: Guid | None = None) -> list[MemoOut]:
    """All memos, or those about one entity."""
    with here.study.store.view():
        return memo_outs(here, here.study.memos.all(about))


@routes.post("/memos", operation_id="add_memo", status_code=201)
def add_memo(here: Here, form: MemoForm, response: Response) -> MemoOut:
    """Write a memo."""
    about = [(one.kind, one.guid) for one in form.about]
    memo = here.study.memos.add(form.title, form.body, form.kind, about)
    return tag(response, memo_outs(here, [memo])[0])


@routes.get("/memos/{guid}", operation_id="get_memo")
def get_memo(here: Here, guid: Guid, response: Response) -> MemoOut:
    """One memo."""
    return tag(response, memo_outs(here, [here.study.memos.get(guid)])[0])


@routes.patch("/memos/{guid}", operation_id="change_memo")
def change_memo(
    here: Here, guid: Guid, form: MemoPatch, revision: IfMatch, response: Response
) -> MemoOut:
    """Change a memo, or what it is about."""
    about = [(one.kind, one.guid) for one in form.about] if "about" in form.changes() else None
    with here.made(Memo.KIND, guid, revision):
        memo = here.study.memos.get(guid)
        here.study.memos.update(memo, about, **form.changes("about"))
    return tag(response, memo_outs(here, [here.study.memos.get(guid)])[0])


@routes.delete("/memos/{guid}", operation_id="remove_memo")
def remove_memo(here: Here, guid: Guid, revision: IfMatch) -> Removed:
    """Remove a memo; what it is about stays."""
    with here.made(Memo.KIND, guid, revision) as made:
        here.study.memos.remove(here.study.memos.get(guid))
    return Removed(removed={Memo.KIND: 1}, seq=made.seq)
