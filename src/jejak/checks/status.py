"""What each status of a finding asks for, and what a finding lacks for it.

A hunch asks for nothing. *Supported* and *verified* are given only to findings that lack nothing
of what they ask for; what *proposition*, *qualified* and *rejected* ask for is told. One that is
marked as merely plausible stays a hunch until a confirming check holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain

from ..model.finding import FINDING_STATUSES
from ..model.message import Message, say
from ..model.verdict import FindingFacts
from . import CHECKS, feedback, outliers, rivals, triangulation

__all__ = ["CONFIRMING", "GUARDED", "PLAUSIBLE", "Lack", "confirmed", "lacking", "lacking_for_each"]

# Statuses that are not given to a finding that lacks something.
GUARDED = ("supported", "verified")
# The thirteen tactics of Miles and Huberman that test a meaning, not those that find one.
CONFIRMING = (
    "representativeness", "researcher-effects", "triangulation", "weight-of-evidence", "outliers",
    "extreme-cases", "surprises", "negative-evidence", "if-then", "spurious-relations", "replication",
    "rivals", "feedback",
)  # fmt: skip
# What keeps a finding that is merely plausible a hunch.
PLAUSIBLE = "plausible"
_DECIDED = frozenset({"ruled out", "weakened", "joint"})
_SOUND = frozenset({"holds", "not applicable"})


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that a status asks for and a finding does not have; ``advice`` says what to do."""

    condition: str
    sentence: Message
    advice: Message


def lacking(
    status: str, facts: FindingFacts, reasons: Mapping[str, str] | None = None
) -> tuple[Lack, ...]:
    """What a finding lacks for a status, empty where it lacks nothing.

    ``reasons`` are the verdicts, by tactic, that an analyst gave with written reasons and that are
    not stale: they count instead of what is computed. Nothing counts instead of the log of searches.
    """
    if status not in FINDING_STATUSES:
        raise ValueError(status)
    found = (ask(facts, reasons or {}) for ask in _ASKED.get(status, ()))
    return tuple(lack for lack in found if lack is not None)


def lacking_for_each(
    facts: FindingFacts, reasons: Mapping[str, str] | None = None
) -> dict[str, tuple[Lack, ...]]:
    """What a finding lacks for every status there is; what several of them ask for is looked at once."""
    said = reasons or {}
    found = {ask: ask(facts, said) for ask in dict.fromkeys(chain(*_ASKED.values()))}
    return {
        status: tuple([lack for ask in _ASKED.get(status, ()) if (lack := found[ask]) is not None])
        for status in FINDING_STATUSES
    }


_Ask = Callable[[FindingFacts, Mapping[str, str]], Lack | None]


