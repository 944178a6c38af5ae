"""Cases, what is known of them, and what they agreed to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from .record import Record, any_ref, ref

__all__ = [
    "ATTRIBUTE_OWNERS",
    "ATTRIBUTE_TYPES",
    "CASE_KINDS",
    "CHOSEN",
    "Attribute",
    "AttributeValue",
    "Case",
    "Consent",
    "Speaker",
]

CASE_KINDS = ("person", "group", "channel", "place", "other")
ATTRIBUTE_OWNERS = ("case", "source")
# Types whose values are some of the options.
CHOSEN = ("list", "rating")
ATTRIBUTE_TYPES = ("text", "number", "date", "time", "boolean", "list", "rating")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Record):
    """A participant or any unit of analysis; ``name`` is the pseudonym, never the real name.

    Sources and segments belong to it by links of role *member*, turns by :class:`Speaker`.
    """

    KIND: ClassVar[str] = "case"
    name: str
    kind: str = "person"
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker(Record):
    """The name a case speaks under: in one source, or in all where ``source`` is ``None``."""

    KIND: ClassVar[str] = "speaker"
    name: str
    case: str = ref("case")
    source: str | None = ref("source", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute(Record):
    """A variable of cases or sources (``of``); ``options`` are the values of a *list*, or the levels
    of a *rating*, the lowest first."""

    KIND: ClassVar[str] = "attribute"
    name: str
    of: str = "case"
    type: str = "text"
    description: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeValue(Record):
    """The value of an attribute for one case or source, as text in the type's exact form."""

    KIND: ClassVar[str] = "value"
    attribute: str = ref("attribute")
    owner_kind: str
    owner: str = any_ref()
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Record):
    """What a participant agreed to; ``withdrawn`` is the ISO date of a withdrawal."""

    KIND: ClassVar[str] = "consent"
    case: str = ref("case")
    scope: str
    date: str | None = None
    form: str = ""
    withdrawn: str | None = None
    terms: Mapping[str, object] = field(default_factory=dict)
