"""Krippendorff's alpha of sets of codes, with a distance that weighs a difference by the size of the sets."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from ...errors import InvalidInput
from ...model.message import say
from ..spans import Floats, Ints
from .characters import rated
from .coefficient import Coefficient, Measure
from .continuum import Continuum
from .joint import unused
from .krippendorff import by_distance
from .option import Option
from .uncertainty import BOOTSTRAP, Additive, Interval, judged

__all__ = ["DISTANCES", "MEASURE", "apart", "set_alpha"]

DISTANCES = ("masi", "jaccard")
# A table of distances of so many sets to one another takes 32 MB.
_MOST_SETS = 2_000
Set = tuple[int, ...]


def set_alpha(
    spans: Continuum, *, distance: str = "masi", interval: Interval = BOOTSTRAP
) -> Coefficient:
    """Alpha where each place has a set of values (Passonneau 2006), character by character (or unit by
    unit: :func:`.in_units`).

    ``distance`` is ``masi``, ``1 − J · M`` with Jaccard's ``J`` and ``M`` 1 for equal sets, 2/3 where one
    holds the other, 1/3 where they only share something, 0 where nothing; or ``jaccard``, ``1 − J``.
    Two empty sets are equal. Raises :class:`InvalidInput` for another distance, and where there are
    more than 2,000 different sets.
    """
    if distance not in DISTANCES:
        raise InvalidInput(
            "unknown-distance",
            f"There is no distance “{distance}” of sets.",
            f"Use: {', '.join(DISTANCES)}.",
        )
    edges, table, sets = _sets(spans)
    ratings = rated(spans, sets, edges, table)
    shared = ratings.paired()
    facts = {
        "units": int(shared.size.sum()),
        "coders": int(spans.read.any(1).sum()),
        "options": {"distance": distance},
    }
    if not facts["units"]:
        return judged("set-alpha", None, unused(spans), interval, facts)
    parts, finish = by_distance(shared, apart(sets, distance))
    return judged("set-alpha", Additive(parts, finish), unused(spans), interval, facts)


def apart(sets: tuple[Set, ...], distance: str) -> Floats:
    """How far each of the sets is from each."""
    wide = max((value for one in sets for value in one), default=-1) + 1
    held = np.zeros((len(sets), wide))
    for number, one in enumerate(sets):
        held[number, list(one)] = 1
    size = held.sum(1)
    common = held @ held.T
    either = size[:, None] + size - common
    alike = np.divide(common, either, out=np.ones_like(common), where=either > 0)
    if distance == "masi":
        within = common == np.minimum(size[:, None], size)
        same = common == np.maximum(size[:, None], size)
        alike *= np.select([same, within, common > 0], [1.0, 2 / 3, 1 / 3], 0.0)
    return np.asarray(1 - alike)


def _sets(spans: Continuum) -> tuple[Ints, Ints, tuple[Set, ...]]:
    """Where runs begin on the line and the last is over, the set of values (its number) that each
    coder gave each run, and the sets."""
    begin, over = spans.ends()
    places: dict[Set, int] = {(): 0}
    edges = np.unique(np.concatenate([spans.offset, begin, over]))
    table = np.zeros((len(spans.coders), max(len(edges) - 1, 0)), np.int64)
    for coder in range(len(spans.coders)):
        mine = np.flatnonzero(spans.coder == coder)
        own, number = _of_coder(begin[mine], over[mine], spans.value[mine], places)
        at = np.searchsorted(own, edges[:-1], "right") - 1
        table[coder] = np.append(number, 0)[at]
    if len(places) > _MOST_SETS:
        raise InvalidInput(
            "too-many-sets",
            f"{len(places):,} different sets of values are too many for this coefficient.",
            f"Compare fewer codes: at most {_MOST_SETS:,} sets.",
        )
    return edges, table, tuple(places)


def _of_coder(begin: Ints, over: Ints, value: Ints, places: dict[Set, int]) -> tuple[Ints, Ints]:
    """Where the sets of one coder change, and the number in ``places`` of the set from there on."""
    edges = np.unique(np.concatenate([begin, over]))
    first, last = np.searchsorted(edges, begin), np.searchsorted(edges, over)
    many = last - first
    run = np.repeat(first - (np.cumsum(many) - many), many) + np.arange(many.sum())
    given = np.repeat(value, many)
    order = np.lexsort((given, run))
    run, given = run[order], given[order]
    cuts = np.searchsorted(run, np.arange(len(edges) + 1)).tolist()
    listed = given.tolist()
    number = [
        places.setdefault(tuple(listed[low:high]), len(places)) for low, high in pairwise(cuts)
    ]
    return edges, np.array(number, np.int64)


MEASURE = Measure(
    name="set-alpha",
    title=say("Alpha of sets of codes"),
    about=say(
        "Codes may overlap; a difference weighs less where sets are large or one holds the other (MASI)."
    ),
    formula="1 − (n−1) Σ o_ck δ_ck / Σ n_c n_k δ_ck, δ = 1 − J · M",
    source="Passonneau 2006",
    works_on="continuum",
    compute=set_alpha,
    options=(Option("distance", "masi", DISTANCES),),
    of_sets=True,
)
