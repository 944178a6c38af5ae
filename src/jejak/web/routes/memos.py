"""Memos: writing attached to anything."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from ...errors import NotFound
from ...model import Memo
from ...services.memo_rows import MemoFilter
from ..files import attachment
from ..forms.form import Count, Guid, Prose, Removed
from ..forms.memos import (
    BacklinkOut,
    MarginOut,
    MemoForm,
    MemoOut,
    MemoPageOut,
    MemoPatch,
    TaskForm,
    TaskOut,
    ThingOut,
)
from ..opened import STUDY, Authors, Here, IfMatch, Language, OpenStudy, tag

__all__ = ["FILE_TYPES", "FileFormat", "filtered", "routes"]

routes = APIRouter(prefix=STUDY, tags=["memos"])
FileFormat = Literal["docx", "md", "csv", "xlsx"]
FILE_TYPES: dict[str, dict[str, str]] = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": {},
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {},
    "text/markdown": {},
    "text/csv": {},
}
_KIND_SLASH_GUID = "^[a-z]+/[0-9a-fA-F-]{36}$"


def filtered(
    *,
    about: Guid | None = None,
    deep: Annotated[bool, Query(description="Also about its passages and codings.")] = False,
    about_kind: Annotated[
        str | None, Query(description="What kind of thing they are about; nothing: free memos.")
    ] = None,
    mentions: Annotated[Guid | None, Query(description="What their text links to.")] = None,
    kind: str | None = None,
    author: Annotated[Guid | None, Query(description="The GUID of who wrote them.")] = None,
    text: Annotated[Prose, Query(description="Words that are all in title or text.")] = "",
    since: datetime | None = None,
    until: datetime | None = None,
    authors: Authors = None,
) -> MemoFilter:
    """Which memos are wanted."""
    who = None if authors is None else tuple(authors)
    return MemoFilter(about, deep, about_kind, mentions, kind, author, text, since, until, who)


Wanted = Annotated[MemoFilter, Depends(filtered)]


@routes.get("/memos", operation_id="list_memos")
def list_memos(
    here: Here,
    wanted: Wanted,
    sort: Annotated[
        str, Query(description="created, changed, title, kind, author; - before it: downwards.")
    ] = "created",
    offset: Count = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 200,
) -> MemoPageOut:
    """Some of the memos that answer to a filter."""
    page = here.study.memos.page(wanted, sort=sort, offset=offset, limit=limit)
    memos = [MemoOut.of(row) for row in page.rows]
    return MemoPageOut(total=page.total, kinds=page.kinds, memos=memos)


@routes.post("/memos", operation_id="add_memo", status_code=201)
def add_memo(here: Here, form: MemoForm, response: Response) -> MemoOut:
    """Write a memo."""
    about = [one.target() for one in form.about]
    memo = here.study.memos.add(form.title, form.body, form.kind, about)
    return tag(response, _told(here, memo.guid))


@routes.get("/memos/tasks", operation_id="list_tasks")
def list_tasks(here: Here, *, done: bool | None = None, authors: Authors = None) -> list[TaskOut]:
    """The tasks that stand in memos, those of the latest memo first."""
    return [TaskOut.of(row) for row in here.study.memos.tasks(done=done, authors=authors)]


@routes.get(
    "/memos/file",
    operation_id="get_memo_file",
    response_class=Response,
    responses={200: {"description": "The memos as a file.", "content": FILE_TYPES}},
)
def get_memo_file(
    here: Here,
    wanted: Wanted,
    language: Language,
    format: FileFormat = "docx",
    sort: str = "created",
) -> Response:
    """The memos that answer to a filter, to be kept as a file."""
    body = here.study.memos.file(f".{format}", wanted, sort=sort, language=language)
    return attachment(body, f"memos.{format}")


@routes.get("/memos/{guid}", operation_id="get_memo")
def get_memo(here: Here, guid: Guid, response: Response, authors: Authors = None) -> MemoOut:
    """One memo."""
    memo = here.study.memos.get(guid)
    if authors is not None and memo.user not in authors:
        raise NotFound("no-such-memo", f"There is no memo {guid}.")
    return tag(response, _told(here, guid))


@routes.patch("/memos/{guid}", operation_id="change_memo")
def change_memo(
    here: Here, guid: Guid, form: MemoPatch, revision: IfMatch, response: Response
) -> MemoOut:
    """Change a memo, or what it is about."""
    about = [one.target() for one in form.about] if "about" in form.changes() else None
    with here.made(Memo.KIND, guid, revision):
        memo = here.study.memos.get(guid)
        here.study.memos.update(memo, about, **form.changes("about"))
    return tag(response, _told(here, guid))


@routes.post("/memos/{guid}/tasks", operation_id="tick_task")
def tick_task(here: Here, guid: Guid, form: TaskForm, response: Response) -> MemoOut:
    """Mark a task of a memo as done or not done."""
    here.study.memos.tick(here.study.memos.get(guid), form.line, form.text, done=form.done)
    return tag(response, _told(here, guid))


@routes.delete("/memos/{guid}", operation_id="remove_memo")
def remove_memo(here: Here, guid: Guid, revision: IfMatch) -> Removed:
    """Remove a memo; what it is about stays."""
    with here.made(Memo.KIND, guid, revision) as made:
        here.study.memos.remove(here.study.memos.get(guid))
    return Removed(removed={Memo.KIND: 1}, seq=made.seq)


@routes.get("/sources/{guid}/memos", operation_id="list_margin")
def list_margin(here: Here, guid: Guid, authors: Authors = None) -> list[MarginOut]:
    """The memos about passages and codings of a source, with their places in its text."""
    return [
        MarginOut(
            guid=one.memo.guid,
            title=one.memo.title,
            kind=one.memo.kind,
            start=one.start,
            end=one.end,
            about=list(one.about),
        )
        for one in here.study.memos.margin(guid, authors)
    ]


@routes.get("/things", operation_id="list_things")
def list_things(
    here: Here,
    of: Annotated[
        list[Annotated[str, Query(pattern=_KIND_SLASH_GUID)]],
        Query(description="KIND/GUID, as links in memos name what they mention.", max_length=500),
    ],
    authors: Authors = None,
) -> list[ThingOut]:
    """What is still there of some things, by name and place."""
    wanted = [(kind, guid.lower()) for kind, _, guid in (one.partition("/") for one in of)]
    return [ThingOut.model_validate(one) for one in here.study.memos.things(wanted, authors)]


@routes.get("/backlinks/{guid}", operation_id="list_backlinks")
def list_backlinks(here: Here, guid: Guid, authors: Authors = None) -> list[BacklinkOut]:
    """Everything that refers to an entity."""
    return [
        BacklinkOut(role=one.role, thing=ThingOut.model_validate(one.thing))
        for one in here.study.memos.backlinks(guid, authors)
    ]


def _told(here: OpenStudy, guid: str) -> MemoOut:
    with here.study.store.view():
        return MemoOut.of(here.study.memos.told([here.study.memos.get(guid)])[0])
