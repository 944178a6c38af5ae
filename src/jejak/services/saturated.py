"""What is asked of saturation, and what is answered."""

from __future__ import annotations

from dataclasses import dataclass

from ..analysis.saturation import Covered, Meaning, Permuted, Richness, Stopping

__all__ = ["Rule", "Saturated", "Step"]


@dataclass(frozen=True, slots=True)
class Rule:
    """How it is told: ``by`` source or case, in the ``order`` in which sources were collected or added;
    base, run and threshold of Guest, Namey & Chen 2020; ``quiet`` sources in which a code's meaning no
    longer grows; so many ``draws`` of other orders from a ``seed``."""

    by: str = "source"
    order: str = "collected"
    base: int = 4
    run: int = 2
    threshold: float = 0.05
    quiet: int = 2
    draws: int = 1_000
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Step:
    """One source or case: how many codes it holds, how many it is the first to show (by name), and how
    many were seen by then, in this order and on average over all."""

    guid: str
    name: str
    codes: int
    new: tuple[str, ...]
    seen: int
    expected: float


@dataclass(frozen=True, slots=True)
class Saturated:
    """The answer: ``meanings`` are those codes that have codes below them, by name; ``once`` the codes
    that stand in one source or case alone; ``covered`` says what of the material is coded."""

    rule: Rule
    steps: tuple[Step, ...]
    codes: int
    stopping: Stopping
    permuted: Permuted
    richness: Richness
    meanings: tuple[tuple[str, Meaning], ...]
    once: tuple[str, ...]
    covered: Covered
    uncoded: int
    undated: int
    version: int
