"""What a study can say to an item by itself: a state, a sentence, its facts, and where they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from ...model import Message
from ...model.review import ITEM_STATES
from ..facts import CaseFacts, CheckFacts, FindingStory, ReportFacts, SourceFacts

__all__ = [
    "Fill", "Filled", "Place", "check_of", "contacts", "held", "in_field", "named", "of_findings",
    "persons_of", "share",
]  # fmt: skip

_CONTACTS = ("interview", "focus group")
_IN_FIELD = (*_CONTACTS, "observation")
_ON, _PARTLY, _OFF, _NONE = ITEM_STATES
# So many things are named one by one.
_NAMED = 8


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is on record: a thing (its ``kind`` and GUID), or a page of the workspace
    where there is no GUID."""

    kind: str
    guid: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """``state`` is one of :data:`~jejak.model.review.ITEM_STATES`; ``facts`` are plain numbers and
    names; ``advice`` says how more comes on record; ``details`` what was written down, thing by
    thing; ``part`` is the part of the report that tells it."""

    state: str
    sentence: Message
    facts: Mapping[str, object] = field(default_factory=dict)
    advice: Message | None = None
    places: tuple[Place, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    part: str = ""


Fill: TypeAlias = Callable[[ReportFacts], Filled]


def share(some: int, total: int) -> str:
    """The state of what is there for some of so many; for none of none it does not apply."""
    if not total:
        return _NONE
    return _ON if some >= total else _PARTLY if some else _OFF


def contacts(facts: ReportFacts) -> list[SourceFacts]:
    """The interviews and group talks."""
    return [one for one in facts.sources if one.source.kind in _CONTACTS]


def named(kind: str, things: Iterable[tuple[str, str]]) -> tuple[Place, ...]:
    """The first of some things (GUID, name), as places."""
    return tuple(Place(kind, guid, name) for guid, name in list(things)[:_NAMED])


def persons_of(facts: ReportFacts) -> list[CaseFacts]:
    """The cases that are persons."""
    return [one for one in facts.cases if one.case.kind == "person"]


def held(facts: ReportFacts) -> list[FindingStory]:
    """The findings that are held to: all but those rejected."""
    return [one for one in facts.findings if one.finding.status != "rejected"]


def in_field(facts: ReportFacts) -> list[SourceFacts]:
    """What was collected by meeting people or watching."""
    return [one for one in facts.sources if one.source.kind in _IN_FIELD]


def of_findings(stories: Iterable[FindingStory]) -> tuple[Place, ...]:
    """Findings as places."""
    return named("finding", ((one.finding.guid, one.finding.label) for one in stories))


def check_of(story: FindingStory, tactic: str) -> CheckFacts | None:
    """What a check showed of a finding."""
    return next((one for one in story.checks if one.verdict.tactic == tactic), None)
