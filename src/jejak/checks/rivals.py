"""Rival explanations: what else could explain it, and how it came out against that."""

from __future__ import annotations

from ..model.message import Message, say
from ..model.verdict import FindingFacts, Outcome, Verdict
from .tactic import Tactic
from .words import in_a_row

__all__ = ["TACTIC", "examine"]

_STATES = {
    "ruled out": say("ruled out"),
    "weakened": say("weakened"),
    "retained": say("retained"),
    "joint": say("holds together with it"),
    "": say("not decided"),
}


def examine(facts: FindingFacts) -> Verdict:
    """The outcome by whether a rival was thought of, has evidence of its own and was decided on.
    That nobody thought of one must be written."""
    rivals = facts.rivals
    return Verdict(
        "rivals",
        _outcome(facts),
        _sentence(facts),
        {
            "rivals": [
                {
                    "label": rival.label,
                    "state": rival.state,
                    "evidence": rival.evidence,
                    "for_this": rival.for_this,
                    "for_rival": rival.for_rival,
                }
                for rival in rivals
            ],
            "written": facts.rival_said,
        },
        _advice(facts),
    )


def _outcome(facts: FindingFacts) -> Outcome:
    if not facts.rivals:
        return "weak"
    if any(one.for_rival > one.for_this and one.state != "ruled out" for one in facts.rivals):
        return "fails"
    decided = all(one.state in {"ruled out", "weakened", "joint"} for one in facts.rivals)
    return "holds" if decided and any(one.evidence for one in facts.rivals) else "weak"


def _sentence(facts: FindingFacts) -> Message:
    if facts.rivals:
        told = [
            say("{label} ({state})", label=one.label, state=_STATES.get(one.state, one.state))
            for one in facts.rivals
        ]
        apart = sum(one.for_this + one.for_rival for one in facts.rivals)
        if not apart:
            return say(
                "Rivals: {rivals}. No words speak for one and against the other.",
                rivals=in_a_row(told),
            )
        return say(
            "Rivals: {rivals}. {own} segments speak for it and against a rival, {other} the other way "
            "round.",
            rivals=in_a_row(told),
            own=sum(one.for_this for one in facts.rivals),
            other=sum(one.for_rival for one in facts.rivals),
        )
    if facts.rival_said:
        return say(
            "What else could explain it is written, but is no finding with its own evidence."
        )
    return say("Nobody has said what else could explain it.")


def _advice(facts: FindingFacts) -> Message | None:
    if not facts.rivals:
        return say("Write a rival as a finding of its own, and weigh the same evidence for it.")
    if _outcome(facts) == "holds":
        return None
    if not any(one.evidence for one in facts.rivals):
        return say("Weigh evidence for the rival as you did for this one.")
    return say("Say how each rival came out: ruled out, weakened, retained, or true as well.")


TACTIC = Tactic(
    name="rivals",
    title=say("Rival explanations"),
    about=say(
        "What else could explain it, with evidence of its own, and how the two came out against each "
        "other: words that speak for one and against the other decide."
    ),
    source="Miles & Huberman 1994 (checking out rival explanations); Yin 2018",
    examine=examine,
    uses=frozenset({"rivals", "rival_said"}),
)
