from __future__ import annotations

import numpy as np
import pytest

from jejak.analysis.agreement import Ratings, krippendorff_alpha
from jejak.analysis.agreement.krippendorff import LEVELS
from jejak.errors import InvalidInput
from support.agreement import CANONICAL, ENCYCLOPEDIA, HAYES, TEXTBOOK, rated

PUBLISHED = (
    (CANONICAL, "nominal", 0.743), (CANONICAL, "ordinal", 0.815), (CANONICAL, "interval", 0.849),
    (CANONICAL, "ratio", 0.797), (ENCYCLOPEDIA, "nominal", 0.691), (ENCYCLOPEDIA, "interval", 0.811),
    (TEXTBOOK, "nominal", 0.642), (TEXTBOOK, "interval", 0.547), (TEXTBOOK, "ratio", 0.483),
)  # fmt: skip


@pytest.mark.parametrize(("rows", "level", "value"), PUBLISHED)
def test_published_values(rows: tuple[str, ...], level: str, value: float) -> None:
    assert krippendorff_alpha(rated(rows), level=level).value == pytest.approx(value, abs=5e-4)


def test_hayes_and_krippendorff_2007() -> None:
    found = krippendorff_alpha(rated(HAYES), level="ordinal")
    assert found.value == pytest.approx(0.7598, abs=5e-5)


def naive(table: Ratings, level: str) -> float:
    """The definition word for word, over pairs of values."""
    seen = [[int(x) for x in unit if x >= 0] for unit in table.table.T]
    pairable = [unit for unit in seen if len(unit) > 1]
    given = np.bincount([x for unit in pairable for x in unit], minlength=len(table.values))
    value = [float(x) for x in table.values]

    def apart(c: int, k: int) -> float:
        low, high = min(c, k), max(c, k)
        ways = {
            "nominal": float(c != k),
            "ordinal": (given[low : high + 1].sum() - (given[c] + given[k]) / 2) ** 2,
            "interval": (value[c] - value[k]) ** 2,
            "ratio": ((value[c] - value[k]) / (value[c] + value[k])) ** 2 if c != k else 0.0,
        }
        return float(ways[level])

    observed = sum(
        apart(c, k) / (len(unit) - 1)
        for unit in pairable
        for i, c in enumerate(unit)
        for j, k in enumerate(unit)
        if i != j
    )
    expected = sum(
        given[c] * given[k] * apart(c, k) for c in range(len(value)) for k in range(len(value))
    )
    return float(1 - (given.sum() - 1) * observed / expected)


@pytest.mark.parametrize("level", LEVELS)
def test_it_is_its_definition(level: str) -> None:
    draw = np.random.default_rng(5)
    for coders in (2, 3, 9):
        table = draw.integers(0, 6, (coders, 25)).astype(float)
        table[draw.random(table.shape) < 0.3] = np.nan
        ratings = Ratings.from_table(table.tolist())
        found = krippendorff_alpha(ratings, level=level)
        assert found.value == pytest.approx(naive(ratings, level), abs=1e-12)


def test_no_variation_is_no_value_and_says_so() -> None:
    found = krippendorff_alpha(Ratings.from_table([[1, 1, 1], [1, 1, 1]]))
    assert found.value is None
    assert "without difference" in str(found.reason)
    assert (found.low, found.high, found.without_one) == (None, None, None)


def test_fifty_coders_who_agree_agree_wholly() -> None:
    found = krippendorff_alpha(Ratings.from_table([[1, 2, 1, 3] * 5] * 50))
    assert (found.value, found.coders, found.units) == (1.0, 50, 20)


def test_what_makes_no_sense_is_refused() -> None:
    with pytest.raises(InvalidInput, match="level"):
        krippendorff_alpha(rated(CANONICAL), level="vague")
    with pytest.raises(InvalidInput, match="true zero"):
        krippendorff_alpha(Ratings.from_table([[-1, 2], [1, 2]]), level="ratio")
    with pytest.raises(InvalidInput, match="too fine"):
        krippendorff_alpha(Ratings.from_table([range(300), range(300)]), level="ordinal")
