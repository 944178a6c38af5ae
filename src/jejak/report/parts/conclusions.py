"""The conclusions: what answers each question and how firmly it stands, what is not answered."""

from __future__ import annotations

from ...documents.document import Block, Inline, Paragraph, Run, Text
from ...model import Message, Question, say
from ..anchors import finding_anchor
from ..asking import asks
from ..facts import FindingStory, ReportFacts
from ..part import Part
from ..standings import answers
from ..teller import Teller

__all__ = ["PART"]

# What is not yet more than a thought is no conclusion.
_FIRM = ("verified", "supported", "qualified")


def _tell(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    ask = say(
        "Say in a few sentences of your own what the answers come to, and for whom they matter."
    )
    asked = [_answer(one, answers(facts, one), tell) for one in facts.questions]
    rest = answers(facts, None)
    firm = [one for one in rest if one.finding.status in _FIRM]
    if firm:
        asked.append(Paragraph((Run(f"{tell(say('Beyond the questions:'))} "), *_told(firm, tell))))
    if not asked:
        asked = [Paragraph(tell.text(say("No finding has been written yet.")))]
    return (asks(ask, tell), *asked)


def _answer(question: Question, stories: list[FindingStory], tell: Teller) -> Block:
    asked = Run(f"{question.text} ", emphasis=True)
    firm = [one for one in stories if one.finding.status in _FIRM]
    weak = len(stories) - len(firm)
    parts: list[Inline] = [asked]
    if firm:
        parts += _told(firm, tell)
    else:
        parts.append(Run(tell(say("No finding answers it firmly enough to conclude."))))
    if weak:
        parts.append(Run(f" {tell(_weak(weak))}", quiet=True))
    return Paragraph(tuple(parts))


def _weak(n: int) -> Message:
    return say(
        "{n} more finding is a hunch or a proposition so far."
        "|{n} more findings are hunches or propositions so far.",
        n=n,
    )


def _told(stories: list[FindingStory], tell: Teller) -> Text:
    parts: list[Inline] = []
    for number, story in enumerate(stories):
        finding = story.finding
        statement = finding.statement.rstrip().rstrip(".")
        parts += [
            Run(" " if number else ""), Run(f"{statement} ("),
            Run(finding.label, link=finding_anchor(finding)),
            Run(f", {tell.word(finding.status)})."),
        ]  # fmt: skip
    return tuple(parts)


PART = Part("conclusions", say("Conclusions"), _tell)
