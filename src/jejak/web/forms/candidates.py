"""What could be evidence of a finding and was not weighed yet."""

from __future__ import annotations

from typing import Literal, Self

from ...i18n import translate
from ...services.candidates import Candidate
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


class CandidatePage(Out):
    """Some of them, and how many there are in all."""

    total: int
    segments: list[CandidateOut]
