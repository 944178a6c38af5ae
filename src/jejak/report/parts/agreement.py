"""Agreement and saturation: exactly what was computed, and what it came to."""

from __future__ import annotations

from ...documents.document import Block, Bullets, Paragraph, Run, Section, Table, Text
from ...model import Message, say
from ..facts import ReportFacts
from ..part import Part
from ..reading_facts import AgreementFacts, AgreementLine, RoundLine, SaturationFacts
from ..teller import Teller

__all__ = ["PART"]


def _tell(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    reading = facts.reading
    sections = [
        Section("agreement-coders", tell(say("Agreement of coders")),
                _agreement(reading.agreement, facts, tell)),
    ]  # fmt: skip
    if reading.rounds:
        sections.append(
            Section(
                "agreement-rounds", tell(say("Rounds of coding")), (_rounds(reading.rounds, tell),)
            )
        )
    sections.append(
        Section(
            "agreement-saturation", tell(say("Saturation")), _saturation(reading.saturation, tell)
        )
    )
    return tuple(sections)


def _paragraph(told: tuple[Message, ...], tell: Teller) -> Paragraph:
    return Paragraph((Run(" ".join(tell(one) for one in told)),))


def _agreement(found: AgreementFacts | None, facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    if found is None:
        people = [one.name for one in facts.method.coders if one.by_origin and not one.machine]
        told = (
            say("{coder} coded alone: there is no agreement to tell.", coder=people[0])
            if len(people) == 1
            else say("Fewer than two people have coded: there is no agreement to tell.")
        )
        return (Paragraph(tell.text(told)),)
    blocks: list[Block] = [_paragraph(found.methods, tell)]
    blocks += [Paragraph(tell.text(one)) for one in found.remarks]
    known = [one for one in found.lines if one.value is not None]
    without = [one for one in found.lines if one.value is None and one.code is not None]
    if known:
        blocks.append(_table(known, tell))
    if known and without:
        names = [one.code for one in without]
        blocks.append(
            Paragraph(
                tell.text(
                    say(
                        "{n} code has no value, for it was used by nobody or everywhere: {names}.|"
                        "{n} codes have no value, for they were used by nobody or everywhere: {names}.",
                        n=len(names), names=names,
                    )
                )
            )
        )  # fmt: skip
    blocks.append(
        Paragraph(
            tell.text(
                say("Coders differ in {n} place.|Coders differ in {n} places.", n=found.differences)
            )
        )
    )
    return tuple(blocks)


def _bounds(low: float | None, high: float | None, tell: Teller, *, interval: bool) -> Text:
    if low is None or high is None:
        return ()
    shown = say("{low} to {high}", low=_rounded(low), high=_rounded(high))
    return tell.text(shown if interval else say("({bounds})", bounds=shown))


def _rounded(value: float) -> float:
    """With two digits, and never less than nothing by so little that nothing is left of it."""
    return round(value, 2) + 0.0


def _table(lines: list[AgreementLine], tell: Teller) -> Table:
    columns = (
        tell.column(say("Code")), tell.column(say("Agreement"), number=True),
        tell.column(say("95% interval")),
    )  # fmt: skip
    rows = tuple(
        (
            (Run(one.code or tell(say("All codes jointly")), strong=one.code is None),),
            tell.cell(_rounded(one.value or 0.0)),
            _bounds(one.low, one.high, tell, interval=one.interval),
        )
        for one in lines
    )
    caption = say(
        "Agreement by code; in brackets, between which values it lies without any one source"
    )
    return Table(columns, rows, tell(caption))


def _rounds(rounds: tuple[RoundLine, ...], tell: Teller) -> Table:
    columns = (
        tell.column(say("Round")), tell.column(say("Closed")), tell.column(say("Coders")),
        tell.column(say("Sources compared"), number=True), tell.column(say("Coefficient")),
        tell.column(say("Agreement"), number=True), tell.column(say("95% interval")),
    )  # fmt: skip
    rows = tuple(
        (
            (Run(one.name),), (Run(tell.day(one.closed)),),
            tell.text(say("{coder} with themselves", coder=list(one.coders)))
            if one.again
            else tell.cell(list(one.coders)),
            tell.cell(one.sources), tell.text(one.measure),
            tell.cell(None if one.value is None else _rounded(one.value)),
            _bounds(one.low, one.high, tell, interval=one.interval),
        )
        for one in rounds
    )  # fmt: skip
    return Table(columns, rows, tell(say("What each round came to when it was closed")))


def _saturation(found: SaturationFacts | None, tell: Teller) -> tuple[Block, ...]:
    if found is None:
        return (Paragraph(tell.text(say("Nothing is coded yet, so saturation cannot be told."))),)
    if found.off is not None:
        return (
            Paragraph(tell.text(say("This study reckons no saturation: {why}", why=found.off))),
        )
    blocks: list[Block] = [_paragraph(found.methods, tell)]
    blocks += [Paragraph(tell.text(one)) for one in found.remarks]
    if found.thin:
        blocks.append(Bullets(tuple(tell.text(one) for one in found.thin)))
    return tuple(blocks)


PART = Part(
    "agreement", say("Agreement and saturation"), _tell,
    {"methods-appendix": "codebook", "thesis-chapter": "testing", "project-report": "method",
     "article": "testing"},
)  # fmt: skip
