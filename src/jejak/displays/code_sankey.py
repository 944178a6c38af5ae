"""Flows of codes to groups: who speaks of what, as a picture whose flows are as thick as they are many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..model.corpus import Corpus
from ..model.message import say
from ..model.shape import Matrix
from .code_frequencies import KIND as FREQUENCIES
from .display import DisplayFilter, DisplayKind, Setting

__all__ = ["KIND", "compute"]


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Codes by groups as flows. Settings: see :data:`KIND`."""
    given = {"unused": False, **settings}
    matrix = FREQUENCIES.compute(corpus, given, only)
    notes = matrix.caption.notes
    if settings["measure"] != "codings":
        told = say("What is counted in several groups is in several flows: they do not add up.")
        notes = (*notes, told)
    title = say("Flows of codes: {by}", by=matrix.column_title)
    return replace(
        matrix,
        kind=KIND.name,
        drawing="sankey",
        caption=replace(matrix.caption, title=title, notes=notes),
    )


_MEASURES = ("codings", "segments", "cases")
_KNOWN = {setting.name: setting for setting in FREQUENCIES.settings}
_COUNTED = replace(
    _KNOWN["measure"],
    choices=tuple(choice for choice in _KNOWN["measure"].choices if choice[0] in _MEASURES),
)

KIND = DisplayKind(
    name="code-sankey",
    title=say("Flows of codes to groups (Sankey)"),
    purpose="describe",
    about=say(
        "Use it to see at once which codes go to which cases, kinds of sources or values of an"
        " attribute, and how much of each; few codes and few groups read best."
    ),
    source="ATLAS.ti: Sankey diagram",
    settings=(
        replace(_KNOWN["by"], label=say("Groups")),
        _COUNTED,
        _KNOWN["codes"],
        Setting("below", say("Count each code with all below it"), "switch", default=False),
        Setting("top", say("At most so many codes and groups"), "number", default=20, most=100),
    ),
    compute=compute,
    example={"by": "source.kind"},
    shown="chart",
)
