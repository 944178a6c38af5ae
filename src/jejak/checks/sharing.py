"""Examining many findings: what rests on the same for several of them is worked out once."""

from __future__ import annotations

from ..model.verdict import FindingFacts, Verdict
from .tactic import Tactic

__all__ = ["Examined"]

# Fields that are each finding's own: what uses one of them is worked out for each.
_OWN = frozenset({"evidence", "under_codes", "exposed", "coded_by"})


class Examined:
    """Verdicts of tactics on some findings.

    A verdict rests on nothing but the fields that its tactic uses, and on what things are called.
    Where these are the very same objects for two findings, as the cases of one scope are, they have
    one verdict. What was used is kept with it, so that no other object can take its place.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], tuple[Verdict, object]] = {}

    def of(self, tactic: Tactic, facts: FindingFacts) -> Verdict:
        """The verdict of a tactic on a finding."""
        if tactic.uses & _OWN:
            return tactic.examine(facts)
        used = (facts.names, *(getattr(facts, name) for name in sorted(tactic.uses)))
        key = (tactic.name, *map(id, used))
        if key not in self._kept:
            self._kept[key] = tactic.examine(facts), used
        return self._kept[key][0]
