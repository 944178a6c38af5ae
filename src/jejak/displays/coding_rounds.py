"""Rounds of coding: the agreement that each came to when it was closed, and agreement as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..analysis.agreement.coded_texts import coded_by_hand, readers, stretches
from ..analysis.agreement.differences import differences
from ..analysis.agreement.independent import independent
from ..analysis.agreement.joint import joint_alpha
from ..model.corpus import Corpus
from ..model.message import say
from ..model.shape import UNFIT, Caption, Cell, Heading, Matrix
from .display import DisplayFilter, DisplayKind

__all__ = ["KIND", "compute"]

_NOW = "now"
_COLUMNS = (
    Heading("value", say("Agreement")),
    Heading("low", say("from")),
    Heading("high", say("to")),
    Heading("sources", say("Sources compared")),
    Heading("differences", say("Places that differ")),
)


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:  # noqa: ARG001  (what a round came to has no settings)
    """Closed rounds in their order by what they came to, and what all coders come to now."""
    rounds = corpus.sheets.rounds
    lines = [(one.value, one.low, one.high, one.sources, one.differences) for one in rounds] + [
        _as_it_stands(corpus)
    ]
    rows = [Heading(one.guid, f"{one.name} ({', '.join(one.coders)})") for one in rounds]
    return Matrix(
        kind=KIND.name,
        rows=(*rows, Heading(_NOW, say("As it stands"))),
        columns=_COLUMNS,
        cells={
            (row, column): UNFIT if value is None else Cell(float(value))
            for row, line in enumerate(lines)
            for column, value in enumerate(line)
        },
        caption=Caption(
            title=say("Rounds of coding"), unit=say("agreement of coders"), filter=str(only),
            n=len(rounds), counted=say("rounds"),
            notes=(
                say("What a round came to was reckoned and kept when it was closed."),
                say(
                    "As it stands: Krippendorff’s alpha of all codes jointly, by the character, over all "
                    "that two people read."
                ),
            ),
        ),
        row_title=say("Round"),
        column_title=say("Agreement"),
        blank=UNFIT,
        number="mixed",
    )  # fmt: skip


def _as_it_stands(corpus: Corpus) -> tuple[float | None, ...]:
    alone = independent(corpus)
    hand = coded_by_hand(alone)
    read = readers(alone, hand)
    codes = [[row] for row, codable in enumerate(alone.codes.codable) if codable]
    spans = stretches(alone, np.flatnonzero(read.any(1)).tolist(), codes, read, hand)
    found = joint_alpha(spans)
    bounds = (found.low, found.high) if found.low is not None else found.without_one or (None, None)
    return (found.value, *bounds, int((spans.readers() >= 2).sum()), len(differences(spans)))


KIND = DisplayKind(
    name="coding-rounds",
    title=say("Rounds of coding"),
    purpose="order",
    about=say(
        "Use it to see whether people come to agree from round to round, beside the differences that"
        " were left each time; a coefficient that rises over easier material says little."
    ),
    source="Krippendorff (2019), Content Analysis, chapter 12",
    settings=(),
    compute=compute,
    example={},
    sheets=True,
)
