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


def test_hennink_kaiser_and_marconi_2017() -> None:
    """Of 25 interviews nine named all the issues; what they meant went on growing until the 16th to the 24th."""
    issues, meant = np.array([1, 4, 9]), np.array([16, 20, 24])
    first = np.array([0, 3, 8])
    speaks = np.concatenate([np.arange(at, 25) for at in first])
    which = np.repeat(np.arange(3), 25 - first)
    source = np.concatenate([speaks, meant - 1])
    code = np.concatenate([which, 3 + np.arange(3)])
    study = Incidence.from_pairs(source, code, sources=25, codes=6)
    found = meaning(study, np.array([-1, -1, -1, 0, 1, 2]), quiet=1)
    assert [one.first for one in found] == issues.tolist()
    assert [one.saturated for one in found] == meant.tolist()
    only_codes = Incidence.from_pairs(speaks, which, sources=25, codes=3)
    assert only_codes.until().tolist().index(3) + 1 == 9


def test_more_quiet_may_be_asked_for() -> None:
    assert meaning(held(), OF, quiet=3)[0].saturated is None
    with pytest.raises(InvalidInput):
        meaning(held(), OF, quiet=0)


def test_dimensions_that_nobody_used_are_none() -> None:
    assert meaning(Incidence.from_table(np.zeros((2, 7))), OF) == []
