"""What became of findings that were shown to those they are about."""

from __future__ import annotations

from ...model import say
from ..facts import ReportFacts
from .filled import Fill, Filled, Place, named, persons_of, share

__all__ = ["FILLS"]


def _feedback(facts: ReportFacts) -> Filled:
    persons = {one.case.guid for one in persons_of(facts)}
    given = facts.record.feedback
    who = {one.case for one in given} & persons
    replies = sum(one.answer != "no reply" for one in given)
    agree = sum(one.answer == "agree" for one in given)
    findings = len({one.finding for one in given})
    sentence = (
        say(
            "{findings} shown to {who} of {total} persons; replies: {replies}, of which {agree} agree.",
            findings=say("{n} finding was|{n} findings were", n=findings), who=len(who),
            total=len(persons), replies=replies, agree=agree,
        )
        if given
        else say("No finding is on record as shown to anybody.")
    )  # fmt: skip
    state = share(len(who), len(persons)) if given and persons else "not on record"
    return Filled(
        "partly" if given and state == "not on record" else state, sentence,
        {"shown": len(given), "persons_shown": len(who), "persons": len(persons),
         "replies": replies, "agree": agree, "findings": findings},
        say("Show findings to those they are about and note the answer: the finding, check on feedback."),
        _findings(facts, {one.finding for one in given}), part="findings",
    )  # fmt: skip


def _acted(facts: ReportFacts) -> Filled:
    acted = sum(one.acted for one in facts.record.feedback)
    sentence = say(
        "Answers to findings: {answers}; of these led to something that was done: {acted}.",
        answers=len(facts.record.feedback), acted=acted,
    )  # fmt: skip
    return Filled(
        "partly" if acted else "not on record", sentence,
        {"feedback": len(facts.record.feedback), "acted": acted},
        say("Say what those who took part have of it, and what was done."),
        _findings(facts, {one.finding for one in facts.record.feedback if one.acted}),
        part="findings",
    )  # fmt: skip


def _findings(facts: ReportFacts, guids: set[str]) -> tuple[Place, ...]:
    found = (one.finding for one in facts.findings if one.finding.guid in guids)
    return named("finding", ((one.guid, one.label) for one in found))


FILLS: dict[str, Fill] = {
    "feedback": _feedback,
    "acted": _acted,
}
