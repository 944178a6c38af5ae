"""A map of codes: those that go together stand near each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..analysis.scaling import Scaled, classical_scaling, smacof
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.shape import Caption, Cell, Heading, Matrix, why
from .display import DisplayFilter, DisplayKind, Setting
from .literature import also, in_miles
from .profiles import UNIT, profiles

__all__ = ["KIND", "compute"]

# Kruskal (1964) calls a stress of .10 fair and one of .20 poor.
_POOR = 0.2
_FEWEST = 3


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Codes by the two axes of the map. Settings: see :data:`KIND`."""
    found = profiles(corpus, {**settings, "of": "codes"}, only)
    apart = 1 - np.nan_to_num(found.likeness("jaccard"))
    np.fill_diagonal(apart, 0)
    method = smacof if settings["method"] == "stress" else classical_scaling
    # The square root of a distance of Jaccard's is one in space (Gower & Legendre 1986).
    scaled = method(np.sqrt(apart))
    drawn = len(found.headings) >= _FEWEST
    cells = {
        (row, axis): Cell(float(scaled.points[row, axis]), query=str(query))
        for row, query in enumerate(found.queries)
        for axis in range(2)
    }
    return Matrix(
        kind=KIND.name,
        rows=found.headings if drawn else (),
        columns=tuple(Heading(str(n), say("Axis {n}", n=n)) for n in (1, 2)) if drawn else (),
        cells=cells if drawn else {},
        caption=Caption(
            title=say("Map of codes"),
            unit=say(
                "place on the map: codes in the same {features} stand near each other",
                features=found.features,
            ),
            filter=str(only),
            n=found.n,
            notes=(*found.notes, *_notes(scaled, drawn=drawn)),
        ),
        row_title=say("Code"),
        column_title=say("Axis of the map"),
        row_totals=tuple(found.codings.tolist()) if drawn else (),
        row_total=say("Codings of the code"),
        number="signed",
        drawing="plane",
    )


def _notes(scaled: Scaled, *, drawn: bool) -> list[Message]:
    if not drawn:
        return [why(say("A map needs at least {n} codes.", n=_FEWEST))]
    notes = [
        say(
            "Distances are √(1 − Jaccard’s index). Only nearness means anything: axes, left and up do not."
        )
    ]
    if not np.isnan(scaled.stress):
        notes.append(
            say(
                "Stress {stress}: how far the map is from the distances (0: not at all).",
                stress=scaled.stress,
            )
        )
        if scaled.stress > _POOR:
            notes.append(
                say(
                    "A stress above {most} is poor (Kruskal 1964): trust groups that the clusters show too.",
                    most=_POOR,
                )
            )
    if not np.isnan(scaled.shown):
        percent = f"{round(scaled.shown * 100)}%"
        notes.append(say("The two axes show {share} of the variation.", share=percent))
    return notes


KIND = DisplayKind(
    name="code-map",
    title=say("Map of codes"),
    purpose="explore",
    about=say(
        "Use it to see at a glance which codes go together and which stand apart; the size of a point"
        " is how often the code is used."
    ),
    also=(say("Multidimensional scaling"),),
    source=also(in_miles(say("clustering")), "Torgerson (1952); Kruskal (1964); de Leeuw (1977)"),
    settings=(
        UNIT,
        Setting(
            "method",
            say("How the places are found"),
            "choice",
            (
                ("stress", say("By the least stress (SMACOF)")),
                ("classical", say("By the largest axes (classical scaling)")),
            ),
            "stress",
        ),
        Setting("codes", say("Codes (none chosen: all)"), "codes", default=[]),
        Setting("below", say("Count each code with all below it"), "switch", default=False),
        Setting("top", say("At most so many codes"), "number", default=60, most=300),
    ),
    compute=compute,
    example={"unit": "block", "top": 25},
    shown="chart",
)
