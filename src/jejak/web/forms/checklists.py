"""Checklists and their items."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Literal

from ...i18n import translate
from ...model import Message
from ...report.checklists.checklist import Checklist, Domain
from ...report.checklists.filling import FilledItem
from ...services.checklists import Standing
from .form import Out, Patch, Prose

__all__ = [
    "AnswerForm",
    "AnswerOut",
    "ChecklistName",
    "ChecklistOut",
    "DetailOut",
    "DomainOut",
    "ItemOut",
    "ItemPlaceOut",
    "ItemState",
    "ListedOut",
]  # fmt: skip

ChecklistName = Literal["coreq", "criteria", "srqr"]
ItemState = Literal["on record", "partly", "not on record", "not applicable"]


class ListedOut(Out):
    """A checklist there is; ``short`` is how people call it, ``source`` where it was published."""

    name: ChecklistName
    short: str
    title: str
    about: str
    source: str

    @classmethod
    def of(cls, one: Checklist, language: str) -> ListedOut:
        """A checklist in a language."""
        return cls.model_validate(_listed(one, language))


class ItemPlaceOut(Out):
    """Where something is on record: a thing, or a page where there is no GUID."""

    kind: str
    guid: str
    name: str


class DetailOut(Out):
    """What was written down of something."""

    name: str
    text: str


class AnswerOut(Out):
    """What somebody answered; ``own`` says that it is the answer of who asks."""

    guid: str
    state: ItemState
    text: str
    place: str
    by: str
    own: bool
    answered: datetime
    revision: int


class ItemOut(Out):
    """An item: its state as it holds, what the study says by itself (``computed`` is its own state),
    and what was answered, the newest first."""

    number: str
    topic: str
    asks: str
    state: ItemState
    computed: ItemState
    sentence: str
    advice: str | None
    facts: Mapping[str, Any]
    details: list[DetailOut]
    places: list[ItemPlaceOut]
    answers: list[AnswerOut]


class DomainOut(Out):
    """Items that belong together; ``standard`` is what Miles & Huberman call the same."""

    title: str
    standard: str | None
    optional: bool
    items: list[ItemOut]


class ChecklistOut(ListedOut):
    """A checklist as of change ``seq``; ``counts`` leave optional domains out."""

    seq: int
    counts: Mapping[ItemState, int]
    domains: list[DomainOut]

    @classmethod
    def filled(
        cls, standing: Standing, language: str, user: str, revisions: Mapping[str, int]
    ) -> ChecklistOut:
        """A filled checklist for a user (a GUID), in a language."""
        one = standing.filled.checklist
        told = _Told(standing.leaves, language, user, revisions)
        domains = [
            told.domain(each, [i for i in standing.filled.items if i.domain is each])
            for each in one.domains
        ]
        return cls.model_validate(
            {
                **_listed(one, language),
                "seq": standing.seq,
                "counts": standing.filled.counts,
                "domains": domains,
            }
        )


class AnswerForm(Patch):
    """What one answers to an item; what is not given stays as one answered before."""

    state: ItemState = "on record"
    text: Prose = ""
    place: Prose = ""


def _listed(one: Checklist, language: str) -> dict[str, Any]:
    return {
        "name": one.name, "short": one.short, "title": one.title[language],
        "about": one.about[language], "source": one.source,
    }  # fmt: skip


class _Told:
    def __init__(
        self, leaves: Callable[[str], str], language: str, user: str, revisions: Mapping[str, int]
    ) -> None:
        self._leaves = leaves
        self._language = language
        self._user = user
        self._revisions = revisions

    def domain(self, domain: Domain, items: list[FilledItem]) -> dict[str, Any]:
        standard = domain.standard and domain.standard[self._language]
        return {
            "title": domain.title[self._language], "standard": standard,
            "optional": domain.optional, "items": [self._item(one) for one in items],
        }  # fmt: skip

    def _item(self, one: FilledItem) -> dict[str, Any]:
        computed = one.computed
        return {
            "number": one.asked.number,
            "topic": one.asked.topic[self._language],
            "asks": one.asked.asks[self._language],
            "state": one.state,
            "computed": computed.state,
            "sentence": self._say(computed.sentence),
            "advice": computed.advice and self._say(computed.advice),
            "facts": computed.facts,
            "details": [
                {"name": name, "text": self._leaves(text)} for name, text in computed.details
            ],
            "places": computed.places,
            "answers": [
                {
                    "guid": said.guid, "state": said.state, "text": said.text, "place": said.place,
                    "by": said.by, "own": said.user == self._user, "answered": said.when,
                    "revision": self._revisions.get(said.guid, 0),
                }
                for said in one.answers
            ],
        }  # fmt: skip

    def _say(self, message: Message) -> str:
        return self._leaves(translate(message, self._language))
