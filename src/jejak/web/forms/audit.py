"""The audit trail as it is asked for and told."""

from __future__ import annotations

from typing import Literal

from .form import Form, Guid, Name, Out

__all__ = ["AuditKindOut", "CategoryOut", "PutForm", "PutOut"]

CategoryName = Literal["raw", "reduction", "synthesis", "process", "intentions", "instruments"]


class AuditKindOut(Out):
    """A kind of thing in words, and how many there are of it."""

    kind: str
    what: str
    count: int


class CategoryOut(Out):
    """One of the six categories and what the study has of it."""

    name: CategoryName
    title: str
    about: str
    kinds: list[AuditKindOut]


class PutForm(Form):
    """What belongs to another category than its kind does; nothing takes that back."""

    kind: Name
    guid: Guid
    category: CategoryName | None


class PutOut(Out):
    """Where something belongs now."""

    category: CategoryName
