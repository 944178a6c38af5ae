"""The findings beside the literature and each other, question by question, for the author to discuss."""

from __future__ import annotations

from ...documents.document import Block, Bullets, Inline, Paragraph, Run, Section, Text, cite
from ...model import Question, say
from ..anchors import finding_anchor
from ..asking import asks
from ..facts import FindingStory, ReportFacts
from ..part import Part
from ..standings import by_question, cases_of
from ..teller import Teller

__all__ = ["PART"]


def _tell(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    ask = say(
        "Say what the findings mean: which theory they speak to, with its sources as [@key], how they "
        "agree with earlier work or do not, and what follows for practice."
    )
    groups = by_question(facts)
    sections = tuple(_question(question, stories, tell) for question, stories in groups if stories)
    return (asks(ask, tell), *sections)


def _question(question: Question | None, stories: list[FindingStory], tell: Teller) -> Section:
    title = tell(say("Other findings")) if question is None else question.text
    anchor = "discussed-0" if question is None else f"discussed-{question.guid}"
    lead = say("{n} finding answers:|{n} findings answer:", n=len(stories))
    entries = tuple(_entry(story, tell) for story in stories)
    blocks = (Paragraph(tell.text(lead)), Bullets(entries))
    return Section(anchor, title, blocks)


def _entry(story: FindingStory, tell: Teller) -> Text:
    finding = story.finding
    parts: list[Inline] = [
        Run(finding.label, strong=True, link=finding_anchor(finding)),
        Run(f" {finding.statement} ({tell.word(finding.status)})"),
    ]
    against = cases_of((*story.of("qualifies"), *story.of("contradicts")))
    if against:
        told = say("Against it or qualifying it: {cases}.", cases=against)
        parts.append(Run(f" {tell(told)}"))
    if story.literature:
        parts += [Run(f" {tell(say('Compare'))} "), cite(*story.literature), Run(".")]
    else:
        none = say("No literature is linked with it yet.")
        parts.append(Run(f" {tell(none)}", quiet=True))
    return tuple(parts)


PART = Part("discussion", say("Discussion"), _tell)
