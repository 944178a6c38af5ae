"""Memos."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from ...services.memo_rows import MemoRow, TaskRow
from .form import Count, Form, Guid, Name, Out, Patch, Prose

__all__ = [
    "AboutForm",
    "BacklinkOut",
    "MarginOut",
    "MemoForm",
    "MemoOut",
    "MemoPageOut",
    "MemoPatch",
    "TaskForm",
    "TaskOut",
    "ThingOut",
]

MemoKind = Literal["theoretical", "method", "reflexive", "summary", "jotting", "metaphor"]


class ThingOut(Out):
    """Anything by its name (empty: it is gone); words of a source with their place."""

    kind: str
    guid: str
    label: str
    where: str
    source: str | None
    start: int | None
    end: int | None


class MemoOut(Out):
    """A memo; ``author`` is a name, ``user`` a GUID. ``tasks`` counts its task lines."""

    guid: str
    revision: int
    title: str
    body: str
    kind: str
    author: str
    user: str
    created: datetime
    changed: datetime
    about: list[ThingOut]
    tasks: int
    tasks_open: int

    @classmethod
    def of(cls, row: MemoRow) -> MemoOut:
        """A memo as it is told."""
        memo = row.memo
        return cls(
            guid=memo.guid,
            revision=row.revision,
            title=memo.title,
            body=memo.body,
            kind=memo.kind,
            author=row.author,
            user=memo.user,
            created=memo.created,
            changed=row.changed,
            about=[ThingOut.model_validate(one) for one in row.about],
            tasks=len(row.tasks),
            tasks_open=sum(not task.done for task in row.tasks),
        )


class MemoPageOut(Out):
    """Some of the memos that are wanted, how many there are in all, and of which kinds."""

    total: int
    kinds: dict[str, int]
    memos: list[MemoOut]


class MarginOut(Out):
    """A memo at ``[start, end)`` of a text; ``about`` is the passage or coding."""

    guid: str
    title: str
    kind: str
    start: int
    end: int
    about: list[str]


class BacklinkOut(Out):
    """What refers to something, and in which role."""

    role: str
    thing: ThingOut


class TaskOut(Out):
    """A task that stands in a memo, at a line of its text."""

    memo: str
    title: str
    line: int
    text: str
    done: bool
    about: list[ThingOut]

    @classmethod
    def of(cls, row: TaskRow) -> TaskOut:
        """A task as it is told."""
        return cls(
            memo=row.memo.guid,
            title=row.memo.title,
            line=row.task.line,
            text=row.task.text,
            done=row.task.done,
            about=[ThingOut.model_validate(one) for one in row.about],
        )


class TaskForm(Form):
    """A task, found by its line and words, to be marked as done or not."""

    line: Count
    text: Prose
    done: bool


class AboutForm(Form):
    """Something a memo is to be about; a source with ``start`` and ``end`` is a passage of it."""

    kind: str
    guid: Guid
    start: Count | None = None
    end: Count | None = None

    def target(self) -> tuple[str, str] | tuple[str, str, int, int]:
        """The same as the service takes it."""
        if self.kind == "source" and self.start is not None and self.end is not None:
            return self.kind, self.guid, self.start, self.end
        return self.kind, self.guid


class MemoPatch(Patch):
    """What to change about a memo."""

    title: Name = ""
    body: Prose = ""
    kind: MemoKind = "theoretical"
    about: list[AboutForm] = Field(default_factory=list)


class MemoForm(MemoPatch):
    """A new memo."""

    title: Name
    body: Prose
