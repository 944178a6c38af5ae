"""What is known of the place and of what happened around it."""

from __future__ import annotations

from ...model import say
from ..facts import ReportFacts
from .filled import Fill, Filled, Place, contacts, share
from .sheets import guides_told, recordings_told, settings_told

__all__ = ["FILLS"]


def _instruments(facts: ReportFacts) -> Filled:
    guides, recordings = guides_told(facts), recordings_told(facts)
    asked = len(contacts(facts))
    numbers = (guides.facts["written"], recordings.facts["written"])
    n = sum(number for number in numbers if isinstance(number, int))
    sentence = say(
        "Of {total} interviews and group talks the guide is on record for {guides}, how they were "
        "recorded for {recordings}.",
        total=asked, guides=numbers[0], recordings=numbers[1],
    )  # fmt: skip
    return Filled(
        share(n, 2 * asked), sentence,
        {"contacts": asked, "guides": numbers[0], "recordings": numbers[1]},
        guides.advice, (Place("forms"),), guides.details, "material",
    )  # fmt: skip


def _context(facts: ReportFacts) -> Filled:
    found = settings_told(facts)
    sentence = say(
        "{settings} Events that tell what happened around it: {events}.",
        settings=found.sentence, events=facts.record.events,
    )  # fmt: skip
    state = found.state
    if facts.record.events and state == "not on record":
        state = "partly"
    return Filled(
        state, sentence, {**found.facts, "events": facts.record.events}, found.advice,
        found.places, found.details, found.part,
    )  # fmt: skip


def _thick(facts: ReportFacts) -> Filled:
    found = settings_told(facts)
    vignettes = sum(one.form == "vignette" for one in facts.record.sheets)
    sentence = say(
        "{settings} Vignettes: {vignettes}; events: {events}.",
        settings=found.sentence, vignettes=vignettes, events=facts.record.events,
    )  # fmt: skip
    state = found.state
    if state in {"not on record", "not applicable"} and (vignettes or facts.record.events):
        state = "partly"
    return Filled(
        state, sentence,
        {**found.facts, "vignettes": vignettes, "events": facts.record.events},
        found.advice, found.places, part="material",
    )  # fmt: skip


FILLS: dict[str, Fill] = {
    "context": _context,
    "thick": _thick,
    "instruments": _instruments,
}
