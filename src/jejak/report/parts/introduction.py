"""What the study is about and asks, and what its author has still to say of why."""

from __future__ import annotations

from ...documents.document import Block, Bullets, Paragraph
from ...model import say
from ..asking import asks
from ..facts import ReportFacts
from ..part import Part
from ..teller import Teller

__all__ = ["PART"]


def _tell(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    ask = say(
        "Say what is known already, with its sources as [@key], what is not known, and why it "
        "matters; then lead over to the questions."
    )
    blocks: list[Block] = [asks(ask, tell)]
    about = facts.info.description.strip()
    if about:
        blocks.append(Paragraph(tell.cell(about)))
    if not facts.questions:
        none = say("No research question has been written down yet.")
        return (*blocks, Paragraph(tell.text(none)))
    lead = say("The study asks this question:|The study asks these {n} questions:",
               n=len(facts.questions))  # fmt: skip
    entries = tuple(tell.cell(one.text) for one in facts.questions)
    return (*blocks, Paragraph(tell.text(lead)), Bullets(entries, numbered=True))


PART = Part("introduction", say("Introduction"), _tell)
