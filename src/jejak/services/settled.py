"""What a disagreement is that is to be settled, and one that was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..analysis.agreement.settling import Stretch, shared
from ..model import Message, Settlement, say

__all__ = ["Disagreement", "Disagreements", "Had", "SettledCard", "Tally", "told_decision"]


@dataclass(frozen=True, slots=True)
class Had:
    """What a coder (GUID) has at a place: stretches by their places, none where they read it and did not
    code it."""

    coder: str
    name: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A place where coders differ under a code. ``key`` is made of all that they have there: once
    anything of it changes, there is no such disagreement any more. ``apart`` is how many characters two
    of them differ over, on average; ``text`` are the words of the place, ``before`` and ``after`` some of
    those around it."""

    key: str
    source: str
    source_name: str
    start: int
    end: int
    code: str
    code_name: str
    had: tuple[Had, ...]
    apart: float
    text: str
    before: str = ""
    after: str = ""

    @property
    def coded(self) -> tuple[Had, ...]:
        """Those who coded anything in it."""
        return tuple(one for one in self.had if one.stretches)

    @property
    def without(self) -> tuple[Had, ...]:
        """Those who read it and did not code it."""
        return tuple(one for one in self.had if not one.stretches)

    @property
    def choices(self) -> tuple[str, ...]:
        """What it may be settled by: boundaries are merged where two coded, the inner ones where they
        share a word."""
        coded = [one.stretches for one in self.coded]
        merging = () if len(coded) < 2 else ("outer", "inner") if shared(coded) else ("outer",)
        return ("keep", "both", "neither", *merging)

    def told(self) -> Message:
        """Who differs, in words."""
        if self.without:
            return say(
                "{coded} coded it; {without} did not.",
                coded=[one.name for one in self.coded], without=[one.name for one in self.without],
            )  # fmt: skip
        return say("All coded it; where it begins or ends they differ.")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many disagreements there are of a code, or in a source, and the characters they are over."""

    guid: str
    name: str
    count: int
    apart: float


@dataclass(frozen=True, slots=True)
class Disagreements:
    """Some of the disagreements that are open, of ``total``: ``codes`` and ``sources`` count all, those
    with most to talk about first."""

    found: tuple[Disagreement, ...]
    total: int
    codes: tuple[Tally, ...]
    sources: tuple[Tally, ...]
    coders: tuple[tuple[str, str], ...]
    shared: int
    version: int


@dataclass(frozen=True, slots=True)
class SettledCard:
    """A settlement with what it is about by name, and what each had, before."""

    record: Settlement
    code: str
    source: str
    source_name: str
    start: int
    end: int
    text: str
    had: tuple[Had, ...]
    names: Mapping[str, str]

    def told(self) -> Message:
        """What was decided, in words."""
        one = self.record
        return told_decision(one.decision, self.names.get(one.kept or "", ""))


def told_decision(decision: str, kept: str = "") -> Message:
    """A decision in words."""
    return {
        "keep": say("as {coder} has it", coder=kept),
        "both": say("every version stays"),
        "neither": say("nobody’s version stays"),
        "outer": say("boundaries merged: all that anybody coded"),
        "inner": say("boundaries merged: what all who coded it share"),
    }[decision]
