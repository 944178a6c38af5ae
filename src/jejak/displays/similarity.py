"""How alike cases, sources or codes are, those that are alike beside each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.query import Or
from ..model.shape import UNFIT, Caption, Cell, Matrix
from .display import DisplayFilter, DisplayKind, Setting
from .profiles import LIKENESS, UNIT, Profiles, choices_of, profiles

__all__ = ["KIND", "compute"]

_UNITS: dict[str, Message] = {
    "jaccard": say("Jaccard’s index over {features}: what both have, of what either has"),
    "matching": say("simple matching over {features}: what both have or both lack, of all"),
    "russell-rao": say("Russell and Rao’s index over {features}: what both have, of all"),
    "zeta": say("Kuckartz and Rädiker’s zeta over {features}"),
}


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """What is compared by itself. Settings: see :data:`KIND`."""
    found, measure = profiles(corpus, settings, only), settings["likeness"]
    order = np.arange(len(found.headings))
    if settings["order"] == "alike":
        order = found.tree(measure).order
    headings = tuple(found.headings[at] for at in order.tolist())
    return Matrix(
        kind=KIND.name,
        rows=headings,
        columns=headings,
        cells=_cells(found, order.tolist(), measure),
        caption=Caption(
            title=say(
                "Similarity: {of}", of=dict(choices_of("codes", "cases", "sources"))[settings["of"]]
            ),
            unit=Message(_UNITS[measure].text, {"features": found.features}),
            filter=str(only),
            n=found.n,
            notes=(*found.notes, *_notes(found, measure, settings)),
        ),
        row_title=found.title,
        column_title=found.title,
        row_totals=tuple(found.size[order].tolist()),
        row_total=say("How many {features} it has", features=found.features),
        number="decimal",
        blank=UNFIT,
    )


def _cells(found: Profiles, order: list[int], measure: str) -> dict[tuple[int, int], Cell]:
    values = found.likeness(measure)
    cells = {}
    for row, one in enumerate(order):
        for column, two in enumerate(order):
            if one != two and not np.isnan(values[one, two]):
                query = str(Or((found.queries[one], found.queries[two])))
                cells[row, column] = Cell(float(values[one, two]), query=query)
    return cells


def _notes(found: Profiles, measure: str, settings: Mapping[str, Any]) -> list[Message]:
    notes = [say("Compared over {n} {features}.", n=found.many, features=found.features)]
    if measure in ("matching", "zeta"):
        notes.append(
            say("What both lack makes them alike too: the more there is, the more alike all are.")
        )
    if settings["order"] == "alike" and len(found.headings) > 2:
        notes.append(say("In the order of average linkage: what is alike stands together."))
    return notes


KIND = DisplayKind(
    name="similarity",
    title=say("Similarity of cases, sources or codes"),
    purpose="explore",
    about=say(
        "Use it to see which cases or documents have the same codes, and which stand alone, before"
        " asking what they have in common."
    ),
    source=say(
        "Kuckartz & Rädiker, document similarity in MAXQDA; Jaccard (1901); Sokal & Michener (1958);"
        " Russell & Rao (1940)"
    ),
    settings=(
        Setting(
            "of",
            say("What is compared"),
            "choice",
            choices_of("cases", "sources", "codes"),
            "cases",
        ),
        LIKENESS,
        UNIT,
        Setting(
            "order",
            say("Order"),
            "choice",
            (("alike", say("What is alike together")), ("own", say("As in the study"))),
            "alike",
        ),
        Setting("codes", say("Codes (none chosen: all)"), "codes", default=[]),
        Setting("below", say("Count each code with all below it"), "switch", default=False),
        Setting("top", say("At most so many rows"), "number", default=60, most=300),
    ),
    compute=compute,
    example={"of": "sources"},
)
