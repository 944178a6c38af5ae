"""What displays of rated cases share: which variable is meant, its values, and the words behind."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from ..analysis.levels import MEASURED, level_words, levels_of
from ..analysis.spans import Floats
from ..model.corpus import AttributeColumn, Corpus
from ..model.message import Message, say
from ..model.shape import NO_DATA, Cell, why
from .happened import ratings_query

__all__ = ["NOTHING_RATED", "Variable", "measured", "ratings_by_case", "value_cell", "variable_of"]

NOTHING_RATED = why(
    say(
        "No variable of the cases is a rating or a number yet: make one in the table of cases, or with"
        " “jejak rate”."
    )
)


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of cases: its column, its row among the attributes, and an amount for each case
    (NaN: not known)."""

    column: AttributeColumn
    row: int
    amounts: Floats

    @property
    def name(self) -> str:
        """What it is called."""
        return self.column.name

    def told(self, case: int) -> tuple[str | Message, ...]:
        """The name of its level in a case; a number says itself."""
        value = self.column.value[case]
        return (value,) if value is not None and self.column.type == "rating" else ()

    def words(self, amount: float) -> str:
        """An amount as the variable says it."""
        return level_words(self.column, amount)


def measured(corpus: Corpus) -> list[Variable]:
    """The variables of cases that have an order: ratings first, then numbers."""
    found = [
        Variable(one, row, levels_of(one))
        for row, one in enumerate(corpus.attributes)
        if one.of == "case" and one.type in MEASURED
    ]
    return sorted(found, key=lambda one: one.column.type != "rating")


def variable_of(corpus: Corpus, name: str, besides: str = "") -> Variable | None:
    """The variable of a setting; where none was chosen, the first that is not ``besides``."""
    for one in measured(corpus):
        if one.name == name or (not name and one.name != besides):
            return one
    return None


def ratings_by_case(corpus: Corpus, variable: Variable) -> dict[int, list[int]]:
    """The ratings of a variable by case, in their order."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for row in np.flatnonzero(corpus.ratings.attribute == variable.row).tolist():
        found[int(corpus.ratings.case[row])].append(row)
    return dict(found)


def value_cell(
    corpus: Corpus, variable: Variable, case: int, ratings: dict[int, list[int]]
) -> Cell:
    """The amount in a case, with the words that its ratings rest on; no data where it is not known."""
    amount = float(variable.amounts[case])
    if np.isnan(amount):
        return NO_DATA
    return Cell(_whole(amount), query=ratings_query(corpus, ratings.get(case, ())))


def _whole(amount: float) -> float | int:
    return int(amount) if amount.is_integer() else amount
