"""The findings as they are narrated: what each rests on, in the words of the people, and what is against it."""

from __future__ import annotations

from dataclasses import replace

from ...documents.document import Block, Paragraph, Quote, Run, Section, Text, cite
from ...model import Message, Question, say
from ..anchors import finding_anchor
from ..facts import EvidenceFacts, FindingStory, ReportFacts
from ..part import Part
from ..passages import evidence_quote
from ..standings import by_question, standing_of
from ..teller import Teller

__all__ = ["PART"]

# So many quotations of each kind are narrated, the weightiest first.
_FOR, _OTHERS = 3, 2
# A longer quotation is shortened.
_LONGEST = 700
_CUT = " […]"


def _tell(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    if not facts.findings:
        return (Paragraph(tell.text(say("No finding has been written yet."))),)
    groups = by_question(facts)
    blocks: list[Block] = []
    for question, stories in groups:
        told = [_finding(story, tell) for story in stories]
        if len(groups) == 1 and question is None:
            blocks += told
        elif question is None:
            blocks.append(Section("answers-0", tell(say("Other findings")), tuple(told)))
        else:
            blocks.append(_answered(question, told, tell))
    return (*blocks, *_rejected(facts, tell))


def _answered(question: Question, told: list[Section], tell: Teller) -> Section:
    nothing = Paragraph(tell.text(say("No finding answers this question yet.")))
    return Section(f"answers-{question.guid}", question.text, tuple(told) or (nothing,))


def _finding(story: FindingStory, tell: Teller) -> Section:
    finding = story.finding
    sentences = " ".join(tell(one) for one in standing_of(story, tell))
    blocks: list[Block] = [Paragraph((Run(sentences), *_literature(story, tell)))]
    for stance, lead in _LEADS.items():
        own = story.of(stance)
        shown = own[: _FOR if stance == "supports" else _OTHERS]
        if shown:
            blocks.append(Paragraph(tell.text(Message(lead.text, {"n": len(shown)}))))
            blocks += [_quote(one, tell) for one in shown]
        if len(own) > len(shown):
            left = say("{n} more is not quoted here.|{n} more are not quoted here.",
                       n=len(own) - len(shown))  # fmt: skip
            blocks.append(Paragraph(tell.text(left), "note"))
    rivals = [line.strip() for line in finding.rival.splitlines() if line.strip()]
    if rivals:
        lead_in = Run(f"{tell(say('What else could explain it:'))} ")
        blocks.append(Paragraph((lead_in, Run("; ".join(rivals)))))
    anchor = f"told-{finding_anchor(finding)}"
    return Section(anchor, finding.statement, tuple(blocks), label=finding.label)


_LEADS = {
    "supports": say("These words speak for it:"),
    "qualifies": say("These words qualify it:"),
    "contradicts": say("These words speak against it:"),
}


def _literature(story: FindingStory, tell: Teller) -> Text:
    if not story.literature:
        return ()
    return (Run(f" {tell(say('Compare'))} "), cite(*story.literature), Run("."))


def _quote(one: EvidenceFacts, tell: Teller) -> Block:
    block = evidence_quote(one, tell)
    if not isinstance(block, Quote):
        return block
    told = block.told
    if one.passage is not None:
        told = ", ".join(name for name in (one.passage.case, one.passage.source) if name)
    return replace(
        block, told=told, text=_short(block.text), brief=True, anchor=f"told-{block.anchor}"
    )


def _short(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    cut = text.rfind(" ", 0, _LONGEST)
    return text[: cut if cut > 0 else _LONGEST] + _CUT


def _rejected(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    gone = [one.finding for one in facts.findings if one.finding.status == "rejected"]
    if not gone:
        return ()
    lead = say("These were thought at first and rejected, for the evidence was against them:")
    blocks: list[Block] = [Paragraph(tell.text(lead))]
    blocks += [Paragraph((Run(f"{one.label}  ", strong=True), Run(one.statement))) for one in gone]
    return (Section("answers-rejected", tell(say("What did not hold")), tuple(blocks)),)


PART = Part("narrative", say("Findings, narrated"), _tell)
