"""Outliers: what the cases that are unlike the others say about a finding."""

from __future__ import annotations

from heapq import nsmallest

from ..model.message import say
from ..model.verdict import FindingFacts, Outcome, Verdict
from .tactic import Tactic
from .unusual import advice, judged, sentence, standings
from .voices import names_of

__all__ = ["TACTIC", "examine", "outcome"]

_LISTED = 20


def examine(facts: FindingFacts) -> Verdict:
    """The outcome by whether each outlier was looked at. An outlier is a case whose codes are unlike
    the median profile (1 − Jaccard) from the limit on; fewer cases than the limit are listed only."""
    limit = facts.thresholds
    enough = len(facts.unlike) >= limit.profiles
    found, said = _outliers(facts), standings(facts, "outlier")
    none = (
        say("No case is unlike the others.")
        if enough
        else say("There are too few cases to tell which is unlike the others.")
    )
    far = nsmallest(_LISTED, facts.unlike.items(), key=lambda pair: (-pair[1], pair[0]))
    return Verdict(
        "outliers",
        judged(found, said),
        sentence(facts, found, said, none),
        {
            "outliers": names_of(found, facts),
            "fails_for": names_of((c for c, row in said.items() if row.verdict == "fails"), facts),
            "not_looked_at": names_of((case for case in found if case not in said), facts),
            "unlike": [
                {"case": facts.names.get(case, case), "distance": round(distance, 4)}
                for case, distance in far
            ],
            "limits": {"unlike": limit.unlike, "profiles": limit.profiles},
        },
        advice(facts, found, said),
    )


def outcome(facts: FindingFacts) -> Outcome:
    """The outcome alone."""
    return judged(_far(facts), standings(facts, "outlier"))


def _outliers(facts: FindingFacts) -> list[str]:
    return sorted(_far(facts))


def _far(facts: FindingFacts) -> list[str]:
    limit = facts.thresholds
    if len(facts.unlike) < limit.profiles:
        return []
    return [case for case, far in facts.unlike.items() if far >= limit.unlike]


TACTIC = Tactic(
    name="outliers",
    title=say("Outliers"),
    about=say(
        "What the cases that are unlike the others say about it. Each is to be looked at, and where "
        "the finding fails for it, what the exception delimits is to be said."
    ),
    source="Miles & Huberman 1994 (checking the meaning of outliers)",
    examine=examine,
    uses=frozenset({"unlike", "standings", "thresholds"}),
)
