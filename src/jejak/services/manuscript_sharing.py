"""Which sources a manuscript rests on may be handed to strangers, and why the others may not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model import Case, Message, Source, say
from ..store import Rows
from .name_index import natural_key
from .taking_part import TakingPart

__all__ = ["Sharing", "Standing", "sharing"]

QUOTE, SHARE = "quote", "share_transcript"
# What researchers wrote themselves: nobody else has to agree where nobody takes part.
_OWN = ("observation",)
# In these one who is no case speaks too: whoever asks.
_ASKING = ("interview", "focus group")


@dataclass(frozen=True, slots=True)
class Standing:
    """A source: why its text is not shared (``None``: it is), and whether its words may be quoted."""

    source: Source
    reason: Message | None
    quotable: bool


@dataclass(frozen=True, slots=True)
class Sharing:
    """What may be shared of some sources, in order of their names."""

    standings: tuple[Standing, ...]

    @property
    def unquotable(self) -> frozenset[str]:
        """The sources (GUIDs) whose words may not be quoted."""
        return frozenset(one.source.guid for one in self.standings if not one.quotable)


def sharing(rows: Rows, sources: Iterable[str]) -> Sharing:
    """What may be shared of sources (GUIDs): a text only where everybody who takes part in it has a
    consent in force that says its transcripts may be shared."""
    taking = TakingPart(rows)
    found = sorted(rows.among(Source, "guid", sources), key=lambda one: natural_key(one.name))
    return Sharing(tuple(_standing(taking, one) for one in found))


def _standing(taking: TakingPart, source: Source) -> Standing:
    """What may be done with a source."""
    people, others = taking.people(source)
    refused = any(taking.withdrew(one) or taking.says(one, QUOTE) is False for one in people)
    return Standing(source, _reason(taking, source, people, others), quotable=not refused)


def _reason(
    taking: TakingPart, source: Source, people: Sequence[Case], others: int
) -> Message | None:
    if source.kind == "literature":
        return say("Published by others: it is cited.")
    if not source.length:
        return say("There is no text of it.")
    if not people and source.kind not in _OWN:
        return say("Nobody is on record whose words these are, so nobody agreed.")
    without = [one.name for one in people if not taking.in_force(one)]
    if without:
        return say("There is no consent in force of {names}.", names=without)
    silent = [one.name for one in people if taking.says(one, SHARE) is not True]
    if silent:
        return say("{names} did not agree to transcripts being shared.", names=silent)
    if others > (source.kind in _ASKING):
        return say(
            "Somebody speaks in it who is tied to no case.|{n} speak in it who are tied to no case.",
            n=others - (source.kind in _ASKING),
        )
    return None
