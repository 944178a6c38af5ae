"""The trail: who changed what and when, and the last link of the chain that proves it."""

from __future__ import annotations

from ...documents.document import Block, Facts, Fold, Mark, Paragraph, Run, Table, Text
from ...model import say
from ..facts import ReportFacts, TrailFacts, TrailLine
from ..part import Part
from ..teller import Teller

__all__ = ["PART"]


def _tell(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    trail = facts.trail
    if trail.first is None or trail.last is None:
        return (Paragraph(tell.text(say("Nothing has been changed yet."))),)
    lead = say(
        "Every change of the study is on record with its time and its author, and each entry seals "
        "those before it: a history that was altered shows."
    )
    return (
        Paragraph(tell.text(lead)),
        Facts(_ends(trail, trail.first, trail.last, tell)),
        _people(trail, tell),
        _verbs(trail, tell),
        _list(trail, tell),
    )


def _ends(
    trail: TrailFacts, first: TrailLine, last: TrailLine, tell: Teller
) -> tuple[tuple[str, Text], ...]:
    return (
        (tell(say("Changes")), tell.cell(trail.total)),
        (tell(say("First")), tell.cell(_line(first, tell))),
        (tell(say("Last")), tell.cell(_line(last, tell))),
        (tell(say("Last link (SHA-256)")), tell.cell(trail.digest)),
    )


def _line(line: TrailLine, tell: Teller) -> str:
    return f"{tell.value(line.time)}, {line.who}: {tell(line.verb)}"


def _people(trail: TrailFacts, tell: Teller) -> Table:
    columns = (tell.column(say("Person")), tell.column(say("Changes"), number=True))
    rows = tuple((tell.cell(name), tell.cell(n)) for name, n in trail.by_person)
    return Table(columns, rows, tell(say("Changes by person")))


def _verbs(trail: TrailFacts, tell: Teller) -> Table:
    columns = (tell.column(say("What was done")), tell.column(say("Times"), number=True))
    rows = tuple((tell.text(verb), tell.cell(n)) for verb, n in trail.by_verb)
    return Table(columns, rows, tell(say("Changes by what was done")))


def _list(trail: TrailFacts, tell: Teller) -> Fold:
    columns = (
        tell.column(say("No."), number=True),
        tell.column(say("When")),
        tell.column(say("Who")),
        tell.column(say("What")),
    )
    table = Table(columns, tuple(_row(line, tell) for line in trail.lines))
    blocks: list[Block] = [table]
    if trail.left:
        left = say(
            "{n} changes between the first and the last listed here are left out.", n=trail.left
        )
        blocks.append(Paragraph(tell.text(left), "note"))
    return Fold(tell(say("The list of changes")), tuple(blocks))


def _row(line: TrailLine, tell: Teller) -> tuple[Text, ...]:
    what: Text = (Run(tell(line.verb)),)
    if line.undone:
        what = (*what, Run(" "), Mark(tell(say("undone")), "none"))
    return (tell.cell(line.seq), tell.cell(line.time), tell.cell(line.who), what)


PART = Part("trail", say("The trail"), _tell)
