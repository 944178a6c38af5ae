"""The findings: each with what it rests on, to the words in their context, and how it was tested."""

from __future__ import annotations

from ...documents.document import Block, Facts, Fold, Paragraph, Run, Section, Text, cite
from ...model import Message, say
from ...model.finding import STANCES
from ..amounts import evidence_quoted
from ..anchors import code_anchor, finding_anchor
from ..facts import FindingStory, ReportFacts
from ..part import Part
from ..passages import evidence_quote, unweighed_quote
from ..teller import Teller
from .checking import checks_section, status_mark

__all__ = ["PART"]


def _tell(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    if not facts.findings:
        return (Paragraph(tell.text(say("No finding has been written yet."))),)
    quoted = evidence_quoted(len(facts.findings))
    return tuple(_finding(story, tell, quoted) for story in facts.findings)


def _finding(story: FindingStory, tell: Teller, quoted: int) -> Section:
    finding = story.finding
    blocks: list[Block] = [
        Facts(tuple(_facts(story, tell))),
        *_evidence(story, tell, quoted),
        checks_section(story, tell),
    ]
    return Section(finding_anchor(finding), finding.statement, tuple(blocks), label=finding.label)


def _facts(story: FindingStory, tell: Teller) -> list[tuple[str, Text]]:
    finding = story.finding
    told: list[tuple[str, Text]] = [(tell(say("Status")), (status_mark(finding.status, tell),))]
    if story.plausible:
        told.append((tell(say("Plausible only")), tell.text(say("no confirming check holds"))))
    if finding.confidence:
        told.append((tell(say("Confidence")), tell.cell(tell.word(finding.confidence))))
    told.append((tell(say("Kind")), tell.cell(tell.word(finding.kind))))
    if story.question is not None:
        told.append((tell(say("Answers")), tell.cell(story.question.text)))
    told.append((tell(say("Speaks about")), _scope(story, tell)))
    if story.codes:
        told.append((tell(say("Codes")), _codes(story.codes)))
    rivals = [line.strip() for line in finding.rival.splitlines() if line.strip()]
    rival = tell.cell("\n".join(rivals)) if rivals else tell.text(say("none thought of"))
    told.append((tell(say("Rival explanation")), rival))
    told.append((tell(say("Evidence")), tell.text(_counts(story))))
    if story.literature:
        told.append((tell(say("Literature")), (cite(*story.literature),)))
    told.append(
        (tell(say("Written by")), tell.cell(f"{story.author}, {tell.day(finding.created)}"))
    )
    return told


def _scope(story: FindingStory, tell: Teller) -> Text:
    if story.scope_stays:
        return tell.text(say("cases that are decided by something that stays in the study"))
    return tell.cell(story.scope) if story.scope else tell.text(say("no case"))


def _codes(codes: tuple[tuple[str, str], ...]) -> Text:
    parts: list[Run] = []
    for guid, path in codes:
        parts += [Run("; ")] if parts else []
        parts.append(Run(path, link=code_anchor(guid)))
    return tuple(parts)


def _counts(story: FindingStory) -> Message:
    counts = {stance: len(story.of(stance)) for stance in STANCES}
    return say("{supports} for, {qualifies} qualifying, {contradicts} against", **counts)


_STANCES = {
    "supports": say("Evidence for ({n})"),
    "qualifies": say("Evidence that qualifies ({n})"),
    "contradicts": say("Evidence against ({n})"),
}


def _evidence(story: FindingStory, tell: Teller, quoted: int) -> list[Block]:
    sections: list[Block] = []
    anchor = finding_anchor(story.finding)
    for stance, title in _STANCES.items():
        own = story.of(stance)
        if own:
            heading = tell(Message(title.text, {"n": len(own)}))
            quotes: list[Block] = [evidence_quote(one, tell) for one in own[:quoted]]
            if len(own) > quoted:
                left = say("{n} more piece stands in the study.|{n} more pieces stand in the study.",
                           n=len(own) - quoted)  # fmt: skip
                quotes.append(Paragraph(tell.text(left), "note"))
            sections.append(Section(f"{anchor}-{stance}", heading, tuple(quotes), listed=False))
    if not sections:
        sections.append(Paragraph(tell.text(say("No evidence has been given for it yet."))))
    if story.evidence and len(story.of("supports")) == len(story.evidence):
        nothing = say("Nothing that speaks against it or qualifies it is on record.")
        sections.append(Paragraph(tell.text(nothing), "note"))
    return [*sections, *_unweighed(story, tell)]


def _unweighed(story: FindingStory, tell: Teller) -> list[Block]:
    if not story.unweighed_total:
        return []
    summary = say(
        "{n} segment under its codes is not weighed|{n} segments under its codes are not weighed",
        n=story.unweighed_total,
    )
    quotes: list[Block] = [unweighed_quote(one, tell) for one in story.unweighed]
    left = story.unweighed_total - len(story.unweighed)
    if left > 0:
        told = say("{n} more is not listed here.|{n} more are not listed here.", n=left)
        quotes.append(Paragraph(tell.text(told), "note"))
    return [Fold(tell(summary), tuple(quotes))]


PART = Part("findings", say("Findings"), _tell)
