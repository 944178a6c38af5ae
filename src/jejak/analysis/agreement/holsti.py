"""Holsti's coefficient of reliability."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from ...model.message import say
from ..spans import Floats
from .chance import facts_of, no_value, safe
from .coefficient import Coefficient, Measure
from .ratings import Ratings
from .uncertainty import BOOTSTRAP, Additive, Interval, judged

__all__ = ["MEASURE", "holsti"]


def holsti(ratings: Ratings, *, interval: Interval = BOOTSTRAP) -> Coefficient:
    """``2M / (N₁ + N₂)``: decisions two coders agree on, over all that they made (Holsti 1969).

    A unit that only one of them judged counts among that one's decisions. For more than two coders
    it is the mean over their pairs.
    """
    facts = facts_of(ratings)
    pairs = list(combinations(range(len(ratings.coders)), 2))
    if not facts["units"]:
        return judged("holsti", None, no_value(ratings), interval, facts)
    table = ratings.table
    same = [((table[a] == table[b]) & (table[a] >= 0)).astype(float) for a, b in pairs]
    made = [(row >= 0).astype(float) for row in table]
    first, second = (np.array(one) for one in zip(*pairs, strict=True))

    def finish(total: Floats) -> Floats:
        agreed, decisions = total[:, : len(pairs)], total[:, len(pairs) :]
        found = safe(2 * agreed, decisions[:, first] + decisions[:, second])
        there = np.isfinite(found)
        return safe(np.where(there, found, 0).sum(1), there.sum(1).astype(float))

    parts = np.stack([ratings.by_group(one) for one in [*same, *made]], 1)
    return judged("holsti", Additive(parts, finish), no_value(ratings), interval, facts)


MEASURE = Measure(
    name="holsti",
    title=say("Holsti’s coefficient"),
    about=say("Twice the decisions two coders agree on, over all that both made."),
    formula="2M / (N₁ + N₂)",
    source="Holsti 1969",
    works_on="ratings",
    compute=holsti,
    chance=False,
    of_pairs=True,
)
