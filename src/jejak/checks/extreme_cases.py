"""Extreme cases: whether a finding holds where most is at stake."""

from __future__ import annotations

from ..model.message import say
from ..model.verdict import FindingFacts, Verdict
from .tactic import Tactic
from .unusual import advice, judged, sentence, standings
from .voices import names_of

__all__ = ["TACTIC", "examine"]

# Ends with more cases than this are no extremes.
_MOST = 3


def examine(facts: FindingFacts) -> Verdict:
    """The outcome by whether the finding was looked at in the cases at the ends of each rating or
    number, and in those an analyst called extreme."""
    ends = {
        name: [end if len(end) <= _MOST else () for end in pair]
        for name, pair in facts.extremes.items()
    }
    found = sorted({case for pair in ends.values() for end in pair for case in end})
    said = standings(facts, "extreme")
    return Verdict(
        "extreme-cases",
        judged(found, said),
        sentence(facts, found, said, say("No case stands at an end of any rating or number.")),
        {
            "extremes": [
                {
                    "attribute": name,
                    "lowest": names_of(low, facts),
                    "highest": names_of(high, facts),
                }
                for name, (low, high) in sorted(ends.items())
            ],
            "fails_for": names_of((c for c, row in said.items() if row.verdict == "fails"), facts),
            "not_looked_at": names_of((case for case in found if case not in said), facts),
        },
        advice(facts, found, said),
    )


TACTIC = Tactic(
    name="extreme-cases",
    title=say("Extreme cases"),
    about=say(
        "Whether it holds in the cases at the ends of what was rated or measured, where most is at "
        "stake and where it would fail first."
    ),
    source="Miles & Huberman 1994 (using extreme cases)",
    examine=examine,
    uses=frozenset({"extremes", "standings"}),
)
