"""What analysts put on record when they test findings: searches, feedback, rules, rivals, cases, claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from .identity import now
from .record import Record, ref

__all__ = [
    "ANSWERS",
    "CERQUAL",
    "CIRCUMSTANCES",
    "CONCERNS",
    "CONTESTS",
    "HOLDS",
    "OVERALL",
    "SEEN",
    "STRENGTHENING",
    "TEST_UNITS",
    "UNUSUAL",
    "Appraisal",
    "Contest",
    "Feedback",
    "IfThen",
    "Plausible",
    "Quality",
    "Quantity",
    "Search",
    "Standing",
    "Step",
    "Surprise",
]

# What makes words weigh more (Miles & Huberman's table of stronger and weaker data), one point each.
STRENGTHENING = (
    "first-hand", "observed", "volunteered", "later contact", "knowledgeable", "corroborated",
)  # fmt: skip
CIRCUMSTANCES = (*STRENGTHENING, "leading question", "in company")
UNUSUAL = ("outlier", "extreme")
HOLDS = ("holds", "fails", "not applicable")
CONTESTS = ("ruled out", "weakened", "retained", "joint")
ANSWERS = ("agree", "partly", "disagree", "no reply")
TEST_UNITS = ("case", "source", "segment")
# What came of a prediction.
SEEN = ("open", "seen", "not seen")
# The components and levels of GRADE-CERQual.
CERQUAL = ("methodological limitations", "coherence", "adequacy", "relevance")
# What is said of all four together: why the confidence in the finding is what it is.
OVERALL = "overall"
CONCERNS = ("no or very minor", "minor", "moderate", "serious")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality(Record):
    """Under which circumstances the words of a segment came about: names of :data:`CIRCUMSTANCES`,
    each true or false; one that is missing was not recorded."""

    KIND: ClassVar[str] = "quality"
    segment: str = ref("segment")
    circumstances: Mapping[str, bool] = field(default_factory=dict)
    user: str = ref("user")
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Search(Record):
    """A search for what speaks against a finding: the ``query`` that was asked, how many segments
    were ``inspected`` one by one and in how many of them something was ``found``."""

    KIND: ClassVar[str] = "search"
    finding: str = ref("finding")
    query: str
    inspected: int = 0
    found: int = 0
    note: str = ""
    user: str = ref("user")
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback(Record):
    """What somebody who was shown a finding made of it: a case of the study, or another (``who``).

    ``date`` is partly known, as :mod:`jejak.model.when` has it; ``shown`` says what of the finding
    they saw, ``comment`` what they said, ``action`` what was done about it.
    """

    KIND: ClassVar[str] = "feedback"
    finding: str = ref("finding")
    case: str | None = ref("case", None)
    who: str = ""
    date: str = ""
    shown: str = ""
    answer: str = "no reply"
    comment: str = ""
    action: str = ""
    user: str = ref("user")
    created: datetime = field(default_factory=now)

    @property
    def unsettled(self) -> bool:
        """Whether they did not agree, wholly or in part, and nothing was done about it yet: a
        candidate for what speaks against the finding."""
        return self.answer in {"disagree", "partly"} and not self.action.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class IfThen(Record):
    """A rule that a finding implies: where ``condition`` holds, ``consequence`` does, both queries
    over units. ``ordered`` asks that the condition comes first; ``third`` is an attribute that may
    explain both; ``prediction`` says what should be seen ``due``, ``outcome`` what was seen."""

    KIND: ClassVar[str] = "rule"
    finding: str = ref("finding")
    condition: str
    consequence: str
    unit: str = "case"
    ordered: bool = False
    third: str | None = ref("attribute", None)
    prediction: str = ""
    due: str = ""
    outcome: str = ""
    note: str = ""
    user: str = ref("user")
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing(Record):
    """How a finding stands with an unusual case: an *outlier* or an *extreme* one. ``why`` says what
    the exception delimits."""

    KIND: ClassVar[str] = "standing"
    finding: str = ref("finding")
    case: str = ref("case")
    unusual: str = "outlier"
    verdict: str
    why: str = ""
    user: str = ref("user")
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest(Record):
    """How a finding and a rival of it came out against each other: the rival was *ruled out*,
    *weakened* or *retained*, or both hold together (*joint*)."""

    KIND: ClassVar[str] = "contest"
    finding: str = ref("finding")
    rival: str = ref("finding")
    state: str
    why: str = ""
    user: str = ref("user")
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Record):
    """What a word of quantity in a statement (``phrase``) counts: of the cases that ``base`` finds
    those that ``query`` finds. ``low`` and ``high`` are the shares between which the word fits."""

    KIND: ClassVar[str] = "quantity"
    finding: str = ref("finding")
    phrase: str
    query: str
    base: str = ""
    low: float = 0.0
    high: float = 1.0
    user: str = ref("user")
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraisal(Record):
    """One of the four components of confidence in a finding, as GRADE-CERQual has them, and why; of the
    component ``overall`` there is no concern, but why the finding's own confidence is what it is."""

    KIND: ClassVar[str] = "appraisal"
    finding: str = ref("finding")
    component: str
    concern: str = ""
    why: str = ""
    user: str = ref("user")
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plausible(Record):
    """That a finding merely makes sense so far, and ``why`` it seems to."""

    KIND: ClassVar[str] = "plausible"
    finding: str = ref("finding")
    why: str = ""
    user: str = ref("user")
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surprise(Record):
    """What went against an ``expectation``, the ``theory`` that this implies, the evidence then
    ``sought``, and the ``result``. The words that surprised are links of role *evidence*."""

    KIND: ClassVar[str] = "surprise"
    finding: str = ref("finding")
    expectation: str
    theory: str = ""
    sought: str = ""
    result: str = ""
    user: str = ref("user")
    created: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Record):
    """A step of the chain of reasoning that leads to a finding: a ``proposition``, and what must be
    seen if it is right (``prediction``), with what was (``seen``). ``number`` orders the steps; what a
    step rests on are links of role *evidence*."""

    KIND: ClassVar[str] = "step"
    finding: str = ref("finding")
    number: int = 0
    proposition: str
    prediction: str = ""
    seen: str = "open"
    user: str = ref("user")
    created: datetime = field(default_factory=now)
