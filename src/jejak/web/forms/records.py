"""What is put on record when a finding is tested."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from ...checks.reasoning import Strength, strength, told, weakest
from ...i18n import translate
from ...model import Record
from ...model.verification import CIRCUMSTANCES
from ...services.things import Thing
from ...services.verification import ReasoningStep
from .form import Count, Form, Guid, Name, Out, Patch, Prose

__all__ = [
    "AppraisalForm",
    "CircumstancesForm",
    "ContestForm",
    "FeedbackForm",
    "PlausibleForm",
    "QualityOut",
    "QuantityForm",
    "ReasoningOut",
    "RecordForm",
    "RecordKind",
    "RecordOut",
    "RecordPatch",
    "RuleForm",
    "SearchForm",
    "StandingForm",
    "StepForm",
    "SurpriseForm",
    "WordsForm",
]

RecordKind = Literal[
    "search", "feedback", "rule", "standing", "contest", "quantity", "appraisal", "plausible",
    "surprise", "step",
]  # fmt: skip
Seen = Literal["open", "seen", "not seen"]
When = Annotated[str, Field(max_length=200)]
Share = Annotated[float, Field(ge=0, le=1)]


class SearchForm(Form):
    """A search for what speaks against a finding."""

    kind: Literal["search"]
    query: Prose
    inspected: Count = 0
    found: Count = 0
    note: Prose = ""


class FeedbackForm(Form):
    """What somebody made of a finding: a case (name or GUID), or somebody else (``who``)."""

    kind: Literal["feedback"]
    case: Name | None = None
    who: Prose = ""
    date: When = ""
    shown: Prose = ""
    answer: Literal["agree", "partly", "disagree", "no reply"] = "no reply"
    comment: Prose = ""
    action: Prose = ""


class RuleForm(Form):
    """Where ``condition`` holds, ``consequence`` does; ``third`` is an attribute of cases."""

    kind: Literal["rule"]
    condition: Prose
    consequence: Prose
    unit: Literal["case", "source", "segment"] = "case"
    ordered: bool = False
    third: Name | None = None
    prediction: Prose = ""
    due: When = ""
    outcome: Prose = ""
    note: Prose = ""


class StandingForm(Form):
    """How the finding stands with an unusual case (name or GUID)."""

    kind: Literal["standing"]
    case: Name
    unusual: Literal["outlier", "extreme"] = "outlier"
    verdict: Literal["holds", "fails", "not applicable"]
    why: Prose = ""


class ContestForm(Form):
    """How the finding and a rival (label or GUID) came out against each other."""

    kind: Literal["contest"]
    rival: Name
    state: Literal["ruled out", "weakened", "retained", "joint"]
    why: Prose = ""


class QuantityForm(Form):
    """What a word of quantity in the statement counts: of the cases that ``base`` finds (all where
    it is empty) those that ``query`` finds, and the shares between which the word fits; with neither,
    those of a known word."""

    kind: Literal["quantity"]
    phrase: Name
    query: Prose
    base: Prose = ""
    low: Share = 0.0
    high: Share = 1.0


class AppraisalForm(Form):
    """A component of confidence, as GRADE-CERQual has them, with its explanation; *overall* has no
    concern."""

    kind: Literal["appraisal"]
    component: Literal[
        "methodological limitations", "coherence", "adequacy", "relevance", "overall"
    ]
    concern: Literal["no or very minor", "minor", "moderate", "serious", ""] = ""
    why: Prose


class PlausibleForm(Form):
    """That the finding merely makes sense so far, and why."""

    kind: Literal["plausible"]
    why: Prose = ""


class WordsForm(Form):
    """Words that a surprise or a step rests on: a segment or coding, or a stretch of a source in code
    points."""

    segment: Guid | None = None
    source: Guid | None = None
    start: Count | None = None
    end: Count | None = None

    @model_validator(mode="after")
    def _placed(self) -> Self:
        if (self.segment is None) == (None in {self.source, self.start, self.end}):
            raise ValueError("give the segment, or source, start and end")
        return self


class SurpriseForm(Form):
    """What went against an expectation, the theory that this implies, the evidence then sought, the
    result, and the words that surprised."""

    kind: Literal["surprise"]
    expectation: Prose
    theory: Prose = ""
    sought: Prose = ""
    result: Prose = ""
    words: Annotated[list[WordsForm], Field(max_length=100)] = Field(default_factory=list)


class StepForm(Form):
    """A step of the reasoning that leads to the finding: without a number it comes last."""

    kind: Literal["step"]
    number: Count = 0
    proposition: Prose
    prediction: Prose = ""
    seen: Seen = "open"
    words: Annotated[list[WordsForm], Field(max_length=100)] = Field(default_factory=list)


RecordForm = Annotated[
    SearchForm
    | FeedbackForm
    | RuleForm
    | StandingForm
    | ContestForm
    | QuantityForm
    | AppraisalForm
    | PlausibleForm
    | SurpriseForm
    | StepForm,
    Field(discriminator="kind"),
]


class RecordPatch(Patch):
    """What to change about a record: those of its fields that are given."""

    query: Prose = ""
    inspected: Count = 0
    found: Count = 0
    note: Prose = ""
    case: Name | None = None
    who: Prose = ""
    date: When = ""
    shown: Prose = ""
    answer: Literal["agree", "partly", "disagree", "no reply"] = "no reply"
    comment: Prose = ""
    action: Prose = ""
    condition: Prose = ""
    consequence: Prose = ""
    unit: Literal["case", "source", "segment"] = "case"
    ordered: bool = False
    third: Name | None = None
    prediction: Prose = ""
    due: When = ""
    outcome: Prose = ""
    verdict: Literal["holds", "fails", "not applicable"] = "holds"
    why: Prose = ""
    state: Literal["ruled out", "weakened", "retained", "joint"] = "retained"
    base: Prose = ""
    low: Share = 0.0
    high: Share = 1.0
    concern: Literal["no or very minor", "minor", "moderate", "serious"] = "minor"
    expectation: Prose = ""
    theory: Prose = ""
    sought: Prose = ""
    result: Prose = ""
    number: Count = 0
    proposition: Prose = ""
    seen: Seen = "open"


class RestsOn(Out):
    """Words that a record rests on: a segment (a GUID), where it stands and its first words."""

    segment: str
    where: str
    words: str


class RecordOut(Out):
    """A record of a finding: ``values`` are the fields of its kind; cases, rivals and attributes are
    GUIDs, ``names`` says what they are called. ``by`` is a name."""

    guid: str
    revision: int
    kind: str
    finding: str
    values: dict[str, Any]
    names: dict[str, str]
    rests_on: list[RestsOn]
    by: str
    created: datetime

    @classmethod
    def told(
        cls, record: Record, revision: int, names: dict[str, str], by: str, words: Iterable[Thing]
    ) -> Self:
        """A record whose values are told as they are kept, with the words it rests on."""
        own = {
            name: getattr(record, name)
            for name in record.__dataclass_fields__
            if name not in {"guid", "finding", "user", "created"}
        }
        called = {
            guid: names[guid] for guid in own.values() if isinstance(guid, str) and guid in names
        }
        return cls(
            guid=record.guid, revision=revision, kind=record.KIND, values=own, names=called, by=by,
            finding=getattr(record, "finding"), created=getattr(record, "created"),  # noqa: B009
            rests_on=[RestsOn(segment=one.guid, where=one.where, words=one.label) for one in words],
        )  # fmt: skip


class ReasoningOut(Out):
    """How strong the reasoning that leads to a finding is, in words, and each step (a GUID) by itself;
    ``weakest`` is the step that decides, ``null`` where there is none."""

    sentence: str
    weakest: str | None
    strengths: dict[str, Strength]

    @classmethod
    def of(cls, steps: Sequence[ReasoningStep], language: str) -> Self:
        """A chain of steps, in a language."""
        rows = [one.row for one in steps]
        weak = weakest(rows)
        return cls(
            sentence=translate(told(rows), language),
            weakest=None if weak is None else steps[rows.index(weak)].step.guid,
            strengths={one.step.guid: strength(one.row) for one in steps},
        )


class CircumstancesForm(Form):
    """Circumstances of a segment: true, false, or ``null`` for not recorded (any more)."""

    circumstances: dict[Literal[CIRCUMSTANCES], bool | None]  # type: ignore[valid-type]


class QualityOut(Out):
    """The circumstances on record for a segment."""

    segment: Guid
    circumstances: dict[str, bool]
