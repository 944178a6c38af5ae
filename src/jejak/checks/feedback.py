"""Feedback: what those it speaks about made of a finding."""

from __future__ import annotations

from collections import Counter

from ..model.message import Message, say
from ..model.verdict import FindingFacts, Outcome, Verdict
from .tactic import Tactic
from .voices import names_of
from .words import in_a_row, percent

__all__ = ["TACTIC", "examine"]


def examine(facts: FindingFacts) -> Verdict:
    """The outcome by the answers: without any it is weak, with more against than for it fails, with
    a disagreement that nothing was done about it is weak."""
    answers = Counter(row.answer for row in facts.feedback)
    replies = sum(answers.values()) - answers["no reply"]
    unheeded = [row for row in facts.feedback if row.answer == "disagree" and not row.acted]
    against = [row.case for row in facts.feedback if row.answer == "disagree" and row.case]
    return Verdict(
        "feedback",
        _outcome(facts, answers, replies, len(unheeded)),
        _sentence(facts, answers, replies),
        {
            "shown": len(facts.feedback),
            "replies": replies,
            "agree": answers["agree"],
            "partly": answers["partly"],
            "disagree": answers["disagree"],
            "response": _rate(replies, len(facts.feedback)),
            "agreement": _rate(answers["agree"], replies),
            "disagreeing": names_of(against, facts),
            "without_action": len(unheeded),
        },
        _advice(facts, replies, len(unheeded)),
    )


def _outcome(facts: FindingFacts, answers: Counter[str], replies: int, unheeded: int) -> Outcome:
    if not facts.feedback:
        return "weak" if facts.scope else "not applicable"
    if answers["disagree"] > answers["agree"] + answers["partly"]:
        return "fails"
    return "weak" if not replies or unheeded else "holds"


def _sentence(facts: FindingFacts, answers: Counter[str], replies: int) -> Message:
    if not facts.feedback:
        return say("Nobody it speaks about was shown it.")
    if not replies:
        return say("Shown to {n}; nobody has answered.", n=len(facts.feedback))
    told = say(
        "Shown to {shown}, answered by {replies}: {agree} agree, {partly} partly, {disagree} disagree "
        "({percent}% agree).",
        shown=len(facts.feedback),
        replies=replies,
        agree=answers["agree"],
        partly=answers["partly"],
        disagree=answers["disagree"],
        percent=percent(answers["agree"] / replies),
    )
    against = names_of(
        (row.case for row in facts.feedback if row.answer == "disagree" and row.case), facts
    )
    if not against:
        return told
    return say("{told} Against it: {names}.", told=told, names=in_a_row(against))


def _advice(facts: FindingFacts, replies: int, unheeded: int) -> Message | None:
    if not facts.feedback:
        return say("Show it to those it speaks about, and note what they make of it.")
    if unheeded:
        return say(
            "Say what was done about each disagreement, and weigh it as evidence against it."
        )
    return None if replies else say("Ask again, or show it to others.")


def _rate(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


TACTIC = Tactic(
    name="feedback",
    title=say("Feedback from informants"),
    about=say(
        "What those it speaks about, and others who know, made of it when it was shown to them, and "
        "what was done about it."
    ),
    source="Miles & Huberman 1994 (getting feedback from informants); Lincoln & Guba 1985 (member checks)",
    examine=examine,
    uses=frozenset({"feedback", "scope"}),
)
