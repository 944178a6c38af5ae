"""Who and what is spoken about: cases by pseudonym, their attributes, and what was agreed."""

from __future__ import annotations

from ...documents.document import Block, Column, Facts, Mark, Paragraph, Section, Table, Text
from ...model import Message, say
from ..facts import CaseFacts, ReportFacts
from ..part import Part
from ..teller import Teller

__all__ = ["PART"]

# More attributes than this stand below each other, case by case.
_ACROSS = 5


def _tell(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    if not facts.cases:
        return (Paragraph(tell.text(say("No case has been described yet."))),)
    names = list(dict.fromkeys(name for case in facts.cases for name in case.attributes))
    lead = say(
        "{n} case is spoken about, known by a pseudonym only."
        "|{n} cases are spoken about, known by pseudonyms only.",
        n=len(facts.cases),
    )
    blocks: list[Block] = [Paragraph(tell.text(lead)), _table(facts, names[:_ACROSS], tell)]
    if len(names) > _ACROSS:
        blocks += [_more(case, names[_ACROSS:], tell) for case in facts.cases if case.attributes]
    return (*blocks, _consent(facts, tell))


def _table(facts: ReportFacts, names: list[str], tell: Teller) -> Table:
    columns = (
        tell.column(say("Case")),
        tell.column(say("Kind")),
        *(_attribute(name, facts) for name in names),
        tell.column(say("Sources")),
        tell.column(say("Coded segments"), number=True),
    )
    rows = tuple(_row(case, names, tell) for case in facts.cases)
    return Table(columns, rows, tell(say("The cases and what is known of them")))


def _attribute(name: str, facts: ReportFacts) -> Column:
    label = name.replace("_", " ")
    return Column(label[:1].upper() + label[1:], number=facts.attribute_kinds.get(name) == "number")


def _row(case: CaseFacts, names: list[str], tell: Teller) -> tuple[Text, ...]:
    return (
        tell.cell(case.case.name),
        tell.cell(tell.word(case.case.kind)),
        *(tell.cell(case.attributes.get(name)) for name in names),
        tell.cell(", ".join(case.sources) or None),
        tell.cell(case.quoted),
    )


def _more(case: CaseFacts, names: list[str], tell: Teller) -> Facts:
    given = [(name, case.attributes[name]) for name in names if name in case.attributes]
    pairs = ((name.replace("_", " "), tell.cell(value)) for name, value in given)
    return Facts(((tell(say("Case")), tell.cell(case.case.name)), *pairs))


def _consent(facts: ReportFacts, tell: Teller) -> Section:
    people = [case for case in facts.cases if case.case.kind == "person" or case.consent]
    blocks: list[Block] = [Paragraph(tell.text(_agreed(people)))]
    rows = tuple(
        (
            tell.cell(case.case.name),
            tell.cell(one.scope),
            tell.cell(tell.when(one.date) or None),
            tell.cell(one.form or None),
            _standing(one.withdrawn, tell),
        )
        for case in people
        for one in case.consent
    )
    if rows:
        columns = (
            tell.column(say("Case")),
            tell.column(say("Agreed to")),
            tell.column(say("On")),
            tell.column(say("Form")),
            tell.column(say("Standing")),
        )
        blocks.append(Table(columns, rows, tell(say("What participants agreed to"))))
    return Section("consent", tell(say("Consent")), tuple(blocks))


def _agreed(people: list[CaseFacts]) -> Message:
    if not people:
        return say("No person is among the cases, so no consent is on record.")
    given = [case for case in people if any(one.withdrawn is None for one in case.consent)]
    return say("Consent is on record for {given} of {n} persons.", given=len(given), n=len(people))


def _standing(withdrawn: str | None, tell: Teller) -> Text:
    if withdrawn is None:
        return (Mark(tell(say("in force")), "good"),)
    return (Mark(tell(say("withdrawn on {day}", day=tell.when(withdrawn))), "poor"),)


PART = Part("participants", say("Participants"), _tell)
