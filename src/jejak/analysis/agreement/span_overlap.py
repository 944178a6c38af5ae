"""F1 and Jaccard of stretches: what two coders marked alike, with no chance taken off.

Where nothing says how much text was not worth marking, chance has no meaning, and F1 is what kappa
comes to as that text grows (Hripcsak & Rothschild 2005).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ...errors import InvalidInput
from ...model.message import say
from ..spans import Bools, Floats
from .coefficient import Coefficient, Measure
from .continuum import Continuum
from .option import Option
from .pairing import mean_of_pairs, shared_sources, touching
from .tally import tally
from .uncertainty import BOOTSTRAP, Additive, Interval, judged
from .unitizing import no_stretches

__all__ = ["F1", "JACCARD", "span_f1", "span_jaccard"]

# For a pair of coders and the sources that both read: two columns by source, to be divided.
_Counted = Callable[[Continuum, int, int, Bools], tuple[Floats, Floats]]


def span_f1(
    spans: Continuum, *, overlap: float = 1.0, interval: Interval = BOOTSTRAP
) -> Coefficient:
    """``2 TP / (N₁ + N₂)`` over stretches of one value, averaged over pairs of coders.

    Two stretches are the same if they share at least ``overlap`` of the length over which they reach
    together: 1, by default, is the very same stretch. Raises :class:`InvalidInput` for an overlap of a
    half or less, where one stretch could be the same as two.
    """
    if not 0.5 < overlap <= 1:
        raise InvalidInput("wrong-overlap", "The overlap must be more than 0.5, and at most 1.")

    def counted(these: Continuum, one: int, two: int, both: Bools) -> tuple[Floats, Floats]:
        found, many = touching(these, one, two, both), len(these.sources)
        same = found.common >= overlap * found.together
        mine = np.isin(these.coder, [one, two]) & both[these.source]
        return (
            tally(found.source[same], 2 * np.ones(int(same.sum())), many),
            tally(these.source[mine], np.ones(int(mine.sum())), many),
        )

    return _of_pairs("span-f1", spans, counted, interval, overlap=overlap)


def span_jaccard(spans: Continuum, *, interval: Interval = BOOTSTRAP) -> Coefficient:
    """Characters that both coders gave a value, over those that either gave it, summed over values and
    averaged over pairs of coders (Jaccard 1912)."""

    def counted(these: Continuum, one: int, two: int, both: Bools) -> tuple[Floats, Floats]:
        found, many = touching(these, one, two, both), len(these.sources)
        mine = np.isin(these.coder, [one, two]) & both[these.source]
        common = tally(found.source, found.common, many)
        each = (these.end - these.start)[mine]
        return common, tally(these.source[mine], each, many) - common

    return _of_pairs("span-jaccard", spans, counted, interval)


def _of_pairs(
    measure: str, spans: Continuum, counted: _Counted, interval: Interval, **options: float
) -> Coefficient:
    kept = (spans.readers() >= 2) & (spans.length > 0)
    facts = {
        "units": int((kept[spans.source]).sum()),
        "coders": int(spans.read.any(1).sum()),
        "options": options,
    }
    pairs = [counted(spans, *pair) for pair in shared_sources(spans)]
    if not pairs or not bool(kept.any()):
        return judged(measure, None, no_stretches(spans, measure), interval, facts)
    parts = np.stack([one[kept] for pair in zip(*pairs, strict=True) for one in pair], 1)
    half = parts.shape[1] // 2
    additive = Additive(parts, lambda total: mean_of_pairs(total[:, :half], total[:, half:]))
    return judged(measure, additive, no_stretches(spans, measure), interval, facts)


F1 = Measure(
    name="span-f1",
    title=say("F1 of stretches"),
    about=say("How many stretches two coders marked alike, nothing taken off for chance."),
    formula="2 TP / (N₁ + N₂)",
    source="Hripcsak & Rothschild 2005",
    works_on="continuum",
    compute=span_f1,
    chance=False,
    options=(Option("overlap", 1.0),),
    of_pairs=True,
)
JACCARD = Measure(
    name="span-jaccard",
    title=say("Jaccard of stretches"),
    about=say(
        "Characters that both coded over those that either coded, nothing taken off for chance."
    ),
    formula="|A ∩ B| / |A ∪ B|",
    source="Jaccard 1912",
    works_on="continuum",
    compute=span_jaccard,
    chance=False,
    of_pairs=True,
)
