"""What the study asks, and which findings answer."""

from __future__ import annotations

from ...documents.document import Block, Bullets, Paragraph, Run, Text
from ...model import Question, say
from ..anchors import finding_anchor
from ..facts import ReportFacts
from ..part import Part
from ..teller import Teller

__all__ = ["PART"]


def _tell(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    if not facts.questions:
        return (Paragraph(tell.text(say("No research question has been written down yet."))),)
    return (Bullets(tuple(_question(q, facts, tell) for q in facts.questions), numbered=True),)


def _question(question: Question, facts: ReportFacts, tell: Teller) -> Text:
    answers = [s.finding for s in facts.findings if s.finding.question == question.guid]
    if not answers:
        return (
            Run(question.text),
            Run(" " + tell(say("No finding answers this question yet.")), quiet=True),
        )
    parts: list[Run] = [Run(question.text), Run(f" {tell(say('Answered by'))} ", quiet=True)]
    for number, finding in enumerate(answers):
        parts.append(Run(", " if number else ""))
        parts.append(Run(finding.label, link=finding_anchor(finding)))
    return (*parts, Run("."))


PART = Part("questions", say("Research questions"), _tell)
