"""The trail of changes, undo and redo."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query

from ...i18n import translate
from ...model.identity import to_millis
from ..forms.form import Guid, Seq
from ..forms.history import (
    ChangeOut,
    ChangeWhole,
    EntityOut,
    EventOut,
    HistoryOut,
    RestingOut,
    Stepped,
    UndoForm,
    UndoOut,
)
from ..forms.memos import ThingOut
from ..opened import STUDY, Coders, Here, Language
from .segments import Limit

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["history"])
Number = Annotated[int, Path(ge=1, le=2**53)]
_MOST = 500
_FEW = 20
# Refusals that later work is the reason of.
_RESTED = {"changed-since", "rests-on-it", "refers-to-nothing", "corrected-since"}


@routes.get("/history", operation_id="list_history")
def list_history(
    here: Here,
    language: Language,
    before: Seq | None = None,
    limit: Limit = 50,
    user: Guid | None = None,
    kind: Annotated[str, Query(max_length=40, description="A kind of entity.")] = "",
    entity: Annotated[Guid | None, Query(description="One entity.")] = None,
    since: Annotated[datetime | None, Query(description="Made then or later.")] = None,
    until: Annotated[datetime | None, Query(description="Made before then.")] = None,
    text: Annotated[str, Query(description="Letters of what was done.")] = "",
) -> HistoryOut:
    """The trail, newest first, or what of it answers to some conditions."""
    trail = here.study.trail
    entries = trail.search(
        before=before, limit=limit, user=user, kind=kind or None, entity=entity, text=text,
        language=language, since=since and to_millis(since), until=until and to_millis(until),
    )  # fmt: skip
    names, lasting = here.user_names(), trail.lasting(entries)
    changes = [
        ChangeOut.of(entry, language, names, lasting=entry.seq in lasting) for entry in entries
    ]
    return HistoryOut(changes=changes, head=here.study.store.head)


@routes.get("/history/{seq}", operation_id="get_change")
def get_change(here: Here, seq: Number, language: Language) -> ChangeWhole:
    """One change with each entity before and after, and whether it can be taken back."""
    trail = here.study.trail
    entry, refusal = trail.get(seq), trail.refusal(seq)
    touched = trail.touched(seq, _MOST + 1)
    names = here.user_names()
    resting = trail.resting_on(seq) if refusal is not None and refusal.code in _RESTED else []
    return ChangeWhole.of(
        entry,
        language,
        names,
        lasting=bool(trail.lasting([entry])),
        entities=[EntityOut.of(one) for one in touched[:_MOST]],
        more=len(touched) > _MOST,
        undoable=refusal is None,
        why_not=None if refusal is None else refusal.code,
        why_not_text=None if refusal is None else refusal.message,
        later=[
            RestingOut(
                seq=one.seq,
                time=one.time,
                user_name=names.get(one.user, ""),
                text=translate(one.verb, language),
                entities=[EntityOut.of(entity) for entity in entities[:_FEW]],
            )
            for one, entities in resting
        ],
        things=[
            ThingOut.model_validate(thing)
            for thing in trail.mentioned(
                [*touched[:_MOST], *(one for _, found in resting for one in found[:_FEW])]
            )
        ],
    )


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
    coders: Coders = None,
) -> list[EventOut]:
    """The changes after a number, oldest first: what the stream of the same address tells."""
    return here.live.since(after, language, limit, coders)
