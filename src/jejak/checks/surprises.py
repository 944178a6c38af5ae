"""Surprises: what went against expectation, and what was made of it."""

from __future__ import annotations

from ..model.message import Message, say
from ..model.verdict import FindingFacts, Outcome, Verdict
from .tactic import Tactic

__all__ = ["TACTIC", "examine"]


def examine(facts: FindingFacts) -> Verdict:
    """*Holds* where every surprise on record was followed to a result, or a jotting tells of one;
    else *weak*. It never fails: that nothing surprised nobody can prove."""
    surprises = facts.surprises
    settled = sum(one.settled for one in surprises)
    return Verdict(
        "surprises",
        _outcome(facts, settled),
        _sentence(facts, settled),
        {
            "surprises": len(surprises),
            "sought": sum(one.sought for one in surprises),
            "settled": settled,
            "jottings": facts.memos.get("jotting", 0),
        },
        _advice(facts, settled),
    )


def _outcome(facts: FindingFacts, settled: int) -> Outcome:
    if facts.surprises:
        return "holds" if settled == len(facts.surprises) else "weak"
    return "holds" if facts.memos.get("jotting", 0) else "weak"


def _sentence(facts: FindingFacts, settled: int) -> Message:
    many, jottings = len(facts.surprises), facts.memos.get("jotting", 0)
    if many and settled == many:
        return say(
            "One surprise is on record, and it was followed to a result.|"
            "{n} surprises are on record, and each was followed to a result.",
            n=many,
        )
    if many:
        return say(
            "Surprises on record: {many}; without a result yet: {open}.",
            many=many, open=many - settled,
        )  # fmt: skip
    if jottings:
        return say(
            "One jotting tells what surprised.|{n} jottings tell what surprised.", n=jottings
        )
    return say("Nothing on record tells what went against expectation.")


def _advice(facts: FindingFacts, settled: int) -> Message | None:
    if settled < len(facts.surprises):
        return say("Look for the evidence that each surprise asks for, and write what came of it.")
    if facts.surprises or facts.memos.get("jotting", 0):
        return None
    return say(
        "Put a surprise on record: what was expected, what theory its opposite implies, what "
        "evidence you then sought, and the result."
    )


TACTIC = Tactic(
    name="surprises",
    title=say("Surprises"),
    about=say(
        "Whether what went against expectation was put on record, with the theory it implies, the "
        "evidence sought and the result. A jotting about the finding counts where no surprise is on "
        "record."
    ),
    source="Miles & Huberman 1994 (following up surprises)",
    examine=examine,
    uses=frozenset({"memos", "surprises"}),
)
