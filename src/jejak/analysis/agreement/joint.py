"""Krippendorff's alpha of codes that may overlap: of each by itself, and of all of them jointly.

A place then has not one value but a set of codes. Two sets are as far apart as there are codes in one
and not in the other, so that disagreements of all codes add up: ``α = 1 − Σ_k D_o,k / Σ_k D_e,k``. With
a single code it is the nominal alpha. The way to join them is Jejak's own; the alternatives in
:mod:`.sets` weigh a difference by the size of the sets (Passonneau 2006).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...model.message import Message, say
from ..spans import Floats
from .chance import safe
from .coefficient import Coefficient, Measure
from .continuum import Continuum
from .lengths import coincidences
from .reasons import ALL_ALIKE, NOBODY, NOBODY_ELSE, NOT_CODED, NOTHING, NOTHING_SHARED
from .uncertainty import BOOTSTRAP, Additive, Finish, Interval, judged

__all__ = ["MEASURE", "alpha_by_value", "joint_alpha", "unused"]


def joint_alpha(spans: Continuum, *, interval: Interval = BOOTSTRAP) -> Coefficient:
    """Alpha over sets of values, character by character (or unit by unit: :func:`.in_units`)."""
    whole, given, same = coincidences(spans)
    parts = np.concatenate([np.stack([whole, (given - same).sum(1)], 1), given], 1)

    def finish(total: Floats) -> Floats:
        n, apart, each = total[:, 0], total[:, 1], total[:, 2:]
        return _alpha(n, apart, (each * (n[:, None] - each)).sum(1))

    return judged("joint-alpha", _made(parts, finish), unused(spans), interval, _facts(spans))


def alpha_by_value(
    spans: Continuum, values: Sequence[int] | None = None, *, interval: Interval = BOOTSTRAP
) -> list[Coefficient]:
    """Nominal alpha of each value against everything else, of all of them (or these) in one pass."""
    whole, given, same = coincidences(spans)
    facts = _facts(spans)

    def finish(total: Floats) -> Floats:
        n, each, alike = total.T
        return _alpha(n, each - alike, each * (n - each))

    found = []
    for value in range(len(spans.values)) if values is None else values:
        parts = np.stack([whole, given[:, value], same[:, value]], 1)
        reason = unused(spans, value)
        found.append(judged("alpha", _made(parts, finish), reason, interval, facts))
    return found


def _alpha(n: Floats, apart: Floats, expected: Floats) -> Floats:
    return 1 - safe((n - 1) * apart, np.where(expected > 1e-12 * n**2, expected, 0.0))


def _made(parts: Floats, finish: Finish) -> Additive | None:
    return Additive(parts, finish) if len(parts) else None


def _facts(spans: Continuum) -> dict[str, object]:
    return {
        "units": int(spans.length[spans.readers() >= 2].sum()),
        "coders": int(spans.read.any(1).sum()),
    }


def unused(spans: Continuum, value: int | None = None) -> Message:
    """Why stretches of one value, or of all, have no coefficient over characters or units."""
    if not spans.length.sum():
        return NOTHING
    coders = int(spans.read.any(1).sum())
    if coders < 2:
        return NOBODY_ELSE if coders else NOBODY
    shared = spans.readers() >= 2
    if not bool(spans.length[shared].sum()):
        return NOTHING_SHARED
    mine = shared[spans.source] & (value is None or spans.value == value)
    several = value is None and len(spans.values) > 1
    if not bool(mine.any()):
        return NOT_CODED if several else say("Nobody used this code in what several people read.")
    return (
        ALL_ALIKE
        if several
        else say(
            "Everybody used this code everywhere: without difference there is no chance to compare with."
        )
    )


MEASURE = Measure(
    name="joint-alpha",
    title=say("Alpha of all codes jointly"),
    about=say(
        "Codes may overlap; two places are as far apart as there are codes only one of them has."
    ),
    formula="1 − Σ_k D_o,k / Σ_k D_e,k",
    source="Krippendorff 2011, joined over codes by Jejak",
    works_on="continuum",
    compute=joint_alpha,
    of_sets=True,
)
