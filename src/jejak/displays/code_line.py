"""The codes of one source along its text: a line for each code, from the first word to the last."""

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
    """Codes by parts of a source. Settings: see :data:`KIND`."""
    blocks = settings["along"] == "blocks"
    found = source_parts(corpus, settings, only, blocks=blocks)
    title = say("Codes along {source}", source=found.name)
    return Matrix(
        kind=KIND.name,
        rows=found.codes,
        columns=found.parts,
        cells={(code, part): cell for (part, code), cell in found.cells.items()},
        caption=replace(found.caption, title=title),
        row_title=say("Code"),
        column_title=say("Turns, paragraphs or posts") if blocks else say("Characters"),
        row_totals=found.of_codes,
        column_totals=found.of_parts,
        row_total=say("In the whole source, each character once"),
        column_total=say("With any code shown, each character once"),
        drawing="lanes",
    )


KIND = DisplayKind(
    name="code-line",
    title=say("Codes along a document"),
    purpose="order",
    about=say(
        "Use it to follow how the codes of one interview or document come, go and return, and"
        " which of them keep together. A click on a mark opens its words."
    ),
    source="MAXQDA: Codeline",
    settings=(
        *SETTINGS,
        Setting(
            "along",
            say("Parts of the line"),
            "choice",
            (("parts", say("Parts of the same size")), ("blocks", say("Turns, paragraphs, posts"))),
            "parts",
        ),
        Setting("parts", say("So many parts"), "number", default=120, most=MOST_PARTS),
        Setting("top", say("At most so many codes"), "number", default=40, most=300),
    ),
    compute=compute,
    shown="chart",
)
