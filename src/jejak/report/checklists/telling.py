"""A filled checklist in words: as a part of a report, a document of its own, and the rows of a table."""

from __future__ import annotations

from collections.abc import Mapping

from ...documents.document import (
    Block,
    Document,
    Facts,
    Mark,
    Paragraph,
    Run,
    Section,
    Table,
    Text,
    Tone,
    words,
)
from ...model import Message, say
from .. import PARTS
from ..facts import ReportFacts
from ..record_facts import AnswerFacts
from ..teller import Teller
from .checklist import Domain
from .filling import FilledItem, FilledList

__all__ = ["STATES", "blocks_of", "counted", "document_of", "rows_of"]

STATES: Mapping[str, Message] = {
    "on record": say("on record"),
    "partly": say("partly on record"),
    "not on record": say("not on record"),
    "not applicable": say("does not apply"),
}
_TONES: Mapping[str, Tone] = {
    "on record": "good", "partly": "fair", "not on record": "poor",
}  # fmt: skip


def counted(filled: FilledList) -> Message:
    """How many items are in which state."""
    counts = filled.counts
    return say(
        "Of {total} items {on} are on record, {partly} in part, {off} are not, {none} do not apply.",
        total=sum(counts.values()), on=counts["on record"], partly=counts["partly"],
        off=counts["not on record"], none=counts["not applicable"],
    )  # fmt: skip


def blocks_of(filled: FilledList, tell: Teller) -> tuple[Block, ...]:
    """The checklist as a part of a report tells it."""
    name = filled.checklist.name
    domains = [
        Section(f"{name}-{number}", tell.value(domain.title), _domain(filled, domain, tell))
        for number, domain in enumerate(filled.checklist.domains, 1)
    ]
    lead = f"{tell.value(filled.checklist.about)} {tell(counted(filled))}"
    return (
        Paragraph(words(lead)), Paragraph(words(filled.checklist.source), "note"), *domains,
    )  # fmt: skip


def _domain(filled: FilledList, domain: Domain, tell: Teller) -> tuple[Block, ...]:
    columns = (
        tell.column(say("No.")),
        tell.column(say("Item")),
        tell.column(say("State")),
        tell.column(say("What is on record")),
    )
    rows = tuple(_row(one, tell) for one in filled.items if one.domain is domain)
    table = Table(columns, rows)
    if domain.standard is None:
        return (table,)
    standard = say("Miles & Huberman’s standard: {standard}", standard=tell.value(domain.standard))
    return (Paragraph(tell.text(standard), "note"), table)


def _row(one: FilledItem, tell: Teller) -> tuple[Text, ...]:
    topic, asks = tell.value(one.asked.topic), tell.value(one.asked.asks)
    state = Mark(tell(STATES[one.state]), _TONES.get(one.state, "none"))
    return (
        words(one.asked.number),
        (Run(topic, strong=True), Run("\n"), Run(asks, quiet=True)),
        (state,),
        tuple(_told(one, tell)),
    )


def _told(one: FilledItem, tell: Teller) -> list[Run]:
    runs: list[Run] = []
    answer = one.answer
    if answer is not None:
        runs += _answered(answer, tell)
    runs.append(Run(tell(one.computed.sentence), quiet=answer is not None and bool(answer.text)))
    for name, text in one.computed.details:
        runs += [Run("\n"), Run(f"{name}: ", strong=True), Run(text)]
    if one.computed.part:
        title = tell(PARTS.get(one.computed.part).title)
        told_in = tell(say("Told in:"))
        runs += [Run(f"\n{told_in} ", quiet=True), Run(title, quiet=True, link=one.computed.part)]
    return runs


def _answered(answer: AnswerFacts, tell: Teller) -> list[Run]:
    by = tell(say("{name}, {day}", name=answer.by, day=tell.day(answer.when)))
    runs = [Run(f"{answer.text} ")] if answer.text else []
    if answer.place:
        runs.append(Run(f"{tell(say('In the report: {place}.', place=answer.place))} "))
    return [*runs, Run(f"({by})", quiet=True), Run("\n")]


def document_of(filled: FilledList, facts: ReportFacts, tell: Teller) -> Document:
    """The checklist as a document of its own."""
    name = filled.checklist.name
    opening = Facts(
        (
            (tell(say("Items")), tell.text(counted(filled))),
            (tell(say("After")), words(filled.checklist.source)),
            (
                tell(say("Study as of")),
                tell.text(
                    say("{day}, as of change {n}", day=tell.day(facts.made), n=facts.version)
                ),
            ),
        )
    )
    sections = tuple(
        Section(f"{name}-{number}", tell.value(domain.title), _domain(filled, domain, tell))
        for number, domain in enumerate(filled.checklist.domains, 1)
    )
    return Document(
        language=tell.language,
        title=facts.info.title,
        subtitle=tell.value(filled.checklist.title),
        opening=(
            Paragraph(words(tell.value(filled.checklist.about)), "lead"),
            opening,
            *sections,
        ),
        sections=(),
        contents="",
        closing=tell(say("Written by Jejak on {day}.", day=tell.day(facts.made))),
        figure=tell(say("Figure")),
        table=tell(say("Table")),
        wide=True,
    )


def rows_of(filled: FilledList, tell: Teller) -> tuple[list[str], list[dict[str, object]]]:
    """The names of the columns, and a row for each item."""
    heads = {
        "number": say("No."), "domain": say("Domain"), "topic": say("Item"),
        "asks": say("What it asks"), "state": say("State"), "sentence": say("What the study says"),
        "details": say("What was written down"), "answer": say("Answer"),
        "place": say("Place in the report"), "by": say("Answered by"), "day": say("Answered on"),
    }  # fmt: skip
    names = {key: tell(head) for key, head in heads.items()}
    rows = [{names[key]: value for key, value in _cells(one, tell).items()} for one in filled.items]
    return list(names.values()), rows


def _cells(one: FilledItem, tell: Teller) -> dict[str, object]:
    answer = one.answer
    return {
        "number": one.asked.number,
        "domain": tell.value(one.domain.title),
        "topic": tell.value(one.asked.topic),
        "asks": tell.value(one.asked.asks),
        "state": tell(STATES[one.state]),
        "sentence": tell(one.computed.sentence),
        "details": "; ".join(f"{name}: {text}" for name, text in one.computed.details),
        "answer": answer.text if answer else "",
        "place": answer.place if answer else "",
        "by": answer.by if answer else "",
        "day": answer.when.date() if answer else None,
    }
