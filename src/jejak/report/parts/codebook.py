"""The codebook: the tree with its counts, and every entry in full."""

from __future__ import annotations

from collections.abc import Sequence

from ...documents.document import Block, Facts, Fold, Paragraph, Run, Section, Table, Text
from ...model import say
from ..anchors import code_anchor
from ..facts import CodeFacts, ReportFacts
from ..frames_named import frame_title
from ..part import Part
from ..teller import Teller

__all__ = ["PART"]


def _tell(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    if not facts.codes:
        return (Paragraph(tell.text(say("The codebook is empty."))),)
    lead = say("The codebook holds {n} code.|The codebook holds {n} codes.", n=len(facts.codes))
    folds = tuple(_family(family, tell) for family in _families(facts.codes))
    entries = Section("entries", tell(say("Entries")), folds)
    return (Paragraph(tell.text(lead)), _tree(facts.codes, tell), entries)


def _families(codes: Sequence[CodeFacts]) -> list[list[CodeFacts]]:
    families: list[list[CodeFacts]] = []
    for code in codes:
        if code.depth == 0:
            families.append([])
        families[-1].append(code)
    return families


def _tree(codes: Sequence[CodeFacts], tell: Teller) -> Table:
    columns = (
        tell.column(say("Code")),
        tell.column(say("Short definition")),
        tell.column(say("Codings"), number=True),
        tell.column(say("With those below"), number=True),
        tell.column(say("Coders"), number=True),
    )
    rows = tuple(
        (
            (Run(one.code.name, strong=one.depth == 0, link=code_anchor(one.code.guid)),),
            tell.cell(one.code.short or None),
            tell.cell(one.codings if one.code.codable else None),
            tell.cell(one.below),
            tell.cell(one.coders if one.code.codable else None),
        )
        for one in codes
    )
    depths = tuple(one.depth for one in codes)
    return Table(columns, rows, tell(say("The code tree with its codings")), depths)


def _family(family: list[CodeFacts], tell: Teller) -> Fold:
    count = say("{n} entry|{n} entries", n=len(family))
    summary = f"{family[0].code.name} ({tell(count)})"
    return Fold(summary, tuple(_entry(one, tell) for one in family))


def _entry(one: CodeFacts, tell: Teller) -> Section:
    code = one.code
    told: list[tuple[str, Text]] = [
        (tell(label), tell.cell(text))
        for label, text in (
            (say("Short definition"), code.short),
            (say("Definition"), code.definition if code.definition != code.short else ""),
            (say("When to use"), code.when_to_use),
            (say("When not to use"), code.when_not_to_use),
            (say("Examples"), "\n".join(code.examples)),
            (say("Frame"), code.frame and frame_title(code.frame)),
        )
        if text
    ]
    kind = f"{tell.word(code.kind)}; {tell(_CYCLES.get(code.cycle, say('first cycle')))}"
    told.append((tell(say("Kind")), tell.cell(kind)))
    blocks: list[Block] = [Facts(tuple(told))]
    if not (code.definition or code.short):
        blocks.insert(0, Paragraph(tell.text(say("It has no definition yet.")), "note"))
    return Section(code_anchor(code.guid), code.name, tuple(blocks), listed=False)


_CYCLES = {"first": say("first cycle"), "second": say("second cycle")}

PART = Part("codebook", say("Codebook"), _tell)
