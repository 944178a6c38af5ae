"""Cases and what is known of them."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field

from ...services.cases import CaseCard
from .form import Form, Guid, Name, Out, Patch, Prose
from .sources import Titled

__all__ = ["AttributeOut", "CaseForm", "CaseOut", "CasePatch", "CaseSources", "ConsentOut",
           "SpeakerForm"]  # fmt: skip

CaseKind = Literal["person", "group", "channel", "place", "other"]


class ConsentOut(Out):
    """What a participant agreed to."""

    guid: str
    scope: str
    date: str | None
    form: str
    withdrawn: str | None


class CaseOut(Out):
    """A case with its attributes, sources, speakers and consent."""

    guid: str
    revision: int
    name: str
    kind: str
    description: str
    attributes: dict[str, str]
    sources: list[Titled]
    speakers: list[str]
    consent: list[ConsentOut]

    @classmethod
    def of(cls, card: CaseCard, revision: int) -> Self:
        """A case's card."""
        return cls(
            guid=card.case.guid,
            revision=revision,
            name=card.case.name,
            kind=card.case.kind,
            description=card.case.description,
            attributes=dict(card.attributes),
            sources=[Titled(guid=guid, name=name) for guid, name in card.sources],
            speakers=list(card.speakers),
            consent=[ConsentOut.model_validate(one) for one in card.consent],
        )


class CasePatch(Patch):
    """What to change about a case; an attribute of ``null`` is taken away, a new one is made."""

    name: Name = ""
    kind: CaseKind = "person"
    description: Prose = ""
    attributes: dict[str, str | None] = Field(default_factory=dict)


class CaseForm(CasePatch):
    """A new case, by its pseudonym."""

    name: Name


class SpeakerForm(Form):
    """The name a case speaks under, in one source or (without one) in all."""

    name: Name
    source: Guid | None = None


class CaseSources(Form):
    """Sources that belong to a case."""

    sources: Annotated[list[Guid], Field(min_length=1)]


class AttributeOut(Out):
    """A variable of cases or sources."""

    guid: str
    name: str
    of: str
    type: str
    description: str
    options: list[str]
