"""Triangulation: in how many independent ways the same was seen."""

from __future__ import annotations

from ..model.message import Message, say
from ..model.verdict import EvidenceRow, FindingFacts, Outcome, Verdict
from .tactic import Tactic
from .voices import independent
from .words import in_a_row

__all__ = ["TACTIC", "examine", "reached"]

_LITERATURE = "literature"
_WAYS = ("participants", "kinds", "methods", "coders", "frames", "waves")
_WAY_WORDS = {
    "participants": say("participants"),
    "kinds": say("kinds of sources"),
    "methods": say("methods"),
    "coders": say("coders"),
    "frames": say("frames of codes"),
    "waves": say("stays in the field"),
}


def _counts(facts: FindingFacts) -> dict[str, int]:
    supports = _own(facts)
    found = [facts.contacts.get(source or "") for source in {row.source for row in supports}]
    contacts = [one for one in found if one is not None]
    coders = {facts.coded_by.get(row.guid, ()) for row in supports}
    return {
        "participants": independent(facts.voices, facts),
        "kinds": len({row.source_kind for row in supports}),
        "methods": len({one.method for one in contacts if one.method}),
        "coders": max((len(set(people)) for people in coders), default=0),
        "frames": len(facts.frames),
        "waves": len({one.wave for one in contacts if one.wave is not None}),
    }


def _own(facts: FindingFacts) -> list[EvidenceRow]:
    """What supports it but for literature."""
    return [row for row in facts.of("supports") if row.source_kind != _LITERATURE]


def reached(facts: FindingFacts) -> str:
    """*full* with enough independent participants and kinds of sources of the study's own, *partial*
    with enough of one of them, else *none*."""
    kinds = len({row.source_kind for row in _own(facts)})
    return _level(independent(facts.voices, facts), kinds, facts)


def _level(participants: int, kinds: int, facts: FindingFacts) -> str:
    limit = facts.thresholds
    enough = (participants >= limit.participants, kinds >= limit.kinds)
    return "full" if all(enough) else "partial" if any(enough) else "none"


def examine(facts: FindingFacts) -> Verdict:
    """The outcome by :func:`reached`; what diverges is listed, never averaged away."""
    counts = _counts(facts)
    level = _level(counts["participants"], counts["kinds"], facts)
    several = [way for way in _WAYS if counts[way] > 1]
    against = sorted({row.source_kind or "" for row in facts.of("contradicts")} - {""})
    outcomes: dict[str, Outcome] = {"full": "holds", "partial": "weak", "none": "fails"}
    supports = facts.of("supports")
    return Verdict(
        "triangulation",
        outcomes[level] if supports else "not applicable",
        _sentence(facts, counts, several, level) if supports else _nothing(),
        {
            "level": level,
            **counts,
            "diverging_kinds": against,
            "limits": {
                "participants": facts.thresholds.participants,
                "kinds": facts.thresholds.kinds,
            },
        },
        _advice(counts, level, facts) if supports else None,
    )


def _nothing() -> Message:
    return say("Nothing supports it yet, so there is nothing to compare.")


def _sentence(
    facts: FindingFacts, counts: dict[str, int], several: list[str], level: str
) -> Message:
    ways = [say("{way} ({count})", way=_WAY_WORDS[way], count=counts[way]) for way in several]
    if not ways:
        return say("It was seen in one way only: by one voice, in one kind of material.")
    told = say("The same was seen by several of these: {ways}.", ways=in_a_row(ways))
    if level == "none":
        return say("{told} Yet neither participants nor kinds of sources are several.", told=told)
    if facts.of("contradicts"):
        return say("{told} What diverges from it stands among the evidence against it.", told=told)
    return told


def _advice(counts: dict[str, int], level: str, facts: FindingFacts) -> Message | None:
    if level == "full":
        return None
    if counts["participants"] < facts.thresholds.participants:
        return say("Look for somebody else who tells of it, not tied to the first.")
    return say("Look for it in material of another kind: what was observed, written or posted.")


TACTIC = Tactic(
    name="triangulation",
    title=say("Triangulation"),
    about=say(
        "In how many independent ways the same was seen: by several participants, kinds of sources, "
        "methods, coders, theories and stays in the field. Literature is no source of the study’s own."
    ),
    source="Denzin 1978; Miles & Huberman 1994 (triangulating)",
    examine=examine,
    uses=frozenset(
        {"evidence", "contacts", "coded_by", "frames", "scope", "related", "thresholds"}
    ),
)
