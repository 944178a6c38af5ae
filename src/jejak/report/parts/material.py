"""What the study rests on: its sources by kind, and each of them."""

from __future__ import annotations

from collections.abc import Iterable

from ...documents.document import Block, Fold, Paragraph, Table, Text
from ...model import Message, say
from ..facts import ReportFacts, SourceFacts
from ..part import Part
from ..teller import Teller

__all__ = ["PART"]

# A report lists so many sources; beyond that a list is no reading.
_LISTED = 2_000
_OPEN = 25


def _tell(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    if not facts.sources:
        return (Paragraph(tell.text(say("No material has been brought in yet."))),)
    blocks: list[Block] = [Paragraph(tell.text(_lead(facts, tell))), _kinds(facts, tell)]
    every = _every(facts.sources[:_LISTED], tell)
    left = len(facts.sources) - _LISTED
    if left > 0:
        note = Paragraph(tell.text(say("{n} more sources are not listed here.", n=left)), "note")
        return (*blocks, Fold(tell(say("Every source")), (every, note)))
    if len(facts.sources) > _OPEN:
        return (*blocks, Fold(tell(say("Every source")), (every,)))
    return (*blocks, every)


def _lead(facts: ReportFacts, tell: Teller) -> Message:
    dates = _dates(facts.sources)
    length = sum(one.source.length for one in facts.sources)
    if not dates:
        return say(
            "The study rests on {sources} sources with {length} characters of text.",
            sources=len(facts.sources), length=length,
        )  # fmt: skip
    return say(
        "The study rests on {sources} sources with {length} characters of text, "
        "collected from {first} to {last}.",
        sources=len(facts.sources),
        length=length,
        first=tell.when(dates[0]),
        last=tell.when(dates[-1]),
    )


def _dates(sources: Iterable[SourceFacts]) -> list[str]:
    return sorted(one.source.collected for one in sources if one.source.collected)


def _kinds(facts: ReportFacts, tell: Teller) -> Table:
    kinds = dict.fromkeys(one.source.kind for one in facts.sources)
    rows = []
    for kind in kinds:
        own = [one for one in facts.sources if one.source.kind == kind]
        dates = _dates(own)
        methods = list(dict.fromkeys(one.source.method for one in own if one.source.method))
        span = dict.fromkeys((tell.when(dates[0]), tell.when(dates[-1]))) if dates else ()
        rows.append(
            (
                tell.cell(tell.title(kind)),
                tell.cell(len(own)),
                tell.cell(sum(one.source.length for one in own)),
                tell.cell(sum(one.codings for one in own)),
                tell.cell(" – ".join(span)),
                tell.cell("; ".join(methods)),
            )
        )
    columns = (
        tell.column(say("Kind")),
        tell.column(say("Sources"), number=True),
        tell.column(say("Characters"), number=True),
        tell.column(say("Codings"), number=True),
        tell.column(say("Collected")),
        tell.column(say("How")),
    )
    return Table(columns, tuple(rows), tell(say("The material by kind")))


def _every(sources: tuple[SourceFacts, ...], tell: Teller) -> Table:
    columns = (
        tell.column(say("Source")),
        tell.column(say("Kind")),
        tell.column(say("Language")),
        tell.column(say("Collected")),
        tell.column(say("Collected by")),
        tell.column(say("Cases")),
        tell.column(say("Characters"), number=True),
        tell.column(say("Codings"), number=True),
    )
    return Table(columns, tuple(_row(one, tell) for one in sources), tell(say("Every source")))


def _row(one: SourceFacts, tell: Teller) -> tuple[Text, ...]:
    source = one.source
    return (
        tell.cell(source.name),
        tell.cell(tell.word(source.kind)),
        tell.cell(tell.word(source.language) if source.language else None),
        tell.cell(tell.when(source.collected) or None),
        tell.cell(source.collector),
        tell.cell(", ".join(one.cases) or None),
        tell.cell(source.length),
        tell.cell(one.codings),
    )


PART = Part("material", say("Material"), _tell)
