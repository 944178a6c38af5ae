"""Memos."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from .form import Form, Guid, Name, Out, Patch, Prose

__all__ = ["AboutForm", "AboutOut", "MemoForm", "MemoOut", "MemoPatch"]

MemoKind = Literal["theoretical", "method", "reflexive", "summary", "jotting"]


class AboutOut(Out):
    """Something a memo is about."""

    kind: str
    guid: str
    label: str


class MemoOut(Out):
    """A memo; ``author`` is a name."""

    guid: str
    revision: int
    title: str
    body: str
    kind: str
    author: str
    created: datetime
    about: list[AboutOut]


class AboutForm(Form):
    """Something a memo is to be about."""

    kind: str
    guid: Guid


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
