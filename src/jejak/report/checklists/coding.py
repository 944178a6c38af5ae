"""How the material was coded, and by whom."""

from __future__ import annotations

from ...model import say
from ...model.coding import NOT_BY_HAND
from ..facts import CoderFacts, ReportFacts
from .filled import Fill, Filled, Place, named, share

__all__ = ["FILLS"]

_LAST = 2


def _people(facts: ReportFacts) -> list[CoderFacts]:
    """Those who coded with their own hands."""
    return [
        one
        for one in facts.method.coders
        if not one.machine and set(one.by_origin) - set(NOT_BY_HAND)
    ]


def _coders(facts: ReportFacts) -> Filled:
    people = _people(facts)
    sentence = (
        say(
            "{n} person coded the material: {names}.|{n} people coded the material: {names}.",
            n=len(people), names=[one.name for one in people],
        )
        if people
        else say("Nobody has coded anything yet.")
    )  # fmt: skip
    return Filled(
        "on record" if people else "not on record", sentence, {"coders": len(people)},
        None if people else say("Code the material: Reduce."), (Place("codebook"),), part="method",
    )  # fmt: skip


def _saturation(facts: ReportFacts) -> Filled:
    told = facts.reading.saturation
    if told is not None and told.off is not None:
        return Filled(
            "on record", say("This study reckons no saturation: {why}", why=told.off), {"off": 1},
            None, (), part="agreement",
        )  # fmt: skip
    firsts = facts.record.firsts
    total = sum(n for _, n in firsts)
    last = sum(n for _, n in firsts[-_LAST:])
    if len(firsts) <= _LAST:
        sentence = say(
            "Too few sources with a date are coded to see whether new codes still come up."
        )
    else:
        sentence = say(
            "In the order of their dates {sources} coded sources brought {codes} codes; new ones in the "
            "last two: {last}. What follows from it is for you to say.",
            sources=len(firsts), codes=total, last=last,
        )  # fmt: skip
    return Filled(
        "partly" if len(firsts) > _LAST else "not on record", sentence,
        {"sources": len(firsts), "codes": total, "last": last},
        say("Say whether and why the material was enough."), (Place("codebook"),), part="method",
    )  # fmt: skip


def _double(facts: ReportFacts) -> Filled:
    coded = [one for one in facts.sources if one.codings]
    twice = [one for one in coded if one.source.guid in facts.record.twice]
    again = [one for one in coded if one.source.guid in facts.record.again]
    sentence = (
        say(
            "{n} of {total} coded sources were coded by two or more people, {again} by the same person again "
            "after some time.",
            n=len(twice),
            total=len(coded),
            again=len(again),
        )
        if again
        else say(
            "{n} of {total} coded sources were coded by two or more people.",
            n=len(twice),
            total=len(coded),
        )
    )
    either = {one.source.guid: one.source.name for one in (*twice, *again)}
    return Filled(
        share(len(either), len(coded)) if coded else "not on record", sentence,
        {"twice": len(twice), "again": len(again), "coded": len(coded)},
        say("Have a second person code part of the material without seeing the codes that are there."),
        named("source", either.items()), part="method",
    )  # fmt: skip


def _analysis(facts: ReportFacts) -> Filled:
    method, people = facts.method, _people(facts)
    total = sum(one.codings for one in facts.codes)
    made, renamed, merged = (method.book.get(name, 0) for name in ("made", "renamed", "merged"))
    sentence = say(
        "Coders: {people}; codings: {codings}; codes made: {made}, renamed: {renamed}, merged: {merged}; "
        "days of recorded work: {days}.",
        people=len(people), codings=total, made=made, renamed=renamed, merged=merged,
        days=method.days,
    )  # fmt: skip
    return Filled(
        "on record" if total else "not on record", sentence,
        {"people": len(people), "codings": total, "made": made, "renamed": renamed,
         "merged": merged, "days": method.days},
        None if total else say("Code the material: Reduce."), (Place("history"),), part="method",
    )  # fmt: skip


FILLS: dict[str, Fill] = {
    "coders": _coders,
    "saturation": _saturation,
    "double_coding": _double,
    "analysis": _analysis,
}
