from __future__ import annotations

import numpy as np
import pytest

from jejak.analysis.saturation import Incidence, meaning
from jejak.errors import InvalidInput

# A code (0) with three dimensions (1, 2, 3), one (4) with one, and one (6) that has none.
OF = np.array([-1, 0, 0, 0, -1, 4, -1])
PAIRS = ((0, 1), (1, 2), (2, 1), (3, 3), (4, 0), (6, 2), (0, 4), (5, 5), (1, 6))


def held() -> Incidence:
    source, code = np.array(PAIRS).T
    return Incidence.from_pairs(source, code, sources=8, codes=7)


def test_hearing_of_a_code_comes_before_understanding_it() -> None:
    one, other = meaning(held(), OF)
    assert (one.code, one.first, one.dimensions) == (0, 1, (1, 2, 4))
    assert (one.sources, one.quiet, one.saturated) == (6, 2, 4)
    assert (other.code, other.dimensions, other.quiet, other.saturated) == (4, (6,), 0, None)


def test_more_quiet_may_be_asked_for() -> None:
    assert meaning(held(), OF, quiet=3)[0].saturated is None
    with pytest.raises(InvalidInput):
        meaning(held(), OF, quiet=0)


def test_dimensions_that_nobody_used_are_none() -> None:
    assert meaning(Incidence.from_table(np.zeros((2, 7))), OF) == []
