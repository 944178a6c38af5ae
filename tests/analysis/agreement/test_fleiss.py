from __future__ import annotations

import pytest

from jejak.analysis.agreement import Ratings, brennan_prediger, fleiss_kappa
from jejak.analysis.agreement.fleiss import fleiss_by_value
from jejak.errors import InvalidInput
from support.agreement import FLEISS, FOURTEEN


def test_fleiss_1971() -> None:
    ratings = Ratings.from_counts(FLEISS)
    found = fleiss_kappa(ratings)
    assert (found.value, found.observed) == pytest.approx((0.430, 0.5556), abs=5e-4)
    # He prints 0.2201 for chance; his own table gives 0.2199.
    assert found.expected == pytest.approx(0.219938, abs=1e-6)
    assert brennan_prediger(ratings).value == pytest.approx(4 / 9)


def test_fleiss_1971_by_diagnosis() -> None:
    found = fleiss_by_value(Ratings.from_counts(FLEISS))
    assert found.kappa == pytest.approx([0.245, 0.245, 0.520, 0.471, 0.566], abs=5e-4)
    assert found.error_by_chance == pytest.approx(0.024374, abs=1e-6)


def test_fourteen_coders() -> None:
    found = fleiss_kappa(Ratings.from_counts(FOURTEEN))
    assert (round(found.value or 0, 3), found.coders, found.units) == (0.210, 14, 10)


def test_by_value_wants_units_that_equally_many_coded() -> None:
    with pytest.raises(InvalidInput):
        fleiss_by_value(Ratings.from_counts([[2, 0], [1, 2]]))
