"""The trail of changes, undo and redo."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from ...i18n import translate
from ..forms.form import Guid, Seq
from ..forms.history import (
    ChangeOut,
    ChangeWhole,
    EntityOut,
    EventOut,
    HistoryOut,
    Stepped,
    UndoForm,
    UndoOut,
)
from ..opened import Here, Language
from .segments import Limit

__all__ = ["routes"]

routes = APIRouter(tags=["history"])
Number = Annotated[int, Path(ge=1, le=2**53)]
_MOST = 500


@routes.get("/history", operation_id="list_history")
def list_history(
    here: Here,
    language: Language,
    before: Seq | None = None,
    limit: Limit = 50,
    user: Guid | None = None,
) -> HistoryOut:
    """The trail, newest first."""
    entries = here.study.trail.entries(before=before, limit=limit, user=user)
    names = here.user_names()
    changes = [ChangeOut.of(entry, language, names) for entry in entries]
    return HistoryOut(changes=changes, head=here.study.store.head)


@routes.get("/history/{seq}", operation_id="get_change")
def get_change(here: Here, seq: Number, language: Language) -> ChangeWhole:
    """One change with each entity before and after."""
    entry = here.study.trail.get(seq)
    touched = [EntityOut.of(one) for one in here.study.trail.touched(seq, _MOST + 1)]
    more = {"entities": touched[:_MOST], "more": len(touched) > _MOST}
    return ChangeWhole.of(entry, language, here.user_names(), **more)


@routes.post("/undo", operation_id="undo")
def undo(here: Here, language: Language, form: UndoForm | None = None) -> Stepped:
    """Take back one's last change, or any one."""
    entry = here.study.store.undo(here.study.user.guid, None if form is None else form.seq)
    return Stepped(seq=entry.seq, text=translate(entry.verb, language))


@routes.post("/redo", operation_id="redo")
def redo(here: Here, language: Language) -> Stepped:
    """Do again what one undid last."""
    entry = here.study.store.redo(here.study.user.guid)
    return Stepped(seq=entry.seq, text=translate(entry.verb, language))


@routes.get("/undo", operation_id="get_undo")
def get_undo(here: Here, language: Language) -> UndoOut:
    """What undo and redo would do now."""
    back, again = here.study.trail.pending()
    return UndoOut(
        undo=None if back is None else translate(back.verb, language),
        redo=None if again is None else translate(again.verb, language),
    )


@routes.get("/changes", operation_id="list_changes")
def list_changes(
    here: Here,
    language: Language,
    after: Annotated[int, Query(ge=0, le=2**53)] = 0,
    limit: Limit = 500,
) -> list[EventOut]:
    """The changes after a number, oldest first: what the stream of the same address tells."""
    return here.live.since(after, language, limit)
