"""Code frequencies by case and attribute: which codes occur where, how often and in how many.

The participant is the unit that counts: one talkative person makes many segments. So cases can be
counted instead of codings, the caption names codes that rest on one participant, and no test of
significance is offered on segments, which are not independent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.shape import Matrix
from .display import DisplayFilter, DisplayKind, Setting
from .literature import in_chapter
from .matrix import Assembly, Facet, assemble, facet_label
from .matrix.reducers import Reducer, reducer_of

__all__ = ["KIND", "compute"]

_ANY = say("All codes shown, each counted once")
# What this display says of a reducer in its own words: the unit, and what the totals are of.
_WORDS: dict[str, tuple[Message, Message | None, Message]] = {
    "codings": (say("number of codings"), None, _ANY),
    "segments": (say("number of different segments"), None, _ANY),
    "cases": (say("number of cases with the code"), None, _ANY),
    "share of cases": (
        say("share of the column’s cases that have the code"),
        say("Of all cases of the study"),
        say("With any code shown"),
    ),
    "sources": (say("number of sources with the code"), None, _ANY),
    "presence": (
        say("whether the code occurs at all"),
        say("Columns with the code"),
        say("Codes that occur"),
    ),
}


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Codes by groups. Settings: see :data:`KIND`."""
    by = Facet.read(settings["by"])
    label = facet_label(by, corpus)
    return assemble(
        corpus,
        only,
        kind=KIND.name,
        rows=[Facet("code", codes=tuple(settings["codes"]), below=settings["below"])],
        columns=[by],
        how=Assembly(
            reducer=_reducer(settings["measure"]),
            unused=settings["unused"],
            top=settings["top"],
            measures=("codings", "segments", "cases", "sources"),
        ),
        title=say("Code frequencies")
        if by.name == "study"
        else say("Code frequencies: {by}", by=label),
    )


def _reducer(name: str) -> Reducer:
    found = reducer_of(name)
    unit, of_row, of_column = _WORDS[name]
    return replace(found, unit=unit, of_row=of_row or found.of_row, of_column=of_column)


KIND = DisplayKind(
    name="code-frequencies",
    title=say("Code frequencies by case and attribute"),
    purpose="describe",
    about=say(
        "Use it to see which codes occur in which cases, groups or sources, and in how many of"
        " them; a first look at what is common, what is rare, and who speaks of it."
    ),
    source=in_chapter("explore", say("content-analytic summary table")),
    settings=(
        Setting("by", say("Columns"), "attribute", default="case"),
        Setting(
            "measure",
            say("What is counted"),
            "choice",
            tuple((name, reducer_of(name).title) for name in _WORDS),
            "codings",
        ),
        Setting("codes", say("Codes (none chosen: all)"), "codes", default=[]),
        Setting("below", say("Count each code with all below it"), "switch", default=True),
        Setting("unused", say("Also codes without codings"), "switch", default=False),
        Setting("top", say("At most so many rows and columns"), "number", default=100, most=300),
    ),
    compute=compute,
    example={"by": "case"},
)
