"""Remarks as they are made, answered and told."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, Self

from pydantic import Field

from ...services.remarks import RemarkCard
from .form import Form, Guid, Out, Patch, Prose
from .memos import ThingOut

__all__ = ["CopyForm", "RemarkForm", "RemarkOut", "RemarkPatch", "ReturnedOut", "SentForm"]

Target = Literal[
    "finding", "segment", "memo", "code", "case", "display", "evidence", "check", "source", "study"
]


class RemarkForm(Form):
    """A remark on something, beside some words of it; with ``start`` and ``end`` (code points) on that
    stretch of a source."""

    target_kind: Target
    target: Guid
    text: Prose
    passage: Prose = ""
    who: str = Field(default="", max_length=1_000)
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=0)


class RemarkPatch(Patch):
    """What to change about a remark: its text, its answer, whether it is settled."""

    text: Prose = ""
    answer: Prose = ""
    settled: bool = False


class RemarkOut(Out):
    """A remark; ``changed`` says that what it is about is not any more what it was."""

    guid: str
    target_kind: str
    target: str
    about: ThingOut | None
    passage: str
    text: str
    who: str
    answer: str
    settled: bool
    changed: bool
    created: datetime

    @classmethod
    def of(cls, card: RemarkCard) -> Self:
        """A remark as it is told."""
        one = card.remark
        about = None if card.about is None else ThingOut.model_validate(card.about)
        return cls(
            guid=one.guid, target_kind=one.target_kind, target=one.target, about=about,
            passage=one.passage, text=one.text, who=card.who, answer=one.answer,
            settled=one.settled, changed=card.changed, created=one.created,
        )  # fmt: skip


class SentForm(Form):
    """The content of a file of remarks that an auditor sent back."""

    content: str = Field(min_length=1, max_length=50_000_000)


class ReturnedOut(Out):
    """What came of remarks that were sent back."""

    added: int
    changed: int
    known: int
    homeless: int


class CopyForm(Form):
    """What of the material can be read in a copy for an auditor."""

    texts: Literal["whole", "evidence"] = "whole"
