"""Findings, their evidence, and the checks on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from ...checks.leave_one_out import LeftOut
from ...checks.status import Lack
from ...i18n import show, translate
from ...model import Message, Reference
from ...model.finding import STANCES
from ...services.finding_cards import CheckCard, EvidenceCard, FindingCard
from ...services.finding_records import Rival
from .finding_displays import CitedCellOut
from .form import Count, Form, Guid, Name, Out, Patch, Prose
from .memos import ThingOut
from .segments import SegmentOut
from .sources import Titled
from .translations import TranslationOut

__all__ = ["CheckForm", "CheckOut", "CitedOut", "EvidenceForm", "EvidenceOut", "EvidencePatch",
           "FindingCode", "FindingForm", "FindingOut", "FindingPatch", "JudgedOut", "LackOut", "LeftOutOut",
           "PlaceForm", "RivalForm", "RivalOut", "StanceCounts"]  # fmt: skip

FindingKind = Literal["description", "pattern", "relation", "cause", "typology", "exception"]
FindingStatus = Literal["hunch", "proposition", "supported", "verified", "qualified", "rejected"]
Stance = Literal["supports", "contradicts", "qualifies"]
Outcome = Literal["holds", "weak", "fails", "not applicable"]
Weight = Annotated[int, Field(ge=0, le=6)]


class JudgedOut(Out):
    """The analyst's own verdict on a check; ``by`` is a name."""

    verdict: str
    note: str
    by: str | None
    created: datetime


class CheckOut(Out):
    """What a tactic shows today, and what the analyst made of it; ``stale`` once what it rested on
    has changed."""

    tactic: str
    title: str
    source: str
    outcome: Outcome
    sentence: str
    advice: str | None
    facts: dict[str, Any]
    judged: JudgedOut | None
    stale: bool

    @classmethod
    def of(cls, card: CheckCard, language: str) -> Self:
        """A check's card in a language."""
        verdict, judged = card.verdict, card.judged
        return cls(
            tactic=verdict.tactic,
            title=translate(card.title, language),
            source=card.source,
            outcome=verdict.outcome,
            sentence=translate(verdict.sentence, language),
            advice=None if verdict.advice is None else translate(verdict.advice, language),
            facts={name: _plain(value, language) for name, value in verdict.facts.items()},
            judged=None
            if judged is None
            else JudgedOut(
                verdict=judged.verdict,
                note=judged.note,
                by=card.judged_by,
                created=judged.created,
            ),
            stale=card.stale,
        )


def _plain(value: object, language: str) -> Any:
    if isinstance(value, Message):
        return show(value, language)
    if isinstance(value, Mapping):
        return {str(name): _plain(one, language) for name, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(one, language) for one in value]
    return value


class LackOut(Out):
    """Something that a status asks for and a finding does not have, and what to do about it."""

    condition: str
    sentence: str
    advice: str

    @classmethod
    def of(cls, lack: Lack, language: str) -> Self:
        """What lacks, in a language."""
        return cls(
            condition=lack.condition,
            sentence=translate(lack.sentence, language),
            advice=translate(lack.advice, language),
        )


class LeftOutOut(Out):
    """What changes without a participant, source or coder: tactics with their outcomes before and
    after, and what the finding would lack for its status."""

    without: Literal["participant", "source", "coder"]
    guid: str
    name: str
    outcomes: dict[str, tuple[Outcome, Outcome]]
    lacks: list[LackOut]
    sentence: str

    @classmethod
    def of(cls, one: LeftOut, language: str) -> Self:
        """What changes, in a language."""
        return cls.model_validate(
            {
                "without": one.kind,
                "guid": one.guid,
                "name": one.name,
                "outcomes": dict(one.outcomes),
                "lacks": [LackOut.of(lack, language) for lack in one.lacks],
                "sentence": translate(one.sentence, language),
            }
        )


class FindingCode(Out):
    """A code a finding is about."""

    guid: str
    path: str
    colour: str


class StanceCounts(Out):
    """Pieces of evidence by where they stand."""

    supports: int
    contradicts: int
    qualifies: int


class RivalOut(Out):
    """Another finding that explains the same; ``why`` says why it is not the one preferred."""

    guid: str
    label: str
    statement: str
    status: str
    why: str

    @classmethod
    def of(cls, rival: Rival) -> Self:
        """A rival."""
        own = ("guid", "label", "statement", "status")
        return cls(**{name: getattr(rival.finding, name) for name in own}, why=rival.why)


class CitedOut(Out):
    """A work a finding cites."""

    guid: str
    key: str
    title: str

    @classmethod
    def of(cls, work: Reference) -> Self:
        """A work by its key and title."""
        return cls(guid=work.guid, key=work.key, title=str(work.csl.get("title", "")))


@dataclass(frozen=True, slots=True)
class Told:
    """What findings are told with: the language, users' names, codes' colours, revisions."""

    language: str
    names: Mapping[str, str]
    colours: Mapping[str, str]
    revisions: Mapping[str, int]


