"""What is on record of how a study was done, beside its codings and findings: memos, summary sheets,
feedback, appraisals, and what analysts answered to checklists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

__all__ = [
    "AnswerFacts",
    "AppraisalFacts",
    "FeedbackFacts",
    "MemoFacts",
    "RecordFacts",
    "SheetFacts",
]


@dataclass(frozen=True, slots=True)
class MemoFacts:
    """A memo and who wrote it; ``about`` are the kinds of what it is about."""

    guid: str
    title: str
    kind: str
    author: str
    about: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """A filled summary form (``form``) of the source or case of that GUID; ``values`` by field."""

    form: str
    guid: str
    name: str
    memo: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FeedbackFacts:
    """What somebody made of a finding (GUID); ``case`` is empty for somebody who is no case."""

    finding: str
    case: str
    answer: str
    acted: bool


@dataclass(frozen=True, slots=True)
class AppraisalFacts:
    """What a person said of one component of the confidence in a finding, or of all of it."""

    component: str
    concern: str
    why: str
    by: str
    when: datetime


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """What an analyst answered to an item of a checklist."""

    guid: str
    checklist: str
    item: str
    state: str
    text: str
    place: str
    by: str
    user: str
    when: datetime


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """All of it. ``spans`` are minutes from the first to the last dated turn of a source; ``twice``
    the sources (GUIDs) that two or more people coded with their own hands, ``again`` those that somebody
    read for a second time in a round that is closed; ``firsts`` how many codes
    came up first in each dated source, in the order of dates; ``originals`` counts the sources whose
    file is kept; ``corrected`` the changes of their text; ``company`` the segments of which it is on
    record whether somebody else was there; ``searches``, ``contests`` and ``appraisals`` go by
    finding; ``remarks`` counts what examiners remarked; ``events`` what happened."""

    memos: tuple[MemoFacts, ...] = ()
    sheets: tuple[SheetFacts, ...] = ()
    feedback: tuple[FeedbackFacts, ...] = ()
    answers: tuple[AnswerFacts, ...] = ()
    spans: Mapping[str, int] = field(default_factory=dict)
    twice: frozenset[str] = frozenset()
    again: frozenset[str] = frozenset()
    firsts: tuple[tuple[str, int], ...] = ()
    originals: int = 0
    corrected: int = 0
    company: int = 0
    searches: Mapping[str, int] = field(default_factory=dict)
    contests: Mapping[str, int] = field(default_factory=dict)
    appraisals: Mapping[str, tuple[AppraisalFacts, ...]] = field(default_factory=dict)
    remarks: int = 0
    events: int = 0
