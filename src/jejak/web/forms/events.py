"""Events, states, and what leads to what."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field

from ...i18n import translate
from ...model import Event, Message, Rating, State
from ...services.event_cards import EventCard, LeadCard, StateCard
from ...services.evidence_ties import Shown
from .form import Form, Guid, Name, Out, Patch, Prose
from .memos import ThingOut

__all__ = [
    "Dated",
    "EventForm",
    "EventOrder",
    "EventPatch",
    "HappenedOut",
    "LeadForm",
    "LeadOut",
    "ShownForm",
    "ShownForms",
    "StateForm",
    "StateOut",
    "StatePatch",
    "When",
]  # fmt: skip

When = Annotated[str, Field(max_length=200)]
Line = Annotated[str, Field(max_length=1_000)]
End = Literal["event", "state"]


class ShownForm(Form):
    """A passage: a segment or coding by GUID, or a stretch of a source in code points."""

    segment: Guid | None = None
    source: Guid | None = None
    start: int = 0
    end: int = 0

    def shown(self) -> Shown:
        """As the services take it."""
        if self.segment is not None:
            return self.segment
        return self.source or "", self.start, self.end


class ShownForms(Form):
    """Passages to be tied to something."""

    shown: Annotated[list[ShownForm], Field(min_length=1, max_length=1_000)]


class EventPatch(Patch):
    """What to change about an event; ``actors`` are cases by name or GUID, all of them."""

    name: Name = ""
    date: When = ""
    kind: Line = ""
    place: Line = ""
    critical: bool = False
    impact: Prose = ""
    description: Prose = ""
    actors: list[Name] = Field(default_factory=list)


class EventForm(Form):
    """A new event. Without ``actors`` (``null``) those act in it whose words ``shown`` are."""

    name: Name
    date: When = ""
    kind: Line = ""
    place: Line = ""
    critical: bool = False
    impact: Prose = ""
    description: Prose = ""
    actors: list[Name] | None = None
    shown: list[ShownForm] = Field(default_factory=list)


class EventOrder(Form):
    """Events in the order they happened, which counts where their dates do not tell it."""

    guids: Annotated[list[Guid], Field(max_length=100_000)]


class Dated(Out):
    """Something of a time: ``date`` in its exact form, ``when`` as people read it."""

    guid: str
    revision: int
    date: str
    when: str

    @classmethod
    def _told(
        cls,
        record: Event | State | Rating,
        when: Message,
        revision: int,
        language: str,
        **more: object,
    ) -> Self:
        """A record as it stands, with what it does not have itself."""
        own = {name: getattr(record, name, None) for name in cls.model_fields}
        told = {"revision": revision, "when": translate(when, language)}
        return cls.model_validate(own | told | more)


class ActorOut(Out):
    """A case that acts in an event."""

    guid: str
    name: str


class LeadOut(Out):
    """What something leads to, or what leads to it, and why; ``guid`` is the relation's."""

    guid: str
    kind: End
    target: str
    label: str
    why: str

    @classmethod
    def of(cls, card: LeadCard) -> Self:
        """One end of a relation."""
        return cls.model_validate(
            {
                "guid": card.guid, "kind": card.thing.kind, "target": card.thing.guid,
                "label": card.thing.label, "why": card.why,
            }
        )  # fmt: skip


class Led(Dated):
    """An event or a state, and what leads to it and on."""

    name: str
    description: str
    leads: list[LeadOut]
    follows: list[LeadOut]


class HappenedOut(Led):
    """An event; ``by`` is who noted it."""

    by: str
    kind: str
    place: str
    critical: bool
    impact: str
    actors: list[ActorOut]
    evidence: list[ThingOut]

    @classmethod
    def told(cls, card: EventCard, revision: int, language: str) -> Self:
        """An event as it stands."""
        return cls._told(
            card.event, card.when, revision, language, **_ties(card), by=card.by,
            actors=[ActorOut(guid=guid, name=name) for guid, name in card.actors],
            evidence=[ThingOut.model_validate(one) for one in card.evidence],
        )  # fmt: skip


class StateForm(Form):
    """A new state."""

    name: Name
    date: When = ""
    description: Prose = ""


class StatePatch(Patch):
    """What to change about a state."""

    name: Name = ""
    date: When = ""
    description: Prose = ""


class StateOut(Led):
    """A state."""

    @classmethod
    def told(cls, card: StateCard, revision: int, language: str) -> Self:
        """A state as it stands."""
        return cls._told(card.state, card.when, revision, language, **_ties(card))


def _ties(card: EventCard | StateCard) -> dict[str, object]:
    return {
        "leads": [LeadOut.of(one) for one in card.leads],
        "follows": [LeadOut.of(one) for one in card.follows],
    }


class LeadForm(Form):
    """That an event or state leads to another, and why."""

    origin_kind: End
    origin: Guid
    target_kind: End
    target: Guid
    why: Prose = ""
