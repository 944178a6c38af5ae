"""The most used words as a cloud: as large as they are frequent, as dark as many people use them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..model.corpus import Corpus
from ..model.message import say
from ..model.shape import Matrix
from .display import DisplayFilter, DisplayKind, Setting
from .word_counts import SHARED
from .word_frequencies import KIND as FREQUENCIES

__all__ = ["KIND", "compute"]

_KNOWN = {setting.name: setting for setting in FREQUENCIES.settings}


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Words by measures. Settings: see :data:`KIND`."""
    given = {**settings, "by": "study", "measure": "frequency", "words": ""}
    matrix = FREQUENCIES.compute(corpus, given, only)
    told = say("A word is as large as it is frequent, and the paler the fewer people use it. Where it stands means nothing.")  # fmt: skip
    caption = matrix.caption
    return replace(
        matrix,
        kind=KIND.name,
        drawing="cloud",
        caption=replace(caption, title=say("Word cloud"), notes=(told, *caption.notes)),
    )


KIND = DisplayKind(
    name="word-cloud",
    title=say("Word cloud"),
    purpose="explore",
    about=say(
        "Use it for a first look at what a text speaks of, or to show it to others; to compare words,"
        " use their frequencies, for sizes are read badly."
    ),
    source="Viégas & Wattenberg (2008), Tag clouds and the case for vernacular visualization",
    settings=(
        _KNOWN["size"],
        *SHARED,
        _KNOWN["whose"],
        Setting("top", say("At most so many words"), "number", default=80, most=300),
    ),
    compute=compute,
    example={"whose": "participants"},
    shown="chart",
)
