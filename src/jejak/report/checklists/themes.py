"""The findings as a reader meets them: major and minor."""

from __future__ import annotations

from collections import Counter

from ...model import say
from ..facts import ReportFacts
from .filled import Fill, Filled, Place, held, of_findings, share

__all__ = ["FILLS"]

_FIRM = frozenset({"supported", "verified"})
_WRITE = say("Write findings with their evidence: Conclude.")


def _major(facts: ReportFacts) -> Filled:
    firm = [one for one in facts.findings if one.finding.status in _FIRM]
    labels = [one.finding.label for one in firm]
    sentence = (
        say(
            "{n} finding is supported or verified: {labels}."
            "|{n} findings are supported or verified: {labels}.",
            n=len(firm), labels=labels,
        )
        if firm
        else say("No finding is supported or verified yet.")
    )  # fmt: skip
    return Filled(
        "on record" if firm else "not on record", sentence,
        {"firm": len(firm), "findings": len(facts.findings)},
        None if firm else say("Test findings until their status is borne out: Conclude."),
        of_findings(firm), part="findings",
    )  # fmt: skip


def _minor(facts: ReportFacts) -> Filled:
    stories = [
        one
        for one in facts.findings
        if one.finding.kind == "exception" or one.finding.status in {"qualified", "rejected"}
    ]
    against = sum(one.stance != "supports" for story in facts.findings for one in story.evidence)
    sentence = say(
        "Findings that are exceptions, qualified or rejected: {minor}; pieces of evidence that "
        "contradict or qualify: {against}.",
        minor=len(stories), against=against,
    )  # fmt: skip
    return Filled(
        "on record" if stories and against else "partly" if stories or against
        else "not on record",
        sentence, {"minor": len(stories), "against": against},
        say("Keep what does not fit as findings of their own, and as evidence against."),
        of_findings(stories), part="findings",
    )  # fmt: skip


def _synthesis(facts: ReportFacts) -> Filled:
    status = Counter(one.finding.status for one in facts.findings)
    answered = {one.finding.question for one in facts.findings} - {None}
    sentence = say(
        "Findings: {findings}, of which supported or verified: {firm}; questions they answer: {answered} "
        "of {questions}.",
        findings=len(facts.findings), answered=len(answered), questions=len(facts.questions),
        firm=sum(status[one] for one in _FIRM),
    )  # fmt: skip
    total = len(facts.questions)
    state = share(len(answered), total) if total else share(len(facts.findings), 1)
    return Filled(
        state if facts.findings else "not on record", sentence,
        {"findings": len(facts.findings), "answered": len(answered), "questions": total,
         "firm": sum(status[one] for one in _FIRM)},
        _WRITE, of_findings(facts.findings), part="findings",
    )  # fmt: skip


def _scopes(facts: ReportFacts) -> Filled:
    stories = held(facts)
    scoped = [one for one in stories if one.finding.scope.strip()]
    sentence = say(
        "{n} of {total} findings say in a query whom they speak about; the others speak about all.",
        n=len(scoped), total=len(stories),
    )  # fmt: skip
    return Filled(
        share(len(scoped), len(stories)) if stories else "not on record", sentence,
        {"scoped": len(scoped), "findings": len(stories)},
        say("Say with each finding whom it speaks about."),
        of_findings(one for one in stories if one not in scoped) or (Place("findings"),),
        part="findings",
    )  # fmt: skip


FILLS: dict[str, Fill] = {
    "major_themes": _major,
    "minor_themes": _minor,
    "synthesis": _synthesis,
    "scopes": _scopes,
}
