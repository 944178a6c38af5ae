"""Replication: whether it was found again, after it was written and in other halves of the people."""

from __future__ import annotations

from math import comb

from ..model.message import Message, say
from ..model.verdict import FindingFacts, Outcome, Verdict
from .tactic import Tactic
from .voices import independent
from .words import percent

__all__ = ["TACTIC", "examine", "split_halves"]


def split_halves(cases: int, supporting: int) -> float | None:
    """The share of all ways to split ``cases`` into halves in which both halves have one of the
    ``supporting``; ``None`` for fewer than two cases.

    Of the C(n, h) ways to choose one half (h = n // 2), those fail in which no supporter is in it,
    C(n − s, h), or none is in the other, C(n − s, n − h); both at once only where s is 0.
    """
    if cases < 2:
        return None
    if not supporting:
        return 0.0
    half = cases // 2
    others = cases - supporting
    return 1 - (comb(others, half) + comb(others, cases - half)) / comb(cases, half)


def examine(facts: FindingFacts) -> Verdict:
    """The outcome by supports of sources that came after the finding was written, and by how many
    splits of the participants in halves find it in both."""
    supports = facts.of("supports")
    given = [facts.given[row.guid] for row in supports if row.guid in facts.given]
    voices = independent(facts.voices, facts)
    share = split_halves(len(facts.exposed), min(voices, len(facts.exposed)))
    later, people = sum([one.after for one in given]), {one.user for one in given}
    outcome = _outcome(facts, len(supports), later, share)
    return Verdict(
        "replication",
        outcome,
        _sentence(len(supports), later, share),
        {
            "supports": len(supports),
            "later": later,
            "split_halves": None if share is None else round(share, 4),
            "exposed": len(facts.exposed),
            "found_by": len(people),
            "limits": {"halves": facts.thresholds.halves},
        },
        None
        if outcome in ("holds", "not applicable")
        else say("Go back to the field, or to material not yet read, and look for it there."),
    )


def _outcome(facts: FindingFacts, supports: int, later: int, share: float | None) -> Outcome:
    if not supports:
        return "not applicable"
    if later or (share is not None and share >= facts.thresholds.halves):
        return "holds"
    return "weak"


def _sentence(supports: int, later: int, share: float | None) -> Message:
    if not supports:
        return say("Nothing supports it yet, so there is nothing to compare.")
    if later:
        told = say(
            "One support comes from material that came in after it was written.|"
            "{n} supports come from material that came in after it was written.",
            n=later,
        )
    else:
        told = say("All its supports were there when it was written.")
    if share is None:
        return told
    return say(
        "{told} Of all ways to split those who speak of it in halves, {percent}% find it in both.",
        told=told, percent=percent(share),
    )  # fmt: skip


TACTIC = Tactic(
    name="replication",
    title=say("Replication"),
    about=say(
        "Whether it was found again: in material that came in after it was written, and in both "
        "halves of those who speak of it, however they are split."
    ),
    source="Miles & Huberman 1994 (replicating a finding)",
    examine=examine,
    uses=frozenset({"evidence", "given", "scope", "exposed", "related", "thresholds"}),
)
