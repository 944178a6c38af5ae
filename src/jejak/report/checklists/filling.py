"""A checklist filled: what the study says to each item, and beside or over it what an analyst does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from ...model import say
from ...model.review import ITEM_STATES
from ..facts import ReportFacts
from ..record_facts import AnswerFacts
from .checklist import Asked, Checklist, Domain, checklist
from .filled import Fill, Filled, Place, share

__all__ = ["FILLS", "FilledItem", "FilledList", "filled_list"]

_UNSAID = Filled(
    "not on record",
    say("A study keeps nothing of this: it is for you to say."),
    advice=say("Answer it in your own words."),
)


@dataclass(frozen=True, slots=True)
class FilledItem:
    """An item with what the study says to it and what people answered, the newest answer first; the
    newest is what holds."""

    domain: Domain
    asked: Asked
    computed: Filled
    answers: tuple[AnswerFacts, ...] = ()

    @property
    def answer(self) -> AnswerFacts | None:
        """The answer that holds."""
        return self.answers[0] if self.answers else None

    @property
    def state(self) -> str:
        """As it was answered, or as the study says."""
        return self.answers[0].state if self.answers else self.computed.state


@dataclass(frozen=True, slots=True)
class FilledList:
    """A checklist with all its items filled; ``counts`` go by state, optional domains left out."""

    checklist: Checklist
    items: tuple[FilledItem, ...]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many items are in which state, in the order of the states."""
        found = Counter(one.state for one in self.items if not one.domain.optional)
        return {state: found[state] for state in ITEM_STATES}


def filled_list(name: str, facts: ReportFacts) -> FilledList:
    """A checklist as it stands. Raises :class:`NotFound`."""
    wanted = checklist(name)
    answers: dict[str, list[AnswerFacts]] = {}
    for one in sorted(facts.record.answers, key=lambda a: (a.when, a.guid), reverse=True):
        if one.checklist == wanted.name:
            answers.setdefault(one.item, []).append(one)
    items = tuple(
        FilledItem(domain, item, _computed(item, facts), tuple(answers.get(item.number, ())))
        for domain in wanted.domains
        for item in domain.items
    )
    return FilledList(wanted, items)


def _computed(item: Asked, facts: ReportFacts) -> Filled:
    return FILLS[item.fill](facts) if item.fill else _UNSAID


def _trustworthiness(facts: ReportFacts) -> Filled:
    found = filled_list("criteria", facts)
    items = [one for one in found.items if not one.domain.optional]
    known = [one for one in items if one.state in {"on record", "partly"}]
    sentence = say(
        "Of {total} techniques of trustworthiness {known} are on record, {partly} of them in part.",
        known=len(known), total=len(items), partly=found.counts["partly"],
    )  # fmt: skip
    state = share(len(known) - found.counts["partly"], len(items))
    return Filled(
        "partly" if known and state == "not on record" else state, sentence,
        {"techniques": len(items), "known": len(known), "partly": found.counts["partly"]},
        say("See which are missing among the criteria of trustworthiness."), (Place("criteria"),),
        part="criteria",
    )  # fmt: skip


_ROOMS = (
    "codes", "coding", "consent", "contacts", "feedback", "fieldwork", "material", "people", "prior",
    "questioned", "quoted", "sample", "sheets", "surroundings", "tested", "themes", "trail", "writing",
)  # fmt: skip
FILLS: dict[str, Fill] = {}
for _room in _ROOMS:
    FILLS |= import_module(f".{_room}", __package__).FILLS
FILLS["trustworthiness"] = _trustworthiness
