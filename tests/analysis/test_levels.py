from __future__ import annotations

import numpy as np

from jejak.analysis.levels import level_words, levels_of
from jejak.model.corpus import AttributeColumn

RATED = AttributeColumn(
    "r", "case", "rating", ("Low", None, "gone", "high"), ("low", "mid", "high")
)


def test_levels_are_places_and_numbers_themselves() -> None:
    assert np.array_equal(levels_of(RATED), [1, np.nan, np.nan, 3], equal_nan=True)
    number = AttributeColumn("n", "case", "number", ("2.5", None))
    assert np.array_equal(levels_of(number), [2.5, np.nan], equal_nan=True)
    assert [level_words(RATED, at) for at in (2.0, 1.5)] == ["mid", "low – mid"]
    assert [level_words(number, at) for at in (3.0, 2.5)] == ["3", "2.5"]
