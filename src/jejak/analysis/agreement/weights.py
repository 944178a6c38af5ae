"""How much two different values agree: 1 for the same, less the farther they are apart."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...errors import InvalidInput
from ..spans import Floats
from .option import Option

__all__ = ["WEIGHTED", "WEIGHTS", "Weights", "weights_of"]

WEIGHTS = ("identity", "linear", "quadratic", "ordinal")
WEIGHTED = Option("weights", "identity", WEIGHTS, tables=True)
Weights = str | Sequence[Sequence[float]] | Floats


def weights_of(weights: Weights, many: int) -> Floats | None:
    """The matrix of agreement between ``many`` values in order; ``None`` for identity.

    ``linear`` is ``1 - |i-j|/(q-1)``, ``quadratic`` ``1 - (i-j)²/(q-1)²`` (Fleiss & Cohen 1973),
    ``ordinal`` ``1 - C(|i-j|+1, 2)/C(q, 2)`` (Gwet 2014). A matrix is taken as disagreement ``v``,
    0 on its diagonal, and turned into ``1 - v/max v`` (Cohen 1968).
    Raises :class:`InvalidInput` for another name, and a matrix of another size.
    """
    if isinstance(weights, str):
        return _named(weights, many)
    apart = np.asarray(weights, float)
    if apart.shape != (many, many) or apart.max(initial=0) <= 0 or np.diag(apart).any():
        raise InvalidInput(
            "wrong-weights",
            f"Disagreement between {many} values is a table of {many} by {many}, 0 on its diagonal.",
        )
    return np.asarray(1 - apart / apart.max())


def _named(name: str, many: int) -> Floats | None:
    if name not in WEIGHTS:
        raise InvalidInput(
            "unknown-weights", f"There are no weights “{name}”.", f"Use: {', '.join(WEIGHTS)}."
        )
    if name == "identity":
        return None
    rank = np.arange(many)
    apart = np.abs(rank[:, None] - rank[None, :]).astype(float)
    steps = {"linear": apart, "quadratic": apart**2, "ordinal": apart * (apart + 1) / 2}[name]
    return np.asarray(1 - steps / max(steps.max(initial=0), 1))
