"""The values of ratings and numbers as amounts: a rating is as high as its level stands, from 1."""

from __future__ import annotations

from math import ceil

import numpy as np

from ..model.corpus import AttributeColumn
from ..model.identity import name_key
from .spans import Floats

__all__ = ["MEASURED", "level_words", "levels_of"]

# The types of attributes whose values have an order.
MEASURED = ("rating", "number")


def levels_of(column: AttributeColumn) -> Floats:
    """The value of each owner, NaN where it is not known or no level any more."""
    places = {name_key(option): float(place) for place, option in enumerate(column.options, 1)}
    found = []
    for value in column.value:
        if value is None:
            found.append(np.nan)
        elif column.type == "rating":
            found.append(places.get(name_key(value), np.nan))
        else:
            found.append(float(value))
    return np.array(found, np.float64)


def level_words(column: AttributeColumn, amount: float) -> str:
    """An amount as the variable says it; between two levels both of them."""
    if column.type != "rating":
        return str(int(amount)) if float(amount).is_integer() else repr(round(amount, 4))
    low, high = column.options[int(amount) - 1], column.options[ceil(amount) - 1]
    return low if low == high else f"{low} – {high}"
