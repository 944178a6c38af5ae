"""The case-ordered predictor–outcome matrix: cases by how they came out, and what may foretell it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ..analysis.concordance import concordance
from ..model.corpus import Corpus
from ..model.identity import name_key
from ..model.message import Message, say
from ..model.shape import NO_DATA, Caption, Cell, Heading, Matrix
from .display import DisplayFilter, DisplayKind, Setting
from .happened import filter_notes
from .literature import in_miles
from .variables import (
    NOTHING_RATED,
    Variable,
    measured,
    ratings_by_case,
    value_cell,
    variable_of,
)

__all__ = ["KIND", "compute"]

_MOST = 60


_COLOURS = say("In the picture each column is coloured by its own largest value.")


def compute(corpus: Corpus, settings: Mapping[str, Any], only: DisplayFilter) -> Matrix:
    """Cases in the order of the outcome by predictors. Settings: see :data:`KIND`."""
    outcome = variable_of(corpus, settings["outcome"])
    if outcome is None:
        return _matrix(corpus, [], [], only, [NOTHING_RATED])
    others = [one for one in measured(corpus) if one.row != outcome.row]
    variables = [outcome, *others[:_MOST]]
    sign = 1 if settings["lowest"] else -1
    amounts = sign * outcome.amounts
    order = [int(case) for case in np.argsort(amounts, kind="stable")]
    known = [case for case in order if not np.isnan(outcome.amounts[case])]
    shown = known[: settings["top"]]
    return _matrix(corpus, variables, shown, only, _notes(corpus, others, known, shown))


def _matrix(
    corpus: Corpus,
    variables: list[Variable],
    shown: list[int],
    only: DisplayFilter,
    notes: list[Message],
) -> Matrix:
    cells: dict[tuple[int, int], Cell] = {}
    said: dict[tuple[int, int], tuple[str | Message, ...]] = {}
    for column, variable in enumerate(variables):
        ratings = ratings_by_case(corpus, variable)
        for row, case in enumerate(shown):
            cells[row, column] = value_cell(corpus, variable, case, ratings)
            if told := variable.told(case):
                said[row, column] = told
    return Matrix(
        kind=KIND.name,
        rows=tuple(Heading(corpus.cases.guid[case], corpus.cases.name[case]) for case in shown),
        columns=tuple(
            Heading(
                f"case.{name_key(variable.name)}=",
                say("{name} (outcome)", name=variable.name) if column == 0 else variable.name,
            )
            for column, variable in enumerate(variables)
        ),
        cells=cells,
        caption=Caption(
            title=say("Predictors and outcome: {outcome}", outcome=variables[0].name)
            if variables
            else say("Predictors and outcome"),
            unit=say(
                "value of the variable in the case; of a rating the place of its level, from 1"
            ),
            filter=str(only),
            n=len(shown),
            counted=say("Cases"),
            notes=(
                *notes,
                *filter_notes(only),
                *([_COLOURS] if len(variables) > 1 else ()),
            ),
        ),
        row_title=say("Case"),
        column_title=say("Variable"),
        blank=NO_DATA,
        number="mixed",
        drawing="heat-by-column" if len(variables) > 1 else "",
        column_totals=tuple(
            _agreement(variables, column, shown) for column in range(len(variables))
        )
        if len(variables) > 1
        else (),
        column_total=say("Pairs of cases that agree with the outcome, as a share")
        if len(variables) > 1
        else None,
        total_number="share",
        said=said,
    )


def _agreement(variables: list[Variable], column: int, shown: list[int]) -> float | None:
    """Of the pairs of cases that differ in both, the share that differ in the same direction."""
    if column == 0:
        return None
    return concordance(variables[0].amounts[shown], variables[column].amounts[shown]).share


def _notes(
    corpus: Corpus, others: list[Variable], known: list[int], shown: list[int]
) -> list[Message]:
    notes = []
    if not others:
        notes.append(say("There is no other rated variable or number that could foretell it."))
    if len(others) > _MOST:
        notes.append(say("Only {n} of {all} variables are shown.", n=_MOST, all=len(others)))
    if len(shown) < len(known):
        notes.append(say("Only {n} of {all} cases are shown.", n=len(shown), all=len(known)))
    missing = len(corpus.cases.guid) - len(known)
    if missing:
        notes.append(
            say(
                "{n} case without a value of the outcome is left out.|{n} cases without a value of the"
                " outcome are left out.",
                n=missing,
            )
        )
    if len(shown) < 10 and others:
        notes.append(
            say(
                "With so few cases a share of pairs is a description, not a test; one case may turn it."
            )
        )
    return notes


KIND = DisplayKind(
    name="predictor-outcome",
    title=say("Case-ordered predictor–outcome matrix"),
    purpose="predict",
    about=say(
        "Use it to put the cases in the order of how they came out and look for what rises and falls"
        " with it: candidates for causes, to be looked into case by case."
    ),
    source=in_miles(say("case-ordered predictor–outcome matrix")),
    settings=(
        Setting("outcome", say("Outcome"), "variable", default=""),
        Setting("lowest", say("The lowest first"), "switch", default=False),
        Setting("top", say("At most so many cases"), "number", default=200, most=500),
    ),
    compute=compute,
)
