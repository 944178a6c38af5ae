"""Checks: one file a verification tactic, each a pure function from a finding's facts to a verdict.

Other packages add theirs by entry points of the group ``jejak.checks``.
"""

from __future__ import annotations

from ..errors import NotFound
from ..registry import Registry
from .tactic import Tactic, rests_on

__all__ = ["CHECKS", "Tactic", "rests_on", "tactic_of"]

CHECKS: Registry[Tactic] = Registry(
    "checks",
    {
        "participants": "jejak.checks.participants:TACTIC",
        "source-kinds": "jejak.checks.source_kinds:TACTIC",
        "coders": "jejak.checks.coders:TACTIC",
        "representativeness": "jejak.checks.representativeness:TACTIC",
        "researcher-effects": "jejak.checks.researcher_effects:TACTIC",
        "triangulation": "jejak.checks.triangulation:TACTIC",
        "weight-of-evidence": "jejak.checks.weight_of_evidence:TACTIC",
        "outliers": "jejak.checks.outliers:TACTIC",
        "extreme-cases": "jejak.checks.extreme_cases:TACTIC",
        "surprises": "jejak.checks.surprises:TACTIC",
        "negative-evidence": "jejak.checks.negative_evidence:TACTIC",
        "if-then": "jejak.checks.if_then:TACTIC",
        "spurious-relations": "jejak.checks.spurious_relations:TACTIC",
        "replication": "jejak.checks.replication:TACTIC",
        "rivals": "jejak.checks.rivals:TACTIC",
        "feedback": "jejak.checks.feedback:TACTIC",
        "quantities": "jejak.checks.quantities:TACTIC",
    },
)


def tactic_of(name: str) -> Tactic:
    """The tactic of that name. Raises :class:`NotFound`, which lists those there are."""
    if name not in CHECKS.names():
        raise NotFound(
            "no-such-tactic",
            f"There is no check “{name}”.",
            f"There are: {', '.join(CHECKS.names())}.",
        )
    return CHECKS.get(name)
