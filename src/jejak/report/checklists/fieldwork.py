"""How often, when and how long there was contact."""

from __future__ import annotations

from collections import Counter
from datetime import date

from ...model import say
from ..facts import ReportFacts
from .filled import Fill, Filled, Place, contacts, in_field, named, share

__all__ = ["FILLS"]


def _repeats(facts: ReportFacts) -> Filled:
    held = Counter(name for one in contacts(facts) for name in one.cases)
    again = sorted(name for name, n in held.items() if n > 1)
    sentence = (
        say(
            "{n} of {total} who were interviewed were so more than once.",
            n=len(again), total=len(held),
        )
        if held
        else say("No interview is tied to a case.")
    )  # fmt: skip
    return Filled(
        "on record" if held else "not on record", sentence,
        {"interviewed": len(held), "again": len(again)},
        None if held else say("Tie interviews to the cases that speak in them: Collect, Sources."),
        (Place("sources"),), part="material",
    )  # fmt: skip


def _engagement(facts: ReportFacts) -> Filled:
    field = in_field(facts)
    dates = sorted(one.source.collected for one in field if one.source.collected)
    days = len(set(dates))
    sentence = (
        say(
            "Contacts and observations: {total}, on {days} different dates from {first} to {last}; "
            "interviews with each person on average: {times}.",
            total=len(field), days=days, first=_day(dates[0]), last=_day(dates[-1]),
            times=_times(facts),
        )
        if dates
        else say("No contact or observation has a date.")
    )  # fmt: skip
    return Filled(
        share(len(dates), len(field)) if field else "not on record", sentence,
        {"contacts": len(field), "dated": len(dates), "dates": days,
         "first": dates[0] if dates else None, "last": dates[-1] if dates else None},
        say("Give each contact the date on which it was held: Collect, Sources."),
        (Place("sources"),), part="material",
    )  # fmt: skip


def _day(given: str) -> date | str:
    """A date of which the day is known, as such; else as it is kept."""
    try:
        return date.fromisoformat(given)
    except ValueError:
        return given


def _times(facts: ReportFacts) -> float:
    met = Counter(name for one in contacts(facts) for name in one.cases)
    return round(sum(met.values()) / len(met), 2) if met else 0.0


def _observation(facts: ReportFacts) -> Filled:
    observed = [one for one in facts.sources if one.source.kind == "observation"]
    dates = {one.source.collected for one in observed if one.source.collected}
    sentence = say(
        "Observations: {total}, on {days} different dates.", total=len(observed), days=len(dates),
    )  # fmt: skip
    state = "on record" if len(dates) > 1 else "partly" if observed else "not on record"
    return Filled(
        state, sentence, {"observations": len(observed), "dates": len(dates)},
        say("Observe more than once, and note when: sources of the kind observation."),
        named("source", ((one.source.guid, one.source.name) for one in observed)), part="material",
    )  # fmt: skip


FILLS: dict[str, Fill] = {
    "engagement": _engagement,
    "observation": _observation,
    "repeats": _repeats,
}
