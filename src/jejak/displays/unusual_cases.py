"""Typical and unusual cases: how far each is from what most of them have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..analysis.extremes import FAR_OUT, FEWEST, CodeProfiles, code_profiles, robust_z
from ..analysis.spans import Bools, Floats
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.shape import UNFIT, Caption, Cell, Heading, Matrix
from .display import DisplayFilter, DisplayKind, Setting
from .literature import also, in_miles
from .profiles import Profiles, choices_of, codes_of, profiles
from .words import code_names

__all__ = ["KIND", "compute"]

_COLUMNS = (
    Heading("distance", say("Distance from most")),
    Heading("codes", say("Codes: robust z")),
    Heading("codings", say("Codings: robust z")),
)
_NAMED = 6
# Of so many it is told what makes them unusual.
_TOLD = 5


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Cases by how unusual they are. Settings: see :data:`KIND`."""
    found = profiles(corpus, settings, only)
    has = np.zeros((0, 0), np.bool_) if found.has is None else found.has
    names = code_names(corpus, codes_of(corpus, settings, only).codes.tolist())
    middle = code_profiles(has)
    order = np.argsort(-np.nan_to_num(middle.distance, nan=-1), kind="stable")
    values = np.stack([middle.distance, *_z(found)], axis=1)[order]
    cells: dict[tuple[int, int], Cell] = {}
    for row, column in np.argwhere(~np.isnan(values)).tolist():
        at = int(order[row])
        note = _far(values[row, column]) if column else None
        if column == 0 and row < _TOLD:
            note = _of_profile(has, middle, at, names)
        cells[row, column] = Cell(
            float(values[row, column]), query=str(found.queries[at]), note=note
        )
    return Matrix(
        kind=KIND.name,
        rows=tuple(found.headings[at] for at in order.tolist()),
        columns=_COLUMNS if len(order) else (),
        cells=cells,
        caption=Caption(
            title=say("Typical and unusual: {of}", of=dict(_OF)[settings["of"]]),
            unit=say(
                "distance from the codes that most have (0: the same, 1: none of them), and z"
            ),
            filter=str(only),
            n=found.n,
            notes=(*found.notes, *_notes(middle, names, len(order))),
        ),
        row_title=found.title,
        column_title=say("How unusual"),
        row_totals=tuple(found.size[order].tolist()),
        row_total=say("Codes it has"),
        number="signed",
        blank=UNFIT,
    )


def _z(found: Profiles) -> tuple[Floats, Floats]:
    if len(found.headings) < FEWEST:
        none = np.full(len(found.headings), np.nan)
        return none, none
    return robust_z(found.size), robust_z(found.codings)


def _far(z: float) -> Message | None:
    if abs(z) <= FAR_OUT:
        return None
    return say("Beyond ±{most}: it stands out from the others.", most=FAR_OUT)


def _of_profile(has: Bools, middle: CodeProfiles, at: int, names: list[str]) -> Message | None:
    alone = [names[code] for code in np.flatnonzero(has[at] & (has.sum(0) == 1)).tolist()]
    lacks = [names[code] for code in np.flatnonzero(middle.median & ~has[at]).tolist()]
    if alone and lacks and len(has) > 1:
        return say(
            "Has alone: {alone}. Lacks what most have: {lacks}.",
            alone=_some(alone),
            lacks=_some(lacks),
        )
    if alone and len(has) > 1:
        return say("Has alone: {alone}.", alone=_some(alone))
    return say("Lacks what most have: {lacks}.", lacks=_some(lacks)) if lacks else None


def _some(names: list[str]) -> list[str | Message]:
    if len(names) <= _NAMED:
        return list(names)
    return [*names[: _NAMED - 1], say("{n} others", n=len(names) - _NAMED + 1)]


def _notes(middle: CodeProfiles, names: list[str], many: int) -> list[Message]:
    if not many:
        return []
    common = [names[code] for code in np.flatnonzero(middle.median).tolist()]
    notes = [say("No code is in half of them, so all are unusual alike.")]
    if common:
        notes = [say("At least half of them have: {names}.", names=_some(common))]
    if many < FEWEST:
        notes.append(
            say("Fewer than {least}: only listed, since the middle is made by the very ones compared.",
                least=FEWEST)
        )  # fmt: skip
    notes.append(say("An unusual case is no error: write down what it delimits."))
    return notes


_OF = choices_of("cases", "sources")

KIND = DisplayKind(
    name="unusual-cases",
    title=say("Typical and unusual cases"),
    purpose="explain",
    about=say(
        "Use it to find the case that is like most, and those that are like none: the outliers that tell"
        " how far a finding reaches."
    ),
    source=also(in_miles(say("checking the meaning of outliers")), "Iglewicz & Hoaglin (1993)"),
    settings=(
        Setting("of", say("What is compared"), "choice", _OF, "cases"),
        Setting("codes", say("Codes (none chosen: all)"), "codes", default=[]),
        Setting("below", say("Count each code with all below it"), "switch", default=False),
        Setting("top", say("At most so many rows"), "number", default=60, most=300),
    ),
    compute=compute,
    example={"of": "cases"},
)
