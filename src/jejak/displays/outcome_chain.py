"""Predictor-outcome-consequences matrix: case by case, what may lead to an outcome and follow it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..errors import InvalidInput
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.shape import Matrix
from .display import DisplayFilter, DisplayKind, Setting
from .literature import in_miles
from .matrix import Facet
from .skeleton import (
    CELL,
    NO_CODES,
    ORDER,
    QUOTES,
    only_columns,
    open_columns,
    outcome_of,
    ranked,
    skeleton,
)

__all__ = ["KIND", "compute"]

_PARTS: Mapping[str, Message] = {
    "predictors": say("Predictors"),
    "outcomes": say("Outcomes"),
    "consequences": say("Consequences"),
}


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Cases by predictors, outcomes and consequences. Settings: see :data:`KIND`.

    Raises :class:`InvalidInput` (``same-code``) for a code that is to be two of them.
    """
    part = {code: name for name in _PARTS for code in settings[name]}
    if len(part) < sum(len(settings[name]) for name in _PARTS):
        raise InvalidInput(
            "same-code",
            "A code cannot be predictor, outcome and consequence at once.",
            "Choose it in one place.",
        )
    order = outcome_of(corpus, settings["order"])
    columns, usual = open_columns(_PARTS, ())
    matrix = skeleton(
        corpus,
        only,
        KIND.name,
        [Facet("case")],
        [Facet("code", codes=tuple(sorted(part)))] if part else [columns],
        settings,
        title=say("What may lead to an outcome, and what follows it"),
        usual=None if part else usual,
        row_order=order,
    )
    return ranked(corpus, _by_part(corpus, matrix, part) if part else matrix, order)


def _by_part(corpus: Corpus, matrix: Matrix, part: Mapping[int, str]) -> Matrix:
    """The codes in the order of what they are taken for, each under its name."""
    names = {corpus.codes.guid[code]: name for code, name in part.items()}
    rank = list(_PARTS)
    places = sorted(
        range(len(matrix.columns)), key=lambda at: (rank.index(names[matrix.columns[at].key]), at)
    )
    turned = only_columns(matrix, places)
    told = tuple(
        replace(one, group=None, depth=0, above=(_PARTS[names[one.key]],)) for one in turned.columns
    )
    return replace(turned, columns=told)


KIND = DisplayKind(
    name="predictor-outcome-consequences",
    title=say("Predictor-outcome-consequences matrix"),
    purpose="predict",
    about=say(
        "Use it to follow each case from what may have led to an outcome, through the outcome, to"
        " what came of it, and to ask in the next case what should be found there."
    ),
    source=in_miles(say("predictor-outcome-consequences matrix")),
    settings=(
        Setting(
            "predictors",
            say("Codes that may lead to the outcome"),
            "codes",
            default=[],
            none=NO_CODES,
        ),
        Setting("outcomes", say("Codes of the outcome"), "codes", default=[], none=NO_CODES),
        Setting(
            "consequences", say("Codes of what follows it"), "codes", default=[], none=NO_CODES
        ),
        ORDER,
        CELL,
        QUOTES,
    ),
    compute=compute,
    example={
        "predictors": ["Triple-A/Anonimitas", "Pembayaran dan biaya/Kuota dan paket malam"],
        "outcomes": ["Praktik siber/Konten berbayar", "Praktik siber/Panggilan video"],
        "consequences": ["Risiko/Keterpaparan", "Perasaan/Takut"],
    },
    shown="words",
)
