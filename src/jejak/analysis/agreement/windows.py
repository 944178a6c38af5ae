"""P_k and WindowDiff: how alike two coders cut a text, seen through a window that moves along it.

Both count windows in which two coders differ, so 0 would be full agreement; they are given as one less
that share, so that 1 is full agreement as with all others. Of two coders the one is no truer than the
other: each is the reference in turn, and the two shares are averaged.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ...errors import InvalidInput
from ...model.message import say
from ..spans import Bools, Floats, Ints, different
from .boundaries import NOBODY_CUT, cuts_of
from .coefficient import Coefficient, Measure
from .continuum import Continuum
from .option import Option
from .pairing import mean_of_pairs, shared_sources
from .tally import tally
from .uncertainty import BOOTSTRAP, Additive, Interval, judged
from .unitizing import no_stretches

__all__ = ["P_K", "WINDOW_DIFF", "p_k", "window_diff"]

_TOO_WIDE = say("No text is longer than the window.")
# From how many boundaries of one and of the other lie in windows to whether they differ.
_Differ = Callable[[Ints, Ints], Bools]


def p_k(spans: Continuum, *, window: int = 0, interval: Interval = BOOTSTRAP) -> Coefficient:
    """One less the share of windows whose two ends lie in one piece for the one coder and in two for
    the other (Beeferman, Berger & Lafferty 1999).

    Windows reach over ``window`` places; 0, by default, is half the mean length of the reference's
    pieces, rounded, and at least 2. Boundaries are where stretches begin or are over. Raises
    :class:`InvalidInput` for a window below 0.
    """
    return _of_windows("p-k", spans, lambda one, two: (one > 0) != (two > 0), window, interval)


def window_diff(
    spans: Continuum, *, window: int = 0, interval: Interval = BOOTSTRAP
) -> Coefficient:
    """One less the share of windows that hold more boundaries of the one coder than of the other
    (Pevzner & Hearst 2002); all else as with :func:`p_k`."""
    return _of_windows("window-diff", spans, lambda one, two: one != two, window, interval)


def _of_windows(
    measure: str, spans: Continuum, differ: _Differ, window: int, interval: Interval
) -> Coefficient:
    if window < 0:
        raise InvalidInput(
            "wrong-window",
            f"A window cannot reach over {window} places.",
            "Give 1 or more, or 0 for half the mean length of a piece.",
        )
    kept = (spans.readers() >= 2) & (spans.length > 0)
    facts = {
        "units": int(spans.length[kept].sum()),
        "coders": int(spans.read.any(1).sum()),
        "options": {"window": window},
    }
    pairs = shared_sources(spans)
    if not pairs or not bool(kept.any()):
        return judged(measure, None, no_stretches(spans, measure), interval, facts)
    cuts = [cuts_of(spans, coder) for coder in range(len(spans.coders))]
    counted = [
        np.stack(_compared(spans, cuts[one], cuts[two], differ, window), 1) * both[:, None]
        for first, second, both in pairs
        for one, two in ((first, second), (second, first))
    ]
    parts = np.concatenate([one[kept] for one in counted], 1)

    def finish(total: Floats) -> Floats:
        alike, windows, cut = total.T.reshape(-1, 3, len(total)).transpose(1, 2, 0)
        return mean_of_pairs(alike, np.where(cut > 0, windows, 0))

    reason = NOBODY_CUT if not window or bool((spans.length > window).any()) else _TOO_WIDE
    return judged(measure, Additive(parts, finish), reason, interval, facts)


def _compared(
    spans: Continuum, reference: Ints, other: Ints, differ: _Differ, window: int
) -> tuple[Floats, Floats, Floats]:
    """By source: windows that are alike, all windows, and boundaries of either."""
    many = len(spans.sources)
    mine, theirs = (_by_source(cuts, spans.offset, many) for cuts in (reference, other))
    half = np.rint(spans.length / (mine + 1) / 2).astype(np.int64)
    wide = np.full(many, window) if window else np.maximum(half, 2)
    windows = np.maximum(spans.length - wide, 0)
    ranges = [_windows_over(cuts, spans.offset, wide, windows) for cuts in (reference, other)]
    edges = different(np.concatenate([spans.offset, *(end for one in ranges for end in one)]))
    deep = [_depth(begin, over, edges) for begin, over in ranges]
    apart = np.diff(edges) * differ(deep[0], deep[1])
    source = np.searchsorted(spans.offset, edges[:-1], "right") - 1
    wrong = tally(source, apart, many)
    return windows - wrong, windows.astype(float), (mine + theirs).astype(float)


def _by_source(cuts: Ints, offset: Ints, many: int) -> Ints:
    return np.bincount(np.searchsorted(offset, cuts, "right") - 1, minlength=many)


def _windows_over(cuts: Ints, offset: Ints, wide: Ints, windows: Ints) -> tuple[Ints, Ints]:
    """For each boundary the windows, by where they begin on the line, that it lies in."""
    source = np.searchsorted(offset, cuts, "right") - 1
    base = offset[source]
    begin = np.maximum(cuts - wide[source], base)
    over = np.minimum(cuts, base + windows[source])
    there = begin < over
    return begin[there], over[there]


def _depth(begin: Ints, over: Ints, edges: Ints) -> Ints:
    """How many ranges are open between each edge and the next."""
    wide = len(edges)
    step = np.bincount(np.searchsorted(edges, begin), minlength=wide) - np.bincount(
        np.searchsorted(edges, over), minlength=wide
    )
    return np.asarray(np.cumsum(step)[:-1])


_WINDOW = Option("window", 0, whole=True)
P_K = Measure(
    name="p-k",
    title=say("P_k, as agreement"),
    about=say(
        "How often two places a window apart lie in one piece for both coders, or in two for both."
    ),
    formula="1 − (1 / (N − k)) Σ_i [δ_A(i, i+k) ≠ δ_B(i, i+k)]",
    source="Beeferman, Berger & Lafferty 1999",
    works_on="continuum",
    compute=p_k,
    chance=False,
    options=(_WINDOW,),
    of_pairs=True,
)
WINDOW_DIFF = Measure(
    name="window-diff",
    title=say("WindowDiff, as agreement"),
    about=say("How often both coders cut equally often within a window that moves along the text."),
    formula="1 − (1 / (N − k)) Σ_i [b_A(i, i+k) ≠ b_B(i, i+k)]",
    source="Pevzner & Hearst 2002",
    works_on="continuum",
    compute=window_diff,
    chance=False,
    options=(_WINDOW,),
    of_pairs=True,
)
