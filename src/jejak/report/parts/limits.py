"""The limits: what the checks and the counts say is thin."""

from __future__ import annotations

from ...documents.document import Block, Bullets, Paragraph, Section, Text
from ...model import Message, say
from ..facts import ReportFacts
from ..part import Part
from ..teller import Teller
from .limits_findings import finding_limits
from .limits_study import study_limits

__all__ = ["PART"]


def _tell(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    groups = (
        ("limits-findings", tell(say("In the findings")), finding_limits(facts, tell)),
        ("limits-study", tell(say("In the study as a whole")), study_limits(facts, tell)),
    )
    lead = say(
        "Composed from the checks and the counts: what a reader should hold against the study."
    )
    sections = tuple(
        Section(anchor, title, (_told(found, tell),)) for anchor, title, found in groups
    )
    return (Paragraph(tell.text(lead)), *sections, Paragraph(tell.text(_limits(facts)), "note"))


def _told(found: list[Text], tell: Teller) -> Block:
    if not found:
        return Paragraph(tell.text(say("Nothing here is thin by these measures.")))
    return Bullets(tuple(found))


def _limits(facts: ReportFacts) -> Message:
    limits = facts.thresholds
    return say(
        "The checks ask for at least {participants} participants, {kinds} kinds of source and "
        "{coders} coders, that no participant gives more than {dominance} of the evidence, and that "
        "at least {coverage} of the cases in scope are heard. These limits are Jejak's own, not the "
        "literature's.",
        participants=limits.participants,
        kinds=limits.kinds,
        coders=limits.coders,
        dominance=f"{limits.dominance:.0%}",
        coverage=f"{limits.coverage:.0%}",
    )


PART = Part("limits", say("Limits"), _tell)
