"""Sets: named groups of sources, cases, codes or segments."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field

from ...services.sets import SetCard
from .form import Form, Guid, Name, Out, Patch

__all__ = ["SetForm", "SetMembers", "SetOut", "SetPatch"]

SetOf = Literal["source", "case", "code", "segment"]
Query = Annotated[str, Field(min_length=1, max_length=10_000)]


class SetOut(Out):
    """A set with the GUIDs of what is in it, and how much that is; ``problem`` says why its query
    finds nothing."""

    guid: str
    revision: int
    name: str
    of: str
    query: str | None
    members: list[str]
    count: int
    problem: str | None

    @classmethod
    def of_card(cls, card: SetCard, revision: int) -> Self:
        """A set's card."""
        one = card.set
        return cls(
            guid=one.guid, revision=revision, name=one.name, of=one.of, query=one.query,
            members=list(card.members), count=card.count, problem=card.problem,
        )  # fmt: skip


class SetPatch(Patch):
    """What to change about a set; a query only where it has one."""

    name: Name = ""
    query: Query = ""


class SetForm(Form):
    """A new set: of ``members`` by GUID, or of whatever a ``query`` finds."""

    name: Name
    of: SetOf
    query: Query | None = None
    members: list[Guid] = Field(default_factory=list)


class SetMembers(Form):
    """What is to be put in and taken out."""

    add: list[Guid] = Field(default_factory=list)
    remove: list[Guid] = Field(default_factory=list)
