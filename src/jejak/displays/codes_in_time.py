"""Codes over time: what is spoken of when, by the dates of sources or of posts and turns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from ..analysis.periods import GRAINS, period_number, period_numbers
from ..analysis.spans import Ints
from ..model.corpus import Corpus
from ..model.message import say
from ..model.shape import Matrix
from .display import DisplayFilter, DisplayKind, Setting
from .matrix import REDUCERS, Assembly, Facet, assemble

__all__ = ["KIND", "compute"]

# So many periods are read at a glance; so many of the dates are to lie in one (limits of Jejak's own).
_GLANCE = 40
_EXACT = 0.9


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Codes by periods. Settings: see :data:`KIND`."""
    said = settings["by"] == "said"
    grain = settings["period"]
    if grain == "fitting":
        grain = _of_moments(corpus) if said else _of_dates(corpus)
    matrix = assemble(
        corpus,
        only,
        kind=KIND.name,
        rows=[Facet("code", codes=tuple(settings["codes"]), below=settings["below"])],
        columns=[Facet("time" if said else "period", grain)],
        how=Assembly(reducer=settings["measure"], top=settings["top"]),
        title=say("Codes over time"),
    )
    return replace(matrix, drawing="periods")


def _of_moments(corpus: Corpus) -> str:
    """The finest period of which not too many lie between the first and the last post or turn."""
    known = corpus.blocks.time[corpus.blocks.time != -1]
    fitting = (g for g in reversed(GRAINS) if _spanned(period_numbers(known, g)) < _GLANCE)
    return next(fitting, GRAINS[0])


def _of_dates(corpus: Corpus) -> str:
    """The same for the dates of sources, if most are exact enough to lie in one such period."""
    dates = [date for date in corpus.sources.facets.get("collected", ()) if date is not None]
    for grain in reversed(GRAINS):
        numbers = [number for date in dates if (number := period_number(date, grain)) is not None]
        if len(numbers) >= _EXACT * len(dates) and _spanned(np.array(numbers, np.int64)) < _GLANCE:
            return grain
    return GRAINS[0]


def _spanned(numbers: Ints) -> int:
    return int(np.ptp(numbers)) if len(numbers) else 0


KIND = DisplayKind(
    name="codes-in-time",
    title=say("Codes over time"),
    purpose="order",
    about=say(
        "Use it to see what is spoken of when: which codes come up, grow, and fall silent over the"
        " months of a study, or over the hours of a conversation."
    ),
    source="MAXQDA: Codeline",
    settings=(
        Setting(
            "by",
            say("Time"),
            "choice",
            (
                ("collected", say("When the source was collected")),
                ("said", say("When it was said or posted")),
            ),
            "collected",
        ),
        Setting(
            "period",
            say("Periods"),
            "choice",
            (
                ("fitting", say("Whatever fits")),
                ("year", say("Years")),
                ("quarter", say("Quarters")),
                ("month", say("Months")),
                ("week", say("Weeks")),
                ("day", say("Days")),
            ),
            "fitting",
        ),
        Setting(
            "measure",
            say("What is counted"),
            "choice",
            tuple(
                (name, REDUCERS.get(name).title)
                for name in (
                    "codings",
                    "segments",
                    "cases",
                    "share of cases",
                    "sources",
                    "characters",
                    "seconds",
                )
            ),
            "codings",
        ),
        Setting("codes", say("Codes (none chosen: all)"), "codes", default=[]),
        Setting("below", say("Count each code with all below it"), "switch", default=False),
        Setting("top", say("At most so many codes and periods"), "number", default=40, most=500),
    ),
    compute=compute,
    shown="chart",
)
