"""How findings cite displays, as a report tells it: what was said then beside what is said now."""

from __future__ import annotations

from ..documents.document import Block, Bullets, Paragraph, Run, Text
from ..model import Message, say
from .facts import CitedFacts
from .teller import Teller

__all__ = ["cited_blocks", "cited_words"]

# So many cells of one citation are told.
_MOST = 20


def cited_blocks(every: tuple[CitedFacts, ...], tell: Teller) -> list[Block]:
    """What stands under a display that findings cite."""
    if not every:
        return []
    lines = [line for one in every for line in _lines(one, tell)]
    return [Paragraph(tell.text(say("Cited by findings:"))), Bullets(tuple(lines))]


def cited_words(one: CitedFacts, tell: Teller) -> str:
    """A cell that is evidence, as a quotation has it."""
    if one.stays:
        return tell(say("It stays in the study."))
    return "\n".join(cell(tell.language) for cell in one.cells)


def _lines(one: CitedFacts, tell: Teller) -> list[Text]:
    told = say(
        "{finding}, on {day}, at change {seq}, with the codebook of change {codebook}",
        finding=one.finding, day=tell.day(one.cited), seq=str(one.seq), codebook=str(one.codebook),
    )  # fmt: skip
    lines: list[Text] = [(*tell.text(told), Run(f": {tell(_sum(one))}"))]
    if not one.stays:
        lines += [(Run(cell(tell.language)),) for cell in one.cells[:_MOST]]
    return lines


def _sum(one: CitedFacts) -> Message:
    if one.stays:
        return say("It stays in the study.")
    if one.cell:
        return say("a single cell, as evidence")
    if not one.kept:
        return say("only the change is kept")
    if one.changed:
        return say("{changed} of {n} cells say something else now", changed=one.changed, n=one.kept)
    return say("every cell says the same now")
