from __future__ import annotations

import numpy as np
import pytest

from jejak.analysis.saturation import Incidence, richness

FOUR = (
    (1, 1, 1, 1, 0, 0, 0, 0),
    (1, 1, 0, 0, 1, 1, 0, 0),
    (1, 0, 1, 0, 1, 0, 1, 0),
    (1, 1, 0, 0, 0, 0, 0, 1),
)


def test_codes_that_were_not_met_yet() -> None:
    found = richness(Incidence.from_table(FOUR))
    assert (found.seen, found.once, found.twice) == (8, 4, 2)
    assert (found.expected, found.coverage) == pytest.approx((9.5, 0.8))
    assert found.turing == pytest.approx(0.7333, abs=5e-5)


def test_without_codes_or_rare_ones() -> None:
    assert richness(Incidence.from_table(np.zeros((3, 2)))).expected is None
    full = richness(Incidence.from_table(np.ones((3, 2))))
    assert (full.expected, full.coverage, full.turing) == (2, 1, 1)
