"""A document as a picture: its parts in order, each in the colours of the codes that are on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..model.corpus import Corpus
from ..model.message import say
from ..model.shape import Matrix
from .display import DisplayFilter, DisplayKind, Setting
from .source_parts import MOST_PARTS, SETTINGS, source_parts

__all__ = ["KIND", "compute"]


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Parts of a source by codes. Settings: see :data:`KIND`."""
    found = source_parts(corpus, settings, only)
    title = say("Portrait of {source}", source=found.name)
    return Matrix(
        kind=KIND.name,
        rows=found.parts,
        columns=found.codes,
        cells=found.cells,
        caption=replace(found.caption, title=title),
        row_title=say("Characters"),
        column_title=say("Code"),
        row_totals=found.of_parts,
        column_totals=found.of_codes,
        row_total=say("With any code shown, each character once"),
        column_total=say("In the whole source, each character once"),
        drawing="portrait",
    )


KIND = DisplayKind(
    name="document-portrait",
    title=say("Portrait of a document"),
    purpose="explore",
    about=say(
        "Use it to see the course of one interview or document at a glance: what comes when, what"
        " fills it, what is left uncoded. A click on a part opens it at the desk."
    ),
    source="MAXQDA: Document Portrait",
    settings=(
        *SETTINGS,
        Setting("parts", say("So many parts"), "number", default=250, most=MOST_PARTS),
        Setting("top", say("At most so many codes"), "number", default=16, most=100),
    ),
    compute=compute,
    shown="chart",
)
