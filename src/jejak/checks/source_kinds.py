"""Triangulation of sources: whether more than one kind of material supports it."""

from __future__ import annotations

from collections import Counter

from ..model.message import Message, say
from ..model.verdict import FindingFacts, Outcome, Verdict
from .tactic import Tactic
from .words import counted_kinds, in_a_row

__all__ = ["TACTIC", "examine"]

# It reports on others; about those the study speaks of it is no evidence of its own.
_LITERATURE = "literature"


def examine(facts: FindingFacts) -> Verdict:
    """The outcome by how many kinds of sources support the finding, literature left out."""
    kinds = Counter([str(row.source_kind) for row in facts.of("supports")])
    own = Counter({kind: count for kind, count in kinds.items() if kind != _LITERATURE})
    outcome, sentence = _judged(facts, own, kinds[_LITERATURE])
    elsewhere = {
        kind: count
        for kind, count in facts.under_codes.by_kind.items()
        if kind not in own and kind != _LITERATURE
    }
    return Verdict(
        "source-kinds",
        outcome,
        sentence,
        {
            "kinds": dict(sorted(own.items())),
            "literature": kinds[_LITERATURE],
            "not_weighed_elsewhere": dict(sorted(elsewhere.items())),
            "limits": {"kinds": facts.thresholds.kinds},
        },
        _advice(outcome, elsewhere),
    )


def _judged(facts: FindingFacts, own: Counter[str], literature: int) -> tuple[Outcome, Message]:
    if not own and not literature:
        return "not applicable", say("Nothing supports it yet, so there is nothing to compare.")
    if not own:
        return "fails", say("Only literature supports it, nothing of the study’s own.")
    words = {"kinds": in_a_row(counted_kinds(own)), "literature": literature}
    if len(own) >= facts.thresholds.kinds:
        told = say("It is supported by {kinds}.", kinds=words["kinds"])
        if literature:
            told = say(
                "It is supported by {kinds}; literature ({literature}) is not counted.", **words
            )
        return "holds", told
    told = say("It is supported by {kinds} alone.", kinds=words["kinds"])
    if literature:
        told = say(
            "It is supported by {kinds} alone; literature ({literature}) is not counted.", **words
        )
    return "weak", told


def _advice(outcome: Outcome, elsewhere: dict[str, int]) -> Message | None:
    if outcome in ("holds", "not applicable"):
        return None
    if elsewhere:
        return say(
            "Segments under its codes that nobody has weighed lie in {kinds}: begin there.",
            kinds=in_a_row(counted_kinds(elsewhere)),
        )
    return say("Look for it in material of another kind: what was observed, written or posted.")


TACTIC = Tactic(
    name="source-kinds",
    title=say("Several kinds of sources"),
    about=say(
        "Whether the same shows in material of more than one kind. Literature alone never makes a "
        "second kind: it speaks of others."
    ),
    source="Denzin 1978 (triangulation); Miles & Huberman 1994",
    examine=examine,
    uses=frozenset({"evidence", "under_codes", "thresholds"}),
)