class FindingOut(Out):
    """A finding; ``question`` is a GUID, ``author`` a name, ``unweighed`` counts segments under its
    codes that are no evidence of it. ``lacking`` says of every status what the finding lacks for it;
    ``misquoted`` counts pieces of evidence whose words are gone from their source. ``plausible`` says
    that it is marked as merely plausible; ``confirmed`` names the confirming checks that hold."""

    guid: str
    revision: int
    label: str
    statement: str
    kind: str
    question: str | None
    scope: str
    scope_cases: list[Titled]
    status: str
    confidence: str | None
    rival: str
    codes: list[FindingCode]
    counts: StanceCounts
    unweighed: int
    checks: list[CheckOut]
    position: int | None
    rivals: list[RivalOut]
    references: list[CitedOut]
    lacking: dict[str, list[LackOut]]
    misquoted: int
    plausible: bool
    confirmed: list[str]
    author: str
    created: datetime

    @classmethod
    def of(cls, card: FindingCard, told: Told) -> Self:
        """A finding's card."""
        finding = card.finding
        own = (
            "guid", "label", "statement", "kind", "question", "scope", "status", "confidence",
            "rival", "created",
        )  # fmt: skip
        return cls(
            **{name: getattr(finding, name) for name in own},
            revision=told.revisions[finding.guid],
            scope_cases=[Titled(guid=guid, name=name) for guid, name in card.scope],
            codes=[
                FindingCode(guid=guid, path=path, colour=told.colours.get(guid, "#888888"))
                for guid, path in card.codes
            ],
            counts=StanceCounts(**{name: card.counts.get(name, 0) for name in STANCES}),
            unweighed=card.unweighed,
            checks=[CheckOut.of(check, told.language) for check in card.checks],
            position=card.position,
            rivals=[RivalOut.of(rival) for rival in card.rivals],
            references=[CitedOut.of(work) for work in card.references],
            lacking={
                status: [LackOut.of(lack, told.language) for lack in lacks]
                for status, lacks in card.lacking.items()
            },
            misquoted=card.misquoted,
            plausible=card.plausible,
            confirmed=list(card.confirmed),
            author=told.names.get(finding.user, ""),
        )


class RivalForm(Form):
    """Why the other finding is not the one preferred."""

    why: Prose = ""


class PlaceForm(Form):
    """Where a finding is put: among those of a status, before another or at their end."""

    status: FindingStatus
    before: Guid | None = None


class FindingPatch(Patch):
    """What to change about a finding; ``scope`` is a query over cases."""

    label: Name = ""
    statement: Name = ""
    kind: FindingKind = "description"
    question: Guid | None = None
    scope: Prose = ""
    codes: list[str] = Field(default_factory=list)
    status: FindingStatus = "hunch"
    confidence: str | None = None
    rival: Prose = ""


class FindingForm(FindingPatch):
    """A new finding; without a label it gets the next free one."""

    statement: Name


class EvidenceOut(Out):
    """A piece of evidence with its segment, or the cell of a display that it is; ``lost`` is what it
    quoted where the words are gone. ``weight`` was given by hand, ``weighs`` is what counts: without
    one, what the circumstances on record make."""

    guid: str
    revision: int
    stance: str
    weight: int | None
    weighs: int | None
    circumstances: dict[str, bool]
    translations: list[TranslationOut]
    why: str
    by: str
    created: datetime
    segment: SegmentOut | None
    lost: str | None
    cell: CitedCellOut | None
    thing: ThingOut | None

    @classmethod
    def of(cls, card: EvidenceCard, revision: int, language: str) -> Self:
        """A piece of evidence's card."""
        evidence = card.evidence
        return cls(
            guid=evidence.guid,
            revision=revision,
            stance=evidence.stance,
            weight=evidence.weight,
            weighs=card.weight,
            circumstances=dict(card.circumstances),
            translations=[TranslationOut.of(one) for one in card.translations],
            why=evidence.why,
            by=card.by,
            created=evidence.created,
            segment=None if card.segment is None else SegmentOut.of(card.segment),
            lost=card.lost,
            cell=None if card.cell is None else CitedCellOut.of(card.cell, language),
            thing=None if card.thing is None else ThingOut.model_validate(card.thing),
        )


class EvidencePatch(Patch):
    """What to change about a piece of evidence."""

    stance: Stance = "supports"
    weight: Weight | None = None
    why: Prose = ""


class EvidenceForm(Form):
    """Evidence for a finding: a segment, a stretch of a source in code points, or a work of the
    literature."""

    segment: Guid | None = None
    source: Guid | None = None
    start: Count | None = None
    end: Count | None = None
    reference: Guid | None = None
    stance: Stance = "supports"
    weight: Weight | None = None
    why: Prose = ""

    @model_validator(mode="after")
    def _placed(self) -> Self:
        stretch = None not in {self.source, self.start, self.end}
        if [self.segment is not None, stretch, self.reference is not None].count(True) != 1:
            raise ValueError("give the segment, or source, start and end, or the reference")
        return self


class CheckForm(Form):
    """The analyst's verdict on a check."""

    verdict: Outcome
    note: Prose = ""
