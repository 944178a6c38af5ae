"""Krippendorff's alpha."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ...errors import InvalidInput
from ...model.message import say
from ..spans import Floats
from .chance import facts_of, no_value, safe
from .coefficient import Coefficient, Measure
from .option import Option
from .ratings import Ratings
from .tally import tally
from .uncertainty import BOOTSTRAP, Additive, Finish, Interval, judged

__all__ = ["LEVELS", "MEASURE", "by_distance", "krippendorff_alpha"]

LEVELS = ("nominal", "ordinal", "interval", "ratio")
_MOST_RANKS = 200


def krippendorff_alpha(
    ratings: Ratings, *, level: str = "nominal", interval: Interval = BOOTSTRAP
) -> Coefficient:
    """``α = 1 − (n−1) Σ o_ck δ_ck / Σ n_c n_k δ_ck`` for any number of coders and gaps (Krippendorff
    2011).

    ``level`` says how far two values are apart: ``nominal`` 1, ``interval`` ``(c−k)²``, ``ratio``
    ``((c−k)/(c+k))²``, ``ordinal`` ``(Σ n_g from c to k − (n_c+n_k)/2)²`` in the order of the values.
    Units that fewer than two coders saw tell nothing and are left out.
    Raises :class:`InvalidInput` for another level, and for values that are no numbers where it wants
    them.
    """
    if level not in LEVELS:
        raise InvalidInput(
            "unknown-level", f"There is no level “{level}”.", f"Use: {', '.join(LEVELS)}."
        )
    facts = facts_of(ratings, level=level)
    shared = ratings.paired()
    if not facts["units"]:
        return judged("alpha", None, no_value(ratings), interval, facts)
    parts, finish = _WAYS[level](shared)
    return judged("alpha", Additive(parts, finish), no_value(ratings), interval, facts)


def _sums(shared: Ratings, apart: Floats | None) -> Floats:
    """``Σ o_ck δ_ck`` by group, for values so far ``apart``."""
    disagreed = 1 - shared.agreement(None if apart is None else 1 - apart)
    return shared.by_group(disagreed * shared.seen())


def _given(shared: Ratings) -> Floats:
    return shared.by_value(np.ones(len(shared.size)))


def _nominal(shared: Ratings) -> tuple[Floats, Finish]:
    def finish(total: Floats) -> Floats:
        given = total[:, 1:]
        n = given.sum(1)
        return _alpha(total[:, 0], n, n**2 - (given**2).sum(1))

    return np.concatenate([_sums(shared, None)[:, None], _given(shared)], 1), finish


def _alpha(disagreed: Floats, n: Floats, expected: Floats) -> Floats:
    # What is left over after rounding is no variation.
    return 1 - safe((n - 1) * disagreed, np.where(expected > 1e-12 * n**2, expected, 0.0))


def _interval(shared: Ratings) -> tuple[Floats, Finish]:
    """By moments: ``Σ n_c n_k (c−k)² = 2 (n Σ n c² − (Σ n c)²)``, whatever number of values."""
    value = shared.numbers()
    value = (value - value.mean()) / max(float(np.ptp(value)), 1e-300)
    given = _given(shared)
    parts = [_sums(shared, (value[:, None] - value) ** 2), given.sum(1), given @ value, given @ value**2]  # fmt: skip

    def finish(total: Floats) -> Floats:
        disagreed, n, first, second = total.T
        return _alpha(disagreed, n, 2 * (n * second - first**2))

    return np.stack(parts, 1), finish


def _ratio(shared: Ratings) -> tuple[Floats, Finish]:
    value = shared.numbers()
    if len(value) and value.min() < 0:
        raise InvalidInput("negative-ratio", "Ratios want values from a true zero upwards.")
    both = value[:, None] + value
    apart = np.divide(value[:, None] - value, both, out=np.zeros_like(both), where=both > 0) ** 2
    return by_distance(shared, apart)


def by_distance(shared: Ratings, apart: Floats) -> tuple[Floats, Finish]:
    """Sums by group, and what to make of their total, for values so far ``apart`` whatever is given."""

    def finish(total: Floats) -> Floats:
        given = total[:, 1:]
        return _alpha(total[:, 0], given.sum(1), ((given @ apart) * given).sum(1))

    return np.concatenate([_sums(shared, apart)[:, None], _given(shared)], 1), finish


def _ordinal(shared: Ratings) -> tuple[Floats, Finish]:
    """The distance depends on how often every value was given, so all coincidences are kept."""
    many = len(shared.values)
    if many > _MOST_RANKS:
        raise InvalidInput(
            "too-many-ranks",
            f"An order of {many} values is too fine for this coefficient.",
            f"Put them into at most {_MOST_RANKS} ranks, or take the level “interval”.",
        )
    coincidences = _coincidences(shared)

    def finish(total: Floats) -> Floats:
        given, seen = total[:, many**2 :], total[:, : many**2].reshape(-1, many, many)
        until = np.cumsum(given, 1) - given / 2
        apart = (until[:, :, None] - until[:, None, :]) ** 2
        expected = (given[:, :, None] * given[:, None, :] * apart).sum((1, 2))
        scale = np.maximum(given.sum(1) ** 2, 1)
        return _alpha((seen * apart).sum((1, 2)) / scale, given.sum(1), expected / scale)

    return np.concatenate([coincidences, _given(shared)], 1), finish


def _coincidences(shared: Ratings) -> Floats:
    """``o_ck`` by group, flat."""
    many, coders = len(shared.values), len(shared.coders)
    found = np.zeros(shared.groups * many**2)
    share = shared.size / (shared.seen() - 1)
    for one in range(coders):
        for other in range(coders):
            a, b = shared.table[one], shared.table[other]
            both = (a >= 0) & (b >= 0) & (one != other)
            key = (shared.group[both] * many + a[both]) * many + b[both]
            found += tally(key, share[both], len(found))
    return found.reshape(shared.groups, many**2)


_WAYS: dict[str, Callable[[Ratings], tuple[Floats, Finish]]] = {
    "nominal": _nominal,
    "ordinal": _ordinal,
    "interval": _interval,
    "ratio": _ratio,
}

MEASURE = Measure(
    name="alpha",
    title=say("Krippendorff’s alpha"),
    about=say("For any number of coders and gaps; one minus disagreement over that of chance."),
    formula="1 − (n−1) Σ o_ck δ_ck / Σ n_c n_k δ_ck",
    source="Krippendorff 2011",
    works_on="ratings",
    compute=krippendorff_alpha,
    options=(Option("level", "nominal", LEVELS),),
)
