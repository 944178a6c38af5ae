"""Saturation in words: what was reached, in which order, and what is thin."""

from __future__ import annotations

from typing import Any

from ..analysis.saturation import largest_missed
from ..i18n import translate
from ..model import Message, say
from ..model.table import Column
from .saturated import Saturated

__all__ = [
    "saturation_columns", "saturation_methods", "saturation_remarks", "thin_spots", "told_saturation",
]  # fmt: skip

_SHOWN = 5
# From so many sources on, what a sample can miss is no longer the first thing to say.
_SMALL = 20


def saturation_remarks(found: Saturated) -> list[Message]:
    """What came out, sentence by sentence."""
    told = [_reached(found), *_orders(found), *_grown(found), *thin_spots(found)]
    many = len(found.steps)
    if 0 < many < _SMALL:
        told.append(
            say(
                "{n} of a population drawn at random can miss, at 95%, what up to {percent}% of it hold.",
                n=many, percent=round(100 * largest_missed(many)),
            )
        )  # fmt: skip
    return told


def _reached(found: Saturated) -> Message:
    stop = found.stopping
    if stop.point is None:
        assert stop.reason is not None
        return stop.reason
    return say(
        "Saturation was reached at {label}: the {run} after the first {point} brought at most {percent}% "
        "of the {seen} codes of the first {base}; {share}% of all {codes} codes were there by then.",
        label=stop.label, run=stop.run, point=stop.point, percent=round(100 * stop.threshold, 1),
        seen=stop.seen, base=stop.base, share=round(100 * (stop.share or 0)), codes=found.codes,
    )  # fmt: skip


def _orders(found: Saturated) -> list[Message]:
    other = found.permuted
    if other.median is None:
        return [other.reason] if other.reason is not None and found.stopping.reason is None else []
    return [
        say(
            "In {draws} other orders it was reached in {percent}%, at {median} in the median (95%: {low} to "
            "{high}).",
            draws=other.draws, percent=round(100 * other.reached), median=other.median, low=other.low,
            high=other.high,
        )
    ]  # fmt: skip


def thin_spots(found: Saturated) -> list[Message]:
    """What rests on little: codes met once, meanings that still grow, cases and kinds of material."""
    return [*_rare(found), *_meaning(found), *_covered(found)]


def _covered(found: Saturated) -> list[Message]:
    told, cover = [], found.covered
    if cover.silent:
        told.append(
            say(
                "{n} of {all} cases has no coded words: {names}.|"
                "{n} of {all} cases have no coded words, among them {names}.",
                n=len(cover.silent), all=cover.cases, names=list(cover.silent[:_SHOWN]),
            )
        )  # fmt: skip
    lone = [one for one in cover.kinds if one.coded == 1]
    if lone:
        told.append(
            say(
                "One source alone is coded of these kinds: {kinds}.",
                kinds=[Message(one.kind) for one in lone],
            )
        )
    bare = [Message(one.kind) for one in cover.kinds if not one.coded]
    if bare:
        told.append(say("Nothing is coded of these kinds: {kinds}.", kinds=bare))
    return told


def _rare(found: Saturated) -> list[Message]:
    rich = found.richness
    if rich.expected is None or not found.once:
        return []
    names = list(found.once[:_SHOWN])
    return [
        say(
            "{n} code stands in one place alone: {names}.|"
            "{n} codes stand in one place alone, among them {names}.",
            n=len(found.once), names=names,
        ),
        say(
            "By Chao’s estimate there are at least {expected} codes, of which {seen} were met.",
            expected=round(rich.expected, 1), seen=rich.seen,
        ),
    ]  # fmt: skip


def _grown(found: Saturated) -> list[Message]:
    if not found.meanings or any(one.saturated is None for _, one in found.meanings):
        return []
    return [say("The meaning of every code with codes below it has stopped growing.")]


def _meaning(found: Saturated) -> list[Message]:
    growing = [name for name, one in found.meanings if one.saturated is None]
    if not growing:
        return []
    return [
        say(
            "The meaning of {n} code still grows, by the codes below it: {names}.|"
            "The meaning of {n} codes still grows, by the codes below them, among them {names}.",
            n=len(growing), names=growing[:_SHOWN],
        )
    ]  # fmt: skip


