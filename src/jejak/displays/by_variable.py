"""Variable-by-variable matrix: cases by two properties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..model.corpus import Corpus
from ..model.message import say
from ..model.shape import Matrix
from .display import DisplayFilter, DisplayKind, Setting
from .literature import also, in_miles
from .skeleton import FIRST_LIST, role_of, skeleton, who
from .two_way import two_way_notes

__all__ = ["KIND", "compute"]


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Cases by two properties. Settings: see :data:`KIND`."""
    first = role_of(corpus, settings["first"])
    second = role_of(corpus, settings["second"], first)
    matrix = skeleton(
        corpus,
        only,
        KIND.name,
        [first],
        [second],
        {**settings, "cell": "cases"},
        title=say("Cases by two properties"),
    )
    # That no case has both is known of all of them: it is 0, and not no data.
    known = {place: cell for place, cell in matrix.cells.items() if cell.state == "value"}
    told = who(corpus, only, replace(matrix, cells=known), [first], second)
    # A case has one value of each of its attributes: it is counted once.
    if not all(side.name == "case" and side.by for side in (first, second)):
        return told
    notes = (*told.caption.notes, *two_way_notes(told))
    return replace(told, caption=replace(told.caption, notes=notes))


KIND = DisplayKind(
    name="variable-by-variable-matrix",
    title=say("Variable-by-variable matrix"),
    purpose="explain",
    about=say(
        "Use it to ask whether two properties of cases go together: the cases that have both, "
        "by name, with what they say."
    ),
    source=also(
        in_miles(say("variable-by-variable matrix")),
        "Cramér (1946), Bergsma (2013); Fisher (1935), Freeman & Halton (1951)",
    ),
    settings=(
        Setting(
            "first",
            say("Rows (none chosen: the first list known of cases)"),
            "attribute",
            default="study",
            none=FIRST_LIST,
        ),
        Setting(
            "second",
            say("Columns (none chosen: the next list known of cases)"),
            "attribute",
            default="study",
            none=say("The next list of cases"),
        ),
    ),
    compute=compute,
    example={"first": "case.peran", "second": "case.media_utama"},
    shown="words",
)
