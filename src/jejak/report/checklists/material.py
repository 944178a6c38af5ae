"""Which material there is, how it came about and how it is kept."""

from __future__ import annotations

from collections import Counter

from ...model import say
from ..facts import ReportFacts
from .filled import Fill, Filled, Place, share

__all__ = ["FILLS"]


def _dated(facts: ReportFacts) -> list[str]:
    return sorted(one.source.collected for one in facts.sources if one.source.collected)


def _collection(facts: ReportFacts) -> Filled:
    known = [one for one in facts.sources if one.source.method and one.source.collected]
    methods = {one.source.method for one in facts.sources if one.source.method}
    dates = _dated(facts)
    sentence = say(
        "{n} of {total} sources say by which method and when they were collected; methods: {methods}.",
        n=len(known), total=len(facts.sources), methods=len(methods),
    )  # fmt: skip
    return Filled(
        share(len(known), len(facts.sources)) if facts.sources else "not on record", sentence,
        {"known": len(known), "sources": len(facts.sources), "methods": len(methods),
         "dated": len(dates)},
        say("Give each source its method and date: Collect, Sources."),
        (Place("sources"),), part="material",
    )  # fmt: skip


def _units(facts: ReportFacts) -> Filled:
    kinds = Counter(one.source.kind for one in facts.sources)
    persons = sum(one.case.kind == "person" for one in facts.cases)
    sentence = say(
        "Sources: {sources}, of {kinds} kinds; cases: {cases}, of which persons: {persons}; events: "
        "{events}.",
        sources=len(facts.sources), kinds=len(kinds), persons=persons, cases=len(facts.cases),
        events=facts.record.events,
    )  # fmt: skip
    return Filled(
        "on record" if facts.sources and facts.cases else "partly" if facts.sources
        else "not on record",
        sentence,
        {"sources": len(facts.sources), "kinds": len(kinds), "persons": persons,
         "cases": len(facts.cases), "events": facts.record.events},
        None if facts.cases else say("Make a case for each who took part: Collect, Cases."),
        (Place("sources"), Place("cases")), part="material",
    )  # fmt: skip


def _processing(facts: ReportFacts) -> Filled:
    total = len(facts.sources)
    sentence = say(
        "The file of {n} of {total} sources is kept beside its text; corrections of texts, each on "
        "record: {corrected}; people are known by pseudonyms.",
        n=facts.record.originals, total=total, corrected=facts.record.corrected,
    )  # fmt: skip
    return Filled(
        share(facts.record.originals, total) if total else "not on record", sentence,
        {"originals": facts.record.originals, "sources": total,
         "corrected": facts.record.corrected},
        say("Say how talk was transcribed, and who checked it."),
        (Place("history"),), part="trail",
    )  # fmt: skip


FILLS: dict[str, Fill] = {
    "collection": _collection,
    "units": _units,
    "processing": _processing,
}