def saturation_methods(found: Saturated) -> list[Message]:
    """Sentence by sentence exactly what was computed."""
    rule = found.rule
    told = [
        say("New codes were counted by source, over {n} sources that are coded.", n=len(found.steps))
        if rule.by == "source"
        else say("New codes were counted by case, over {n} cases that are coded.", n=len(found.steps)),
        say("They stand in the order in which the material was collected.")
        if rule.order == "collected"
        else say("They stand in the order in which the material was brought in."),
        say(
            "Saturation is where a run of {run} brings at most {percent}% of the codes of the first {base} "
            "(Guest, Namey & Chen 2020).",
            run=rule.run, percent=round(100 * rule.threshold, 1), base=rule.base,
        ),
    ]  # fmt: skip
    if found.permuted.median is not None:
        told.append(
            say(
                "The same was done in {draws} random orders (seed {seed}).",
                draws=found.permuted.draws, seed=str(found.permuted.seed),
            )
        )  # fmt: skip
    if found.undated:
        told.append(
            say(
                "{n} source without a date stands last.|{n} sources without a date stand last.",
                n=found.undated,
            )
        )
    if found.uncoded:
        told.append(
            say(
                "{n} that nobody coded is left out: it was not read yet.|"
                "{n} that nobody coded are left out: they were not read yet.",
                n=found.uncoded,
            )
        )
    if found.meanings:
        told.append(
            say(
                "What a code with codes below it means are these; its meaning stopped growing where {n} that "
                "speak of it followed the last one that was new.",
                n=rule.quiet,
            )
        )
    if found.once and found.richness.expected is not None:
        told.append(
            say(
                "How many codes there may be is Chao’s estimate by incidence (1987), corrected for bias."
            )
        )
    return [*told, say("Computed with Jejak as of change {version}.", version=found.version)]


def saturation_columns(found: Saturated) -> list[Column]:
    """A row for each source or case, in order."""
    steps = found.steps
    return [
        Column(found.rule.by, "text", [one.name for one in steps]),
        Column("codes", "whole", [one.codes for one in steps]),
        Column("new", "whole", [len(one.new) for one in steps]),
        Column("seen", "whole", [one.seen for one in steps]),
        Column("expected", "number", [one.expected for one in steps]),
        Column("first here", "texts", [list(one.new) for one in steps]),
    ]


def told_saturation(found: Saturated, language: str) -> dict[str, Any]:
    """The answer for JSON, with what is to say of it."""
    stop, other, rich = found.stopping, found.permuted, found.richness
    return {
        "by": found.rule.by,
        "order": found.rule.order,
        "codes": found.codes,
        "steps": [
            {
                "guid": one.guid, "name": one.name, "codes": one.codes, "new": list(one.new),
                "seen": one.seen, "expected": one.expected,
            }
            for one in found.steps
        ],
        "stopping": {
            "base": stop.base, "run": stop.run, "threshold": stop.threshold, "point": stop.point,
            "label": stop.label or None, "share": stop.share, "ratios": list(stop.ratios),
            "reason": None if stop.reason is None else translate(stop.reason, language),
        },
        "orders": {
            "draws": other.draws, "seed": other.seed, "low": other.low, "median": other.median,
            "high": other.high, "reached": other.reached,
        },
        "richness": {
            "seen": rich.seen, "once": rich.once, "twice": rich.twice, "expected": rich.expected,
            "coverage": rich.coverage,
        },
        "once": list(found.once),
        "kinds": [
            {
                "kind": translate(Message(one.kind), language), "sources": one.sources,
                "coded": one.coded, "codes": one.codes, "alone": one.alone,
            }
            for one in found.covered.kinds
        ],
        "cases": found.covered.cases,
        "silent": list(found.covered.silent),
        "thin": [translate(one, language) for one in thin_spots(found)],
        "meanings": [
            {
                "code": name, "first": one.first, "dimensions": list(one.dimensions),
                "quiet": one.quiet, "saturated": one.saturated,
            }
            for name, one in found.meanings
        ],
        "version": found.version,
        "methods": " ".join(translate(one, language) for one in saturation_methods(found)),
        "remarks": [translate(one, language) for one in saturation_remarks(found)],
    }  # fmt: skip
