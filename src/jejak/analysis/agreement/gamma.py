"""The gamma coefficient: units and categories at once, by the best alignment of coders' stretches."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import Any

import numpy as np

from ...errors import InvalidInput
from ...model.message import say
from ..spans import Floats
from .alignment import Dissimilarity, Units, least_disorder
from .chance import safe
from .coefficient import Coefficient, Measure
from .continuum import Continuum
from .option import Option
from .uncertainty import BOOTSTRAP, Additive, Interval, judged
from .unitizing import no_stretches

__all__ = ["MEASURE", "gamma", "observed_disorder"]

_FIRST = 30


def gamma(
    spans: Continuum,
    *,
    alpha: float = 1.0,
    beta: float = 1.0,
    empty: float = 1.0,
    samples: int = _FIRST,
    precision: float | None = None,
    seed: int = 1,
    interval: Interval = BOOTSTRAP,
) -> Coefficient:
    """``γ = 1 − δ of the best alignment / mean δ of chance`` (Mathet, Widlöcher & Métivier 2015).

    Chance is the paper's shuffle: each coder gets the stretches of a coder drawn at random, moved round
    the text by a random distance. So many ``samples`` are drawn from ``seed``; with ``precision`` as
    many more as bring the error of the mean under it. Figures of other samplers cannot be compared.
    Several sources are aligned one by one and their disorders added. Values may overlap.
    Raises :class:`MissingExtra` without SciPy, :class:`InvalidInput` for more than can be aligned.
    """
    if samples < 1 or (precision is not None and precision <= 0):
        raise InvalidInput(
            "wrong-samples", "Chance needs at least one sample, and a precision above 0."
        )
    if min(alpha, beta) < 0 or empty <= 0:
        raise InvalidInput(
            "wrong-weights", "What others lack costs more than nothing, and nothing weighs less."
        )
    by = Dissimilarity(alpha, beta, empty)
    places = _by_source(spans)
    marked = [at for at, (_, units) in enumerate(places) if sum(map(len, units))]
    facts: dict[str, Any] = {
        "units": sum(sum(map(len, units)) for _, units in places),
        "coders": int(spans.read.any(1).sum()),
    }
    if not marked:
        return judged("gamma", None, no_stretches(spans, "gamma"), interval, facts)
    best = np.array([least_disorder(places[at][1], by) for at in marked])
    draw = np.random.default_rng(seed)
    chance = _chance([places[at] for at in marked], by, samples, draw)
    if precision is not None:
        more = _wanted(chance.sum(0), precision) - samples
        if more > 0:
            further = _chance([places[at] for at in marked], by, more, draw)
            chance = np.concatenate([chance, further], 1)
    # Sources where nobody marked anything are drawn as well.
    parts = np.zeros((len(places), 2))
    parts[marked] = np.stack([best, chance.mean(1)], 1)
    facts["options"] = {
        "alpha": alpha, "beta": beta, "empty": empty, "sampler": "shuffle", "seed": seed,
        "samples": chance.shape[1],
    }  # fmt: skip
    total = chance.sum(0)
    found = judged(
        "gamma", Additive(parts, lambda t: 1 - safe(t[:, 0], t[:, 1])), no_stretches(spans, "gamma"),
        interval, facts,
    )  # fmt: skip
    if found.value is None or len(total) < 2:
        return found
    spread = float(total.std(ddof=1) / total.mean() / np.sqrt(len(total)))
    return replace(found, extra={"error_of_chance": spread * (1 - found.value)})


def observed_disorder(spans: Continuum, by: Dissimilarity) -> float:
    """The disorder of the best alignment over the mean number of a coder's stretches, summed over
    sources. Raises as :func:`gamma`."""
    places = [one for one in _by_source(spans) if sum(map(len, one[1]))]
    return float(
        sum(least_disorder(units, by) * len(units) / sum(map(len, units)) for _, units in places)
    )


def _by_source(spans: Continuum) -> list[tuple[int, list[Units]]]:
    """The length of each source that two read, and its readers' stretches."""
    found = []
    for source in np.flatnonzero((spans.readers() >= 2) & (spans.length > 0)):
        here = spans.of_rows(spans.source == source)
        units = [
            Units(here.start[mine], here.end[mine], here.value[mine])
            for coder in np.flatnonzero(spans.read[:, source])
            for mine in (here.coder == coder,)
        ]
        found.append((int(spans.length[source]), units))
    return found


def _chance(
    places: list[tuple[int, list[Units]]],
    by: Dissimilarity,
    samples: int,
    draw: np.random.Generator,
) -> Floats:
    return np.array(
        [
            [least_disorder(_shuffled(length, units, draw), by) for _ in range(samples)]
            for length, units in places
        ]
    )


def _shuffled(length: int, units: list[Units], draw: np.random.Generator) -> list[Units]:
    """For each coder another's stretches, turned round the text; what the cut goes through stands at
    the end. Two coders are turned apart by half a stretch at least, where there is room."""
    wide = np.mean(np.concatenate([one.end - one.start for one in units])) / 2
    wide = min(float(wide), length / (2 * len(units)))
    turns: list[float] = []
    while len(turns) < len(units):
        turn = float(draw.uniform(0, length))
        if all(abs(turn - other) >= wide for other in turns) or draw.random() < 0.001:
            turns.append(turn)
    return [_turned(units[draw.integers(len(units))], round(turn), length) for turn in turns]


def _turned(units: Units, turn: int, length: int) -> Units:
    move = np.where(units.start >= turn, -turn, length - turn)
    return Units(units.start + move, units.end + move, units.value)


def _wanted(total: Floats, precision: float) -> int:
    """``⌈(1.96 CV / precision)²⌉`` samples, CV the coefficient of variation of those there are."""
    if len(total) < 2 or not total.mean():
        return len(total)
    return ceil((1.96 * float(total.std(ddof=1) / total.mean()) / precision) ** 2)


MEASURE = Measure(
    name="gamma",
    title=say("Gamma"),
    about=say("Where stretches are and what they were called at once, by aligning them."),
    formula="1 − δ_best / mean δ_chance",
    source="Mathet, Widlöcher & Métivier 2015",
    works_on="continuum",
    compute=gamma,
    options=(
        Option("alpha", 1.0),
        Option("beta", 1.0),
        Option("empty", 1.0),
        Option("samples", _FIRST, whole=True),
        Option("precision", None),
        Option("seed", 1, whole=True),
    ),
)
