"""The trail of changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from ...i18n import translate
from ...model import ChangeEntry, Touched
from .form import Form, Out, Seq
from .memos import ThingOut

__all__ = ["ChangeOut", "ChangeWhole", "EntityOut", "EventOut", "HistoryOut", "RestingOut", "Stepped", "UndoForm",
           "UndoOut"]  # fmt: skip


class EventOut(Out):
    """A change as it is told to open windows; ``touched`` counts entities by kind, ``sources`` are
    the sources it concerns (``null``: many, or none in particular)."""

    seq: int
    time: datetime
    user: str
    user_name: str
    text: str
    touched: Mapping[str, int]
    undoes: int | None
    redoes: int | None
    sources: list[str] | None


class ChangeOut(Out):
    """A change in the trail; ``undone`` says that it is not in force now, ``lasting`` that it can
    never be taken back (a beginning, or words that were withdrawn)."""

    seq: int
    time: datetime
    user: str
    user_name: str
    text: str
    touched: Mapping[str, int]
    undone: bool
    undoes: int | None
    redoes: int | None
    lasting: bool = False

    @classmethod
    def of(cls, entry: ChangeEntry, language: str, names: Mapping[str, str], **more: Any) -> Self:
        """A change in a language."""
        return cls(
            seq=entry.seq,
            time=entry.time,
            user=entry.user,
            user_name=names.get(entry.user, ""),
            text=translate(entry.verb, language),
            touched=entry.touched,
            undone=entry.undone,
            undoes=entry.undoes,
            redoes=entry.redoes,
            **more,
        )


class EntityOut(Out):
    """One entity of a change, before and after (``null``: it was not there)."""

    kind: str
    guid: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    @classmethod
    def of(cls, touched: Touched) -> Self:
        """An entity that a change touched."""
        before, after = touched.before, touched.after
        return cls(
            kind=touched.kind,
            guid=touched.guid,
            before=None if before is None else dict(before),
            after=None if after is None else dict(after),
        )


class RestingOut(Out):
    """A later change that stands in the way of an undo, and those of its entities that do."""

    seq: int
    time: datetime
    user_name: str
    text: str
    entities: list[EntityOut]


class ChangeWhole(ChangeOut):
    """A change with what it touched; ``more`` says that some of it is left out, ``undoable`` whether
    it can be taken back now, ``why_not`` (a stable code) and ``why_not_text`` why it cannot,
    ``later`` which later changes rest on it, ``things`` what is still there of all that these touch
    or refer to."""

    entities: list[EntityOut]
    more: bool
    undoable: bool
    why_not: str | None
    why_not_text: str | None
    later: list[RestingOut]
    things: list[ThingOut]


class HistoryOut(Out):
    """Some of the trail, newest first, and the number of the last change."""

    changes: list[ChangeOut]
    head: int


class UndoForm(Form):
    """The change to be taken back; by default one's last."""

    seq: Seq | None = None


class Stepped(Out):
    """What was taken back or done again."""

    seq: int
    text: str


class UndoOut(Out):
    """What undo and redo would do now, in words."""

    undo: str | None
    redo: str | None
