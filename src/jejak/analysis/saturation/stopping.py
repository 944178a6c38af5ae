"""Base, run and threshold: when new sources bring next to nothing new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...errors import InvalidInput
from ...model.message import Message, say
from ..spans import Ints

__all__ = ["Stopping", "check_rule", "stopping"]


@dataclass(frozen=True, slots=True)
class Stopping:
    """After how many sources (``point``) the next ``run`` brought at most ``threshold`` of what the
    first ``base`` had; ``None`` where they never did or it cannot be told, for a ``reason``.

    ``ratios[i]`` is that share for the run after ``base + i`` sources; ``share`` how much of all that
    was found in the end was there by then; ``seen`` how many codes the base had.
    """

    base: int
    run: int
    threshold: float
    seen: int
    ratios: tuple[float, ...]
    point: int | None
    share: float | None
    reason: Message | None = None

    @property
    def label(self) -> str:
        """As it is reported: ``6+2`` is saturation at six sources, by a run of two more."""
        return "" if self.point is None else f"{self.point}+{self.run}"


def check_rule(base: int, run: int, threshold: float) -> None:
    """Raises :class:`InvalidInput` for a base or run below 1, and a threshold that is no share."""
    if base < 1 or run < 1 or not 0 <= threshold < 1:
        raise InvalidInput(
            "wrong-rule", "Base and run are at least 1, and the threshold is a share: 0.05, say."
        )


def stopping(
    new: Ints | Sequence[int], *, base: int = 4, run: int = 2, threshold: float = 0.05
) -> Stopping:
    """Where saturation was reached, from how many codes each source was the first to show.

    Runs overlap, and every run is compared with the base, unrounded (Guest, Namey & Chen 2020): they
    take a base of 4, 5 or 6, a run of 2 or 3, a threshold of 5 % or 0. Raises as :func:`check_rule`.
    """
    check_rule(base, run, threshold)
    counts = np.asarray(new, np.int64)
    seen = int(counts[:base].sum())
    rule = (base, run, threshold, seen)
    if len(counts) < base + run:
        reason = say(
            "A base of {base} and a run of {run} need {n} sources; there are {there}.",
            base=base, run=run, n=base + run, there=len(counts),
        )  # fmt: skip
        return Stopping(*rule, (), None, None, reason)
    if not seen:
        reason = say(
            "The first {n} sources have no code, so nothing can be compared with them.", n=base
        )
        return Stopping(*rule, (), None, None, reason)
    sums = np.convolve(counts[base:], np.ones(run, np.int64), "valid")
    ratios = tuple((sums / seen).tolist())
    at = next((n for n, ratio in enumerate(ratios) if ratio <= threshold), None)
    if at is None:
        reason = say("Every run of {run} brought more than that: it was not reached.", run=run)
        return Stopping(*rule, ratios, None, None, reason)
    share = float(counts[: base + at].sum() / counts.sum())
    return Stopping(*rule, ratios, base + at, share)
