"""Who took part, and how many."""

from __future__ import annotations

from ...model import say
from ..facts import ReportFacts
from .filled import Fill, Filled, Place, named, persons_of, share

__all__ = ["FILLS"]


def _sample_size(facts: ReportFacts) -> Filled:
    persons, others = persons_of(facts), len(facts.cases) - len(persons_of(facts))
    sentence = say(
        "{n} person took part.|{n} persons took part.", n=len(persons)
    )  # fmt: skip
    return Filled(
        "on record" if persons else "not on record", sentence,
        {"persons": len(persons), "other_cases": others},
        None if persons else say("Make a case for each who took part: Collect, Cases."),
        (Place("cases"),), part="participants",
    )  # fmt: skip


def _withdrawals(facts: ReportFacts) -> Filled:
    gone = [
        one for one in persons_of(facts) if one.consent and all(k.withdrawn for k in one.consent)
    ]
    sentence = say(
        "{n} person withdrew consent. Who refused from the beginning is for you to say."
        "|{n} persons withdrew consent. Who refused from the beginning is for you to say.",
        n=len(gone),
    )
    return Filled(
        "partly" if gone else "not on record", sentence, {"withdrawn": len(gone)},
        say("Say how many were asked and did not take part, and why."),
        named("case", ((one.case.guid, one.case.name) for one in gone)), part="participants",
    )  # fmt: skip


def _sample(facts: ReportFacts) -> Filled:
    persons = persons_of(facts)
    known = [one for one in persons if one.attributes]
    names = sorted({name for one in known for name in one.attributes}, key=str.casefold)
    sentence = (
        say(
            "{n} of {total} persons are described, by {names}.",
            n=len(known), total=len(persons), names=names,
        )
        if known
        else say("No person is described by any attribute.")
    )  # fmt: skip
    return Filled(
        share(len(known), len(persons)) if persons else "not on record", sentence,
        {"described": len(known), "persons": len(persons), "attributes": len(names)},
        say("Describe each person by the same attributes: Collect, Cases."),
        (Place("cases"),), part="participants",
    )  # fmt: skip


FILLS: dict[str, Fill] = {
    "sample_size": _sample_size,
    "withdrawals": _withdrawals,
    "sample": _sample,
}
