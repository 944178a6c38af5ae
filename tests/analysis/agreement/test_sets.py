from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from jejak.analysis.agreement import Ratings, krippendorff_alpha, set_alpha
from jejak.analysis.agreement.characters import coded_or_not
from jejak.analysis.agreement.sets import apart
from jejak.errors import InvalidInput

ROWS = (("A", 0, 7, "x"), ("A", 5, 9, "y"), ("B", 0, 8, "x"), ("B", 6, 9, "z"), ("A", 6, 9, "z"))
# Three coders, ten units, sets of x, y and z: nltk 3.10.4 gives these alphas with its own distances.
CODED = {
    "A": ("x", "xy", "", "z", "xyz", "y", "xz", "x", "yz", ""),
    "B": ("x", "x", "", "z", "xy", "y", "xz", "y", "yz", "x"),
    "C": ("xy", "xy", "z", "z", "xyz", "", "x", "x", "xyz", ""),
}


def coded() -> list[tuple[str, int, int, str]]:
    return [
        (coder, at, at + 1, value)
        for coder, units in CODED.items()
        for at, values in enumerate(units)
        for value in values
    ]


def test_masi_and_jaccard_by_hand() -> None:
    sets = ((), (0,), (0, 1), (1, 2), (0, 1, 2))
    masi = apart(sets, "masi")
    assert np.array_equal(masi, masi.T)
    assert np.diag(masi).tolist() == [0] * 5
    told = [Fraction(one).limit_denominator(100) for one in masi[np.triu_indices(5, 1)].tolist()]
    part = Fraction
    assert told == [
        1, 1, 1, 1,                                          # an empty set shares nothing
        1 - part(1, 2) * part(2, 3), 1, 1 - part(1, 3) * part(2, 3),
        1 - part(1, 3) * part(1, 3), 1 - part(2, 3) * part(2, 3),
        1 - part(2, 3) * part(2, 3),
    ]  # fmt: skip
    assert apart(sets, "jaccard")[2].tolist() == pytest.approx([1, 1 / 2, 0, 2 / 3, 1 / 3])


@pytest.mark.parametrize(("distance", "value"), [("masi", 0.387054), ("jaccard", 0.421875)])
def test_nltk_3_10_4(distance: str, value: float) -> None:
    spans = Ratings.from_spans(coded(), length=10)
    assert set_alpha(spans, distance=distance).value == pytest.approx(value, abs=1e-6)


def test_it_is_alpha_over_sets_pair_by_pair() -> None:
    places = [
        [frozenset(v for c, s, e, v in ROWS if c == coder and s <= at < e) for at in range(20)]
        for coder in "AB"
    ]
    every = [*places[0], *places[1]]
    sets = sorted({tuple(sorted("xyz".index(v) for v in one)) for one in every})
    far = apart(tuple(sets), "masi")

    def between(a: frozenset[str], b: frozenset[str]) -> float:
        one, two = (sets.index(tuple(sorted("xyz".index(v) for v in s))) for s in (a, b))
        return float(far[one, two])

    observed = np.mean([between(a, b) for a, b in zip(*places, strict=True)])
    expected = np.sum([between(a, b) for a in every for b in every]) / (40 * 39)
    found = set_alpha(Ratings.from_spans(ROWS, length=20))
    assert found.value == pytest.approx(1 - observed / expected)
    assert (found.units, found.coders, found.options) == (20, 2, {"distance": "masi"})


def test_of_one_value_it_is_the_nominal_alpha() -> None:
    spans = Ratings.from_spans([row for row in ROWS if row[3] == "x"], length=20)
    alone = krippendorff_alpha(coded_or_not(spans, 0)).value
    for distance in ("masi", "jaccard"):
        assert set_alpha(spans, distance=distance).value == pytest.approx(alone)


def test_what_somebody_did_not_read_is_missing() -> None:
    rows = [(*row, "s") for row in ROWS]
    longer = Ratings.from_spans(
        [*rows, ("A", 0, 5, "y", "t")], lengths={"s": 20, "t": 9}, read=[("A", "t")]
    )
    alone = Ratings.from_spans(rows, lengths={"s": 20})
    assert set_alpha(longer).value == pytest.approx(set_alpha(alone).value)


def test_no_value_and_what_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    everywhere = Ratings.from_spans([(coder, 0, 9, "x") for coder in "AB"], length=9)
    found = set_alpha(everywhere)
    assert (found.value, str(found.reason)[:9]) == (None, "Everybody")
    assert set_alpha(Ratings.from_spans(ROWS[:2], length=20)).value is None
    with pytest.raises(InvalidInput, match="no distance “dice”"):
        set_alpha(everywhere, distance="dice")
    monkeypatch.setattr("jejak.analysis.agreement.sets._MOST_SETS", 2)
    with pytest.raises(InvalidInput, match="different sets"):
        set_alpha(Ratings.from_spans(ROWS, length=20))
