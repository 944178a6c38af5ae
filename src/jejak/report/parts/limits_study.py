"""What is thin in the study as a whole: people, material, coding, consent."""

from __future__ import annotations

from ...documents.document import Text
from ...model import Message, say
from ..facts import ReportFacts
from ..teller import Teller

__all__ = ["study_limits"]

# Below so many persons the report says how much may have stayed unheard.
_FEW = 12
_CERTAINTY = 0.05
_NAMED = 20


def study_limits(facts: ReportFacts, tell: Teller) -> list[Text]:
    """One text for each weakness of the study."""
    found = (
        *_people(facts), *_material(facts, tell), *_coding(facts), *_thin(facts), *_questions(facts),
    )  # fmt: skip
    return [tell.text(message) for message in found]


def _people(facts: ReportFacts) -> list[Message]:
    persons = [case for case in facts.cases if case.case.kind == "person"]
    found = []
    if 0 < len(persons) < _FEW:
        found.append(_unheard(len(persons)))
    silent = [case.case.name for case in facts.cases if not case.quoted]
    if silent:
        found.append(say("No word is coded of these cases: {cases}.", cases=_named(silent)))
    without = [case.case.name for case in persons if not case.consent]
    if without:
        found.append(say("No consent is on record for: {cases}.", cases=_named(without)))
    gone = [c.case.name for c in facts.cases if c.consent and all(k.withdrawn for k in c.consent)]
    if gone:
        found.append(say("Consent was withdrawn by: {cases}.", cases=_named(gone)))
    return found


def _unheard(persons: int) -> Message:
    share = 1 - _CERTAINTY ** (1 / persons)
    return say(
        "With {n} person, a view that nobody voiced may still be held by up to {share} of people "
        "like them (at 95 % certainty, and only if they had been drawn at random)."
        "|With {n} persons, a view that nobody voiced may still be held by up to {share} of people "
        "like them (at 95 % certainty, and only if they had been drawn at random).",
        n=persons,
        share=f"{share:.0%}",
    )


def _material(facts: ReportFacts, tell: Teller) -> list[Message]:
    found = []
    uncoded = [one.source.name for one in facts.sources if not one.codings]
    if uncoded:
        found.append(
            say(
                "{n} source holds no coding: {names}.|{n} sources hold no coding: {names}.",
                n=len(uncoded), names=_named(uncoded),
            )
        )  # fmt: skip
    kinds = {one.source.kind for one in facts.sources}
    if len(kinds) == 1:
        found.append(say("All material is of one kind: {kind}.", kind=tell.word(next(iter(kinds)))))
    return found


def _coding(facts: ReportFacts) -> list[Message]:
    coders = [coder for coder in facts.method.coders if coder.by_origin]
    found = []
    people = [coder for coder in coders if not coder.machine]
    if len(people) == 1:
        found.append(
            say("One person coded everything ({name}); no second reading tests the coding.",
                name=people[0].name)
        )  # fmt: skip
    total = sum(sum(coder.by_origin.values()) for coder in coders)
    ruled = sum(coder.by_origin.get("rule", 0) for coder in coders)
    if total and ruled / total > 0.5:
        found.append(
            say("{ruled} of {total} codings were made by rule and may not have been read.",
                ruled=ruled, total=total)
        )  # fmt: skip
    unused = [one.code.name for one in facts.codes if one.code.codable and not one.codings]
    if unused:
        found.append(
            say(
                "{n} code has never been used: {names}.|{n} codes have never been used: {names}.",
                n=len(unused), names=_named(unused),
            )
        )  # fmt: skip
    return found


def _thin(facts: ReportFacts) -> tuple[Message, ...]:
    """What saturation says rests on little."""
    return () if facts.reading.saturation is None else facts.reading.saturation.thin


def _questions(facts: ReportFacts) -> list[Message]:
    answered = {story.finding.question for story in facts.findings}
    open_ = [question for question in facts.questions if question.guid not in answered]
    if not open_:
        return []
    numbers = [question.position for question in open_]
    return [say("No finding answers these questions: {numbers}.", numbers=numbers)]


def _named(names: list[str]) -> list[object]:
    if len(names) <= _NAMED:
        return list(names)
    return [*names[:_NAMED], say("{n} more", n=len(names) - _NAMED)]
