"""What ties entities to one another: links, relations, sets and references."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from .record import Record, any_ref

__all__ = ["LINK_ROLES", "Link", "Reference", "Relation", "Set"]

LINK_ROLES = ("memo", "member", "example", "concerns", "reference", "shows", "actor", "evidence",
              "about", "annotates")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Record):
    """That ``owner`` has ``target`` in a role: a memo is about it (*memo*), a set or case has it
    (*member*), a code is exemplified by it (*example*), a finding is about a code (*concerns*) or
    has a display (*shows*), anything cites a work (*reference*), a case acts in an event (*actor*), a
    node of a network stands for it (*about*), an event, rating, node or edge is known from a segment
    (*evidence*), a passage of a manuscript tells a finding (*annotates*).
    """

    KIND: ClassVar[str] = "link"
    role: str
    owner_kind: str
    owner: str = any_ref()
    target_kind: str
    target: str = any_ref()
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Record):
    """A typed, directed link of the analyst's own between any two entities."""

    KIND: ClassVar[str] = "relation"
    type: str
    origin_kind: str
    origin: str = any_ref()
    target_kind: str
    target: str = any_ref()
    memo: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Set(Record):
    """A named group: of links of role *member*, or of whatever its saved ``query`` finds."""

    KIND: ClassVar[str] = "set"
    name: str
    of: str = "source"
    query: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Record):
    """A work of the literature as CSL-JSON; ``key`` is its short citation name."""

    KIND: ClassVar[str] = "reference"
    key: str
    csl: Mapping[str, object] = field(default_factory=dict)
