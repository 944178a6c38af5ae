"""What could be evidence of a finding and was not weighed yet."""

from __future__ import annotations

from typing import Literal, Self

from ...i18n import translate
from ...services.candidates import Candidate, Objection
from .form import Out
from .segments import SegmentOut

__all__ = ["CandidateOut", "CandidatePage", "CandidateWay"]

CandidateWay = Literal["codes", "query", "polarity", "alike"]


class CandidateOut(SegmentOut):
    """A stretch that nobody weighed: ``why`` says why it is offered, ``score`` how alike it is to the
    evidence (0 to 1) where that is the reason."""

    why: list[str]
    score: float | None

    @classmethod
    def told(cls, one: Candidate, language: str) -> Self:
        """A candidate, in a language."""
        return cls(
            **SegmentOut.of(one.segment).model_dump(),
            why=[translate(why, language) for why in one.why],
            score=one.score,
        )


class ObjectionOut(Out):
    """What somebody answered (``guid`` is the record) who does not agree, and about which it is not on
    record what was done."""

    guid: str
    revision: int
    who: str
    answer: str
    comment: str
    date: str

    @classmethod
    def of(cls, one: Objection, revision: int) -> Self:
        """An objection, at its revision."""
        said = one.record
        return cls(
            guid=said.guid, revision=revision, who=one.who, answer=said.answer,
            comment=said.comment, date=said.date,
        )  # fmt: skip


class CandidatePage(Out):
    """Some of them, and how many there are in all; ``objections`` of members are candidates against
    the finding that are no words of the material."""

    total: int
    segments: list[CandidateOut]
    objections: list[ObjectionOut]
