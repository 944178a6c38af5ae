"""Contrast table: the cases highest and lowest on an outcome, side by side on each code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..model.corpus import Corpus
from ..model.message import say
from ..model.shape import Matrix
from .display import DisplayFilter, DisplayKind, Setting
from .literature import in_chapter
from .matrix import Facet
from .skeleton import (
    CELL,
    CODES,
    ORDER,
    QUOTES,
    TOP,
    attribute_of,
    concepts,
    only_columns,
    outcome_of,
    ranked,
    skeleton,
)

__all__ = ["KIND", "compute"]


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Codes by the extreme cases. Settings: see :data:`KIND`."""
    outcome = outcome_of(corpus, settings["order"])
    matrix = skeleton(
        corpus,
        only,
        KIND.name,
        [concepts(corpus, settings)],
        [Facet("case")],
        settings,
        title=say("The cases at both ends of an outcome"),
        column_order=outcome,
    )
    return ranked(corpus, _ends(corpus, matrix, outcome, settings["each"]), outcome, columns=True)


def _ends(corpus: Corpus, matrix: Matrix, outcome: str, each: int) -> Matrix:
    """The first and the last cases of those whose outcome is known, told apart."""
    attribute = attribute_of(corpus, outcome)
    if attribute is None:
        note = say("Cases are in no order of an outcome: the first and the last of them are shown.")
        known = list(range(len(matrix.columns)))
    else:
        there = dict(zip(corpus.cases.guid, attribute.value, strict=True))
        known = [at for at, one in enumerate(matrix.columns) if there.get(one.key) is not None]
        note = say(
            "Of {all} cases the outcome of {n} is known.",
            n=len(known),
            all=len(matrix.columns),
        )
    first = known[: min(each, (len(known) + 1) // 2)]
    last = known[max(len(first), len(known) - each) :]
    shown = only_columns(matrix, [*first, *last])
    falling = outcome.startswith("-")
    one, other = say("Highest"), say("Lowest")
    if not falling:
        one, other = other, one
    ends = tuple(
        replace(heading, above=(one if at < len(first) else other,))
        for at, heading in enumerate(shown.columns)
    )
    caption = replace(shown.caption, notes=(note, *shown.caption.notes))
    return replace(shown, columns=ends if attribute else shown.columns, caption=caption)


KIND = DisplayKind(
    name="contrast-table",
    title=say("Contrast table"),
    purpose="explore",
    about=say(
        "Use it to learn from extremes: a few cases that are highest and lowest on an outcome, side"
        " by side, to see in what else they differ."
    ),
    source=in_chapter("explore", say("contrast table")),
    settings=(
        ORDER,
        Setting("each", say("Cases at each end"), "number", default=2, most=20),
        CODES,
        TOP,
        CELL,
        QUOTES,
    ),
    compute=compute,
    example={"order": "-case.lama_bulan", "each": 1},
    shown="words",
)
