"""A chain of reasoning: as strong as its weakest step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..model.message import Message, say

__all__ = ["STRENGTHS", "StepRow", "Strength", "strength", "told", "weakest"]

Strength = Literal["broken", "bare", "told", "firm"]
# From the weakest to the strongest. The levels are Jejak's own.
STRENGTHS: tuple[Strength, ...] = ("broken", "bare", "told", "firm")
_WORDS = {
    "broken": say("what it predicts was looked for and not seen"),
    "bare": say("nothing on record shows it"),
    "told": say("words show it, but nothing it predicts was seen"),
    "firm": say("words show it, and what it predicts was seen"),
}


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step: its ``number``, the ``words`` it rests on, and whether what it predicts was *seen*,
    *not seen*, or is *open*."""

    number: int
    words: int
    seen: str = "open"


def strength(step: StepRow) -> Strength:
    """How firm one step is: a prediction that failed breaks it, and without words it is bare."""
    if step.seen == "not seen":
        return "broken"
    if not step.words:
        return "bare"
    return "firm" if step.seen == "seen" else "told"


def weakest(steps: Sequence[StepRow]) -> StepRow | None:
    """The first of the weakest steps; ``None`` where there are none."""
    return min(steps, key=lambda step: STRENGTHS.index(strength(step)), default=None)


def told(steps: Sequence[StepRow]) -> Message:
    """How strong a chain is, in words."""
    weak = weakest(steps)
    if weak is None:
        return say("No step of the reasoning is on record.")
    return say(
        "The reasoning of {n} step is as strong as step {number}, its weakest: {why}.|"
        "The reasoning of {n} steps is as strong as step {number}, its weakest: {why}.",
        n=len(steps), number=weak.number, why=_WORDS[strength(weak)],
    )  # fmt: skip
