"""Researcher effects: how far those who asked made what was found."""

from __future__ import annotations

from collections import Counter

from ..model.message import Message, say
from ..model.verdict import EvidenceRow, FindingFacts, Outcome, Verdict
from .tactic import Tactic
from .words import in_a_row, percent

__all__ = ["TACTIC", "examine"]


def examine(facts: FindingFacts) -> Verdict:
    """The outcome by the shares of supports that were asked for, led to, or told in company, by
    who collected them, and by whether the analysts reflected on their part in it."""
    supports = facts.of("supports")
    solicited = _share(supports, facts, "volunteered", wanted=False)
    leading = _share(supports, facts, "leading question", wanted=True)
    company = _share(supports, facts, "in company", wanted=True)
    told = sum([row.guid in facts.circumstances for row in supports])
    sources = Counter([row.source for row in supports])
    collectors = Counter[str]()
    for source, many in sources.items():
        one = facts.contacts.get(source or "")
        if one and one.collector:
            collectors[one.collector] += many
    alone = len(collectors) == 1 and sum(collectors.values()) == len(supports) > 1
    trouble = _trouble(facts, solicited, leading, alone=alone)
    outcome: Outcome = (
        "not applicable" if not supports else "weak" if trouble or not told else "holds"
    )
    if supports and solicited is not None and leading is not None and leading > 0.5:
        outcome = "fails"
    return Verdict(
        "researcher-effects",
        outcome,
        _sentence(len(supports), told, trouble),
        {
            "supports": len(supports),
            "recorded": told,
            "solicited": solicited,
            "leading": leading,
            "in_company": company,
            "collectors": dict(sorted(collectors.items())),
            "first_half": [facts.halves.first, facts.halves.of_first],
            "last_half": [facts.halves.last, facts.halves.of_last],
            "reflexive_memos": facts.memos.get("reflexive", 0),
            "limits": {"solicited": facts.thresholds.solicited},
        },
        _advice(facts, len(supports), told, trouble),
    )


def _share(
    rows: tuple[EvidenceRow, ...], facts: FindingFacts, name: str, *, wanted: bool
) -> float | None:
    """The share of those for which it was recorded; ``None`` where it never was."""
    known = facts.circumstances
    if not known:
        return None
    said = [known[row.guid][name] for row in rows if name in known.get(row.guid, {})]
    return round(sum(one is wanted for one in said) / len(said), 4) if said else None


def _trouble(
    facts: FindingFacts, solicited: float | None, leading: float | None, *, alone: bool
) -> list[Message]:
    found = []
    if solicited is not None and solicited >= facts.thresholds.solicited:
        found.append(say("{percent}% were given on request", percent=percent(solicited)))
    if leading:
        found.append(say("{percent}% answer a leading question", percent=percent(leading)))
    if alone:
        found.append(say("one person collected them all"))
    if not facts.memos.get("reflexive"):
        found.append(say("no reflexive memo is tied to it"))
    return found


def _sentence(supports: int, told: int, trouble: list[Message]) -> Message:
    if not supports:
        return say("Nothing supports it yet, so there is nothing to compare.")
    if not told:
        return say(
            "For none of its {n} supports is it recorded how the words came about.", n=supports
        )
    recorded = say(
        "How the words came about is recorded for {told} of its {n} supports.",
        told=told, n=supports,
    )  # fmt: skip
    if not trouble:
        return recorded
    return say("{recorded} Of these: {trouble}.", recorded=recorded, trouble=in_a_row(trouble))


def _advice(
    facts: FindingFacts, supports: int, told: int, trouble: list[Message]
) -> Message | None:
    if not supports:
        return None
    if told < supports:
        return say("Record of each support whether it was volunteered, led to, or told in company.")
    if not facts.memos.get("reflexive"):
        return say("Write a reflexive memo on your part in it, and tie it to the finding.")
    if trouble:
        return say("Look for words that nobody asked for, gathered by somebody else.")
    return None


TACTIC = Tactic(
    name="researcher-effects",
    title=say("Researcher effects"),
    about=say(
        "How far those who asked made what was found: words given on request or led to, told in "
        "company, collected by one person; and whether analysts wrote of their own part in it."
    ),
    source="Miles & Huberman 1994 (checking for researcher effects)",
    examine=examine,
    uses=frozenset({"evidence", "circumstances", "contacts", "halves", "memos", "thresholds"}),
)
