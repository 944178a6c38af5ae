"""Rounds: who is to read what without seeing the others."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from ...analysis.agreement.uncertainty import Interval
from ...services.agreed import Question
from .form import Count, Form, Guid, Name, Out

__all__ = ["ClosingForm", "GivenForm", "PlanForm", "PlanOut", "ReadForm", "RoundForm", "RoundOut", "RoundPatch"]  # fmt: skip


class PlanForm(Form):
    """Whom to share which sources out to (none: all that no round had yet): a share ``overlap`` of
    them to ``readers`` coders each; ``again``: each reads again what they coded before."""

    coders: Annotated[list[Guid], Field(min_length=1, max_length=1_000)]
    sources: list[Guid] | None = None
    overlap: Annotated[float, Field(ge=0, le=1)] = 0.2
    readers: Annotated[int, Field(ge=2, le=1_000)] = 2
    seed: Count = 1
    again: bool = False


class RoundForm(PlanForm):
    """The same, to be taken under a name."""

    name: Name


class RoundPatch(Form):
    """What to change about a round."""

    name: Name


class GivenForm(Form):
    """Who is to read a source of a round; nobody takes it out."""

    coders: list[Guid]


class ReadForm(Form):
    """Sources of a round that one has read, or has not yet."""

    sources: Annotated[list[Guid], Field(min_length=1)]
    read: bool = True


class ClosingForm(Form):
    """The agreement that is reckoned when a round is closed, and, of one that was read again, which
    reading stays as codings."""

    measure: Name = "alpha"
    unit: Name = "character"
    samples: Annotated[int, Field(ge=0, le=10_000)] = 1_000
    seed: Count = 1
    keep: Literal["both", "first", "second"] = "both"

    def question(self) -> Question:
        """What is asked."""
        how = Interval("bootstrap" if self.samples else "", 0.95, self.samples or 1, self.seed)
        return Question(self.measure, self.unit, {}, how)


class RoundCoderOut(Out):
    """A coder of a round: how many sources and characters they are to read, and how many of the sources
    are ``read``."""

    guid: str
    name: str
    sources: int
    characters: int
    read: int = 0


class PlannedOut(Out):
    """A source, and the names of those who are to read it."""

    guid: str
    name: str
    kind: str
    characters: int
    coders: list[str]


class PlanOut(Out):
    """Who would read what; nothing of it is in the study. ``remarks`` are sentences about it."""

    overlap: float
    readers: int
    seed: int
    again: bool
    coders: list[RoundCoderOut]
    sources: list[PlannedOut]
    remarks: list[str]


class RoundReaderOut(Out):
    """How far a coder is with a source."""

    guid: str
    name: str
    state: Literal["to read", "begun", "read"]


class RoundSourceOut(Out):
    """A source of a round with those who are to read it."""

    guid: str
    name: str
    kind: str
    characters: int
    readers: list[RoundReaderOut]


class CodeFigureOut(Out):
    """A code with its coefficient."""

    guid: str
    code: str
    value: float | None
    low: float | None
    high: float | None


class FigureOut(Out):
    """The agreement a round came to, as of change ``version``: between its coders, or of one coder with
    themselves. ``least`` and ``greatest`` are its values without any one source."""

    coders: list[str]
    measure: str
    unit: str | None
    options: dict[str, object]
    samples: int
    seed: int
    version: int
    sources: int
    characters: int
    differences: int
    value: float | None
    low: float | None
    high: float | None
    least: float | None
    greatest: float | None
    reason: str | None
    codes: list[CodeFigureOut]


class RoundOut(Out):
    """A round. ``codebook`` is the change that had left the codebook as it was when the round was
    opened, ``recoded`` says that it was changed while it was open."""

    guid: str
    revision: int
    name: str
    opened: datetime
    closed: datetime | None
    again: bool
    codebook: int
    recoded: bool
    coders: list[RoundCoderOut]
    sources: list[RoundSourceOut]
    figures: list[FigureOut]
    remarks: list[str]
