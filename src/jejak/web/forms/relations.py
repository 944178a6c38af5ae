"""Relations between codes and between cases."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field

from ...services.relations import RelationCard
from .form import Form, Guid, Name, Out, Patch, Prose
from .memos import ThingOut

__all__ = ["MiddleForm", "RelationForm", "RelationOut", "RelationPatch", "RelationsOut"]

End = Literal["code", "case"]


class RelationForm(Form):
    """What one code or case is to another, and why."""

    type: Name
    origin_kind: End
    origin: Guid
    target_kind: End
    target: Guid
    memo: Prose = ""


class RelationPatch(Patch):
    """What to change about a relation."""

    type: Name = ""
    memo: Prose = ""


class MiddleForm(Form):
    """What is to stand between the two of a relation."""

    kind: End = "code"
    guid: Guid


class RelationOut(Out):
    """A relation: ``origin`` is, does or has ``type`` to ``target``."""

    guid: str
    revision: int
    type: str
    origin: ThingOut
    target: ThingOut
    memo: str

    @classmethod
    def told(cls, card: RelationCard, revision: int) -> Self:
        """A relation as it stands."""
        return cls(
            guid=card.relation.guid,
            revision=revision,
            type=card.relation.type,
            origin=ThingOut.model_validate(card.origin),
            target=ThingOut.model_validate(card.target),
            memo=card.relation.memo,
        )


class RelationsOut(Out):
    """Relations, and the types that those of the study have."""

    types: Annotated[list[str], Field(description="Each once, whatever they tie.")]
    relations: list[RelationOut]