def confirmed(facts: FindingFacts, reasons: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The confirming tactics that hold: as computed, or as an analyst judged with written reasons."""
    said = reasons or {}
    return tuple(
        name
        for name in CONFIRMING
        if (said[name] if name in said else CHECKS.get(name).examine(facts).outcome) == "holds"
    )


def _plausible(facts: FindingFacts, reasons: Mapping[str, str]) -> Lack | None:
    if not facts.plausible or confirmed(facts, reasons):
        return None
    return Lack(
        PLAUSIBLE,
        say("It is marked as merely plausible, and no confirming check holds."),
        say(
            "Let one of the checks that confirm hold first: weigh evidence for and against it, look "
            "for another voice, decide a rival. Or take the mark away."
        ),
    )


def _evidence(facts: FindingFacts, _: Mapping[str, str]) -> Lack | None:
    if any(not row.lost for row in facts.evidence):
        return None
    return Lack(
        "evidence",
        say("Nothing is on record that speaks for or against it."),
        say("Give it evidence: words of the material, or a cell of a display."),
    )


def _partly(facts: FindingFacts, reasons: Mapping[str, str]) -> Lack | None:
    if reasons.get("triangulation") in {"holds", "weak"}:
        return None
    if facts.of("supports") and triangulation.reached(facts) != "none":
        return None
    return Lack(
        "triangulation",
        say(
            "It was seen in one way only: neither by several participants nor in several kinds of sources."
        ),
        say(
            "Look for somebody else who tells of it, or for material of another kind that shows it."
        ),
    )


def _fully(facts: FindingFacts, reasons: Mapping[str, str]) -> Lack | None:
    if reasons.get("triangulation") == "holds":
        return None
    if facts.of("supports") and triangulation.reached(facts) == "full":
        return None
    return Lack(
        "triangulation",
        say(
            "It was not seen by several independent participants and in several kinds of sources alike."
        ),
        say("Look for what is lacking: another voice, or another kind of material."),
    )


def _searched(facts: FindingFacts, _: Mapping[str, str]) -> Lack | None:
    if facts.searches:
        return None
    return Lack(
        "search",
        say("No search for what speaks against it is on record."),
        say(
            "Look for what speaks against it, and put the search on record, even if nothing was found."
        ),
    )


def _rivals(facts: FindingFacts, reasons: Mapping[str, str]) -> Lack | None:
    if reasons.get("rivals") in _SOUND:
        return None
    undecided = [one.label for one in facts.rivals if one.state not in _DECIDED]
    if undecided:
        return Lack(
            "rivals",
            say("It was not decided against its rivals: {rivals}.", rivals=undecided),
            say("Say how each rival came out: ruled out, weakened, or true as well."),
        )
    if facts.rivals:
        if rivals.examine(facts).outcome != "fails":
            return None
        return Lack(
            "rivals",
            say("More words decide for a rival than for it."),
            say("Rule the rival out with reasons, or let the finding be qualified or rejected."),
        )
    if facts.rival_said:
        return None
    return Lack(
        "rivals",
        say("Nobody has said what else could explain it."),
        say("Set a rival and decide between the two, or write why there is none."),
    )


def _feedback(facts: FindingFacts, reasons: Mapping[str, str]) -> Lack | None:
    if reasons.get("feedback") in _SOUND:
        return None
    if facts.feedback and feedback.examine(facts).outcome == "holds":
        return None
    if any(row.answer != "no reply" for row in facts.feedback):
        return Lack(
            "feedback",
            say("Somebody who was shown it disagrees, and nothing was done about it."),
            say("Say what was done about each disagreement, and weigh it as evidence against it."),
        )
    return Lack(
        "feedback",
        say("Nobody it speaks about has said what they make of it, nor is it written why not."),
        say(
            "Show it to them and note the answer, or judge the check of feedback and write why none is to be had."
        ),
    )


def _outliers(facts: FindingFacts, reasons: Mapping[str, str]) -> Lack | None:
    if reasons.get("outliers") in _SOUND or outliers.outcome(facts) in _SOUND:
        return None
    return Lack(
        "outliers",
        say("An unusual case is not explained."),
        say(
            "Put on record whether it holds for each unusual case, and where not, what that delimits."
        ),
    )


def _limits(facts: FindingFacts, _: Mapping[str, str]) -> Lack | None:
    if facts.of("qualifies") or facts.of("contradicts"):
        return None
    if any(row.verdict == "fails" for row in facts.standings):
        return None
    return Lack(
        "limits",
        say("Nothing is on record that limits it."),
        say("Weigh the words that qualify or contradict it, or name the cases it fails for."),
    )


def _against(facts: FindingFacts, _: Mapping[str, str]) -> Lack | None:
    against = (
        facts.of("contradicts")
        or any(row.verdict == "fails" for row in facts.standings)
        or any(row.answer == "disagree" for row in facts.feedback)
        or any(one.state == "retained" for one in facts.rivals)
    )
    if against:
        return None
    return Lack(
        "against",
        say("Nothing is on record that speaks against it."),
        say("Weigh what contradicts it, or say which rival was retained."),
    )


_SUPPORTED: tuple[_Ask, ...] = (_plausible, _partly, _searched)
_ASKED: Mapping[str, tuple[_Ask, ...]] = {
    "proposition": (_plausible, _evidence),
    "supported": _SUPPORTED,
    "verified": (_plausible, _fully, _searched, _rivals, _feedback, _outliers),
    "qualified": (_plausible, _searched, _limits),
    "rejected": (_against,),
}
