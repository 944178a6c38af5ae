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
        "negative-evidence": "jejak.checks.negative_evidence:TACTIC",
        "weight-of-evidence": "jejak.checks.weight_of_evidence:TACTIC",
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
