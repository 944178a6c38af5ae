"""Weighing evidence: how far what speaks for it outweighs what speaks against it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ..model.message import Message, say
from ..model.verdict import EvidenceRow, FindingFacts, Outcome, Verdict
from .tactic import Tactic
from .words import in_a_row

__all__ = ["TACTIC", "examine"]

# Supports of this weight or less are named: 0 to 6, a point for each mark of strength.
_WEAK = 2
_LISTED = 20
_Sides = tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class _Scales:
    """Both sides by number and by weight; a balance is ``None`` where there is nothing to divide."""

    supports: int
    contradicts: int
    heavy: int
    light: int
    unweighted: int
    weakest: list[tuple[EvidenceRow, int]]

    @classmethod
    def of(cls, facts: FindingFacts) -> _Scales:
        supports, against = _of(facts, "supports"), _of(facts, "contradicts")
        known = facts.weights
        weighed = [(row, known[row.guid]) for row in supports if row.guid in known]
        weak = [pair for pair in weighed if pair[1] <= _WEAK]
        light = [known[row.guid] for row in against if row.guid in known]
        return cls(
            supports=len(supports),
            contradicts=len(against),
            heavy=sum([weight for _, weight in weighed]),
            light=sum(light),
            unweighted=len(supports) + len(against) - len(weighed) - len(light),
            weakest=sorted(weak, key=lambda pair: (pair[1], _name(pair[0], facts), pair[0].guid)),
        )

    @property
    def by_number(self) -> float | None:
        return _balance(self.supports, self.contradicts)

    @property
    def by_weight(self) -> float | None:
        """``None`` also where some of it has no weight: half a balance says nothing."""
        return None if self.unweighted else _balance(self.heavy, self.light)

    @property
    def balance(self) -> float | None:
        return self.by_number if self.by_weight is None else self.by_weight

    @property
    def all_weak(self) -> bool:
        """Whether nothing that supports it weighs more than a little."""
        return bool(self.weakest) and len(self.weakest) == self.supports


def examine(facts: FindingFacts) -> Verdict:
    """The outcome by the balance B = (ΣW+ − ΣW−) / (ΣW+ + ΣW−), by number where weights lack."""
    scales = _Scales.of(facts)
    return Verdict(
        "weight-of-evidence",
        _outcome(facts, scales),
        _sentence(facts, scales),
        {
            "supports": scales.supports,
            "contradicts": scales.contradicts,
            "qualifies": len(_of(facts, "qualifies")),
            "weight_for": scales.heavy,
            "weight_against": scales.light,
            "without_weight": scales.unweighted,
            "balance": _rounded(scales.by_weight),
            "balance_unweighted": _rounded(scales.by_number),
            "weakest": [
                {"source": _name(row, facts), "start": row.start, "end": row.end, "weight": weight}
                for row, weight in scales.weakest[:_LISTED]
            ],
            "lost": facts.lost,
            "limits": {"balance": facts.thresholds.balance},
        },
        _advice(facts, scales),
    )


def _outcome(facts: FindingFacts, scales: _Scales) -> Outcome:
    balance = scales.balance
    if balance is None or balance <= 0:
        return "fails"
    if balance < facts.thresholds.balance or scales.all_weak:
        return "weak"
    return "holds"


def _sentence(facts: FindingFacts, scales: _Scales) -> Message:
    if scales.by_number is None:
        return say("There is no evidence for or against it yet.")
    if scales.by_weight is None:
        told = say(
            "{supports} for and {contradicts} against: a balance of {balance} by number, from −1 to 1; "
            "{lacking} have no weight.",
            supports=scales.supports,
            contradicts=scales.contradicts,
            balance=_shown(scales.by_number),
            lacking=scales.unweighted,
        )
    else:
        told = say(
            "What speaks for it weighs {heavy}, what speaks against it {light}: a balance of {balance}, "
            "from −1 to 1; by number, {supports} to {contradicts}, it is {plain}.",
            heavy=scales.heavy,
            light=scales.light,
            balance=_shown(scales.by_weight),
            plain=_shown(scales.by_number),
            supports=scales.supports,
            contradicts=scales.contradicts,
        )
    if not scales.weakest:
        return told
    sources = Counter(_name(row, facts) for row, _ in scales.weakest)
    weakest = [say("{name} ({count})", name=name, count=many) for name, many in sources.items()]
    if scales.all_weak:
        return say("{told} All its supports weigh {most} or less.", told=told, most=_WEAK)
    return say(
        "{told} Supports that weigh {most} or less: {weakest}.",
        told=told, most=_WEAK, weakest=in_a_row(weakest),
    )  # fmt: skip


def _advice(facts: FindingFacts, scales: _Scales) -> Message | None:
    outcome = _outcome(facts, scales)
    if scales.by_number is None:
        return say("Weigh segments under its codes, and note what speaks for it and against it.")
    if outcome == "fails":
        return say("Reject it, or say it so that it fits what speaks against it.")
    if scales.unweighted:
        return say("Give every piece of evidence a weight from 0 to 6.")
    if scales.all_weak:
        return say("Look for stronger evidence: first-hand, observed, volunteered, corroborated.")
    if outcome == "weak":
        return say("Say for whom and when it does not hold, or give it the status “qualified”.")
    return None


def _of(facts: FindingFacts, stance: str) -> _Sides:
    """Cells and references count too; words that are lost do not."""
    return tuple(row for row in facts.evidence if row.stance == stance and not row.lost)


def _balance(one: int, other: int) -> float | None:
    return (one - other) / (one + other) if one + other else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _shown(value: float) -> Message | float:
    """A number as people read it, with the sign of minus."""
    return say("−{size}", size=round(-value, 2)) if value < 0 else round(value, 2)


def _name(row: EvidenceRow, facts: FindingFacts) -> str:
    return facts.names.get(row.source or "", row.source or row.target_kind)


TACTIC = Tactic(
    name="weight-of-evidence",
    title=say("Weight of evidence"),
    about=say(
        "How far what speaks for it outweighs what speaks against it. A piece of evidence gets a point "
        "each for being first-hand, observed, volunteered, from a later contact, from somebody who "
        "knows, and corroborated."
    ),
    source="Miles & Huberman 1994 (weighting the evidence)",
    examine=examine,
    uses=frozenset({"evidence", "weights", "thresholds"}),
)
