"""Boundary similarity: how alike two coders cut a text, whatever they called the pieces."""

from __future__ import annotations

import numpy as np

from ...errors import InvalidInput
from ...model.message import say
from ..spans import Floats, Ints
from .chance import safe
from .coefficient import Coefficient, Measure
from .continuum import Continuum
from .option import Option
from .pairing import shared_sources
from .tally import tally
from .uncertainty import BOOTSTRAP, Additive, Interval, judged
from .unitizing import no_stretches

__all__ = ["MEASURE", "NOBODY_CUT", "boundary_similarity", "cuts_of"]

NOBODY_CUT = say("Nobody cut what several people read.")


def boundary_similarity(
    spans: Continuum, *, reach: int = 2, interval: Interval = BOOTSTRAP
) -> Coefficient:
    """``B = 1 − (|A_e| + w_t(T_e)) / (|A_e| + |T_e| + |B_M|)``, over all pairs of coders (Fournier
    2013): ``A_e`` are boundaries of one coder alone, ``B_M`` those that match, ``T_e`` those that
    differ by less than ``reach`` places, each at its distance over ``reach``.

    Boundaries are where stretches begin or are over, but for the ends of the text. Raises
    :class:`InvalidInput` for a reach below 1.
    """
    if reach < 1:
        raise InvalidInput("wrong-reach", "Boundaries match at least where they are the same: 1.")
    kept = (spans.readers() >= 2) & (spans.length > 0)
    facts = {
        "units": int(spans.length[kept].sum()),
        "coders": int(spans.read.any(1).sum()),
        "options": {"reach": reach},
    }
    pairs = shared_sources(spans)
    if not pairs or not bool(kept.any()):
        reason = no_stretches(spans, "boundary-similarity")
        return judged("boundary-similarity", None, reason, interval, facts)
    cuts = [cuts_of(spans, coder) for coder in range(len(spans.coders))]
    alike, all_ = [], []
    for one, two, both in pairs:
        same, whole = _compared(cuts[one], cuts[two], spans.offset, reach)
        alike.append((same * both)[kept])
        all_.append((whole * both)[kept])
    half = len(pairs)
    additive = Additive(
        np.stack([*alike, *all_], 1),
        lambda total: safe(total[:, :half].sum(1), total[:, half:].sum(1)),
    )
    return judged("boundary-similarity", additive, NOBODY_CUT, interval, facts)


def cuts_of(spans: Continuum, coder: int) -> Ints:
    """Where a coder cut, on the line; the ends of sources are nobody's."""
    mine = spans.of_rows(spans.coder == coder)
    inside = np.concatenate([mine.start, mine.end])
    source = np.tile(mine.source, 2)
    cut = (inside > 0) & (inside < spans.length[source])
    return np.unique((spans.offset[source] + inside)[cut])


def _compared(first: Ints, second: Ints, offset: Ints, reach: int) -> tuple[Floats, Floats]:
    """By source: how alike the boundaries are, and how many there are, a pair counting once."""
    many = len(offset) - 1

    def count(places: Ints) -> Floats:
        return tally(_source(places, offset), np.ones(len(places)), many)

    both = np.intersect1d(first, second)
    one, two = np.setdiff1d(first, both), np.setdiff1d(second, both)
    alike = count(both)
    whole = alike.copy()
    for apart in range(1, reach):
        near = _near(one, two, apart, offset)
        moved = np.array([place for place, _ in near], np.int64)
        alike += (1 - apart / reach) * count(moved)
        whole += count(moved)
        one = np.setdiff1d(one, moved)
        two = np.setdiff1d(two, np.array([other for _, other in near], np.int64))
    for alone in (one, two):
        whole += count(alone)
    return alike, whole


def _source(places: Ints, offset: Ints) -> Ints:
    return np.searchsorted(offset, places, "right") - 1


def _near(one: Ints, two: Ints, apart: int, offset: Ints) -> list[tuple[int, int]]:
    """Pairs of places so far apart within one source, from the left, each place in one pair."""
    free = dict(zip(two.tolist(), _source(two, offset).tolist(), strict=True))
    found: list[tuple[int, int]] = []
    for place, source in zip(one.tolist(), _source(one, offset).tolist(), strict=True):
        for other in (place - apart, place + apart):
            if free.get(other) == source:
                del free[other]
                found.append((place, other))
                break
    return found


MEASURE = Measure(
    name="boundary-similarity",
    title=say("Boundary similarity"),
    about=say("How alike coders cut the text, whatever they called the pieces."),
    formula="1 − (|A_e| + w_t(T_e)) / (|A_e| + |T_e| + |B_M|)",
    source="Fournier 2013",
    works_on="continuum",
    compute=boundary_similarity,
    chance=False,
    options=(Option("reach", 2, whole=True),),
)
