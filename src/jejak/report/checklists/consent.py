"""What people agreed to, and what they were told."""

from __future__ import annotations

from ...model import say
from ..facts import CaseFacts, ReportFacts
from .filled import Fill, Filled, Place, named, persons_of, share

__all__ = ["FILLS"]


def _consented(facts: ReportFacts) -> tuple[list[CaseFacts], list[CaseFacts]]:
    persons = persons_of(facts)
    return persons, [one for one in persons if one.consent]


def _told_before(facts: ReportFacts) -> Filled:
    persons, known = _consented(facts)
    said = {form for one in known for form in (k.form for k in one.consent) if form}
    sentence = say(
        "Consent is on record for {n} of {total} persons. What they were told of the researcher and the "
        "reasons for the study is for you to say.",
        n=len(known), total=len(persons),
    )  # fmt: skip
    state = share(len(known), len(persons))
    return Filled(
        "partly" if state == "on record" else state, sentence,
        {"consented": len(known), "persons": len(persons), "forms": len(said)},
        say("Say in your own words what participants knew of the researcher."),
        named("case", ((one.case.guid, one.case.name) for one in known)), part="participants",
    )  # fmt: skip


def _approach(facts: ReportFacts) -> Filled:
    persons, known = _consented(facts)
    details = tuple(
        (one.case.name, "; ".join(dict.fromkeys(k.form for k in one.consent if k.form)))
        for one in known
        if any(k.form for k in one.consent)
    )
    sentence = say(
        "How consent was asked is on record for {n} of {total} persons; how they were found is for you "
        "to say.",
        n=len(details), total=len(persons),
    )  # fmt: skip
    state = share(len(details), len(persons))
    return Filled(
        "partly" if state == "on record" else state, sentence,
        {"forms": len(details), "persons": len(persons)},
        say("Say in your own words how participants were found and first spoken to."),
        named("case", ((one.case.guid, one.case.name) for one in known)), details, "participants",
    )  # fmt: skip


def _ethics(facts: ReportFacts) -> Filled:
    persons, known = _consented(facts)
    sentence = say(
        "Consent is on record for {n} of {total} persons, known by pseudonyms only. Whether a board "
        "approved the study is for you to say.",
        n=len(known), total=len(persons),
    )  # fmt: skip
    state = share(len(known), len(persons))
    return Filled(
        "partly" if state == "on record" else state, sentence,
        {"consented": len(known), "persons": len(persons)},
        say("Name the board that approved the study, and how the data are kept safe."),
        (Place("cases"), Place("settings")), part="participants",
    )  # fmt: skip


FILLS: dict[str, Fill] = {
    "told_before": _told_before,
    "approach": _approach,
    "ethics": _ethics,
}
