from __future__ import annotations

import numpy as np
import pytest

from jejak.analysis.saturation import Incidence
from jejak.errors import InvalidInput

TABLE = [[1, 1, 0, 0], [0, 1, 1, 0], [1, 0, 1, 0]]


def test_what_each_source_is_the_first_to_show() -> None:
    held = Incidence.from_table(TABLE)
    assert held.new().tolist() == [2, 1, 0]
    assert held.until().tolist() == [2, 3, 3]
    assert held.in_order([2, 0, 1]).new().tolist() == [2, 1, 0]
    assert held.in_order([1]).new().tolist() == [2]


def test_guest_bunce_and_johnson_2006() -> None:
    """Of 114 codes 80 were there after six interviews and 100 after twelve; the rest came by sixty."""
    first = np.repeat([0, 5, 11, 59], [50, 30, 20, 14])
    held = Incidence.from_pairs(first, np.arange(114), sources=60, codes=114)
    assert held.until()[[5, 11, 59]].tolist() == [80, 100, 114]


def test_no_code_is_nothing_new() -> None:
    held = Incidence.from_table(np.zeros((3, 2)))
    assert (held.new().tolist(), len(held.found)) == ([0, 0, 0], 0)


def test_a_source_that_is_not_there_is_refused() -> None:
    with pytest.raises(InvalidInput):
        Incidence.from_pairs(np.array([5]), np.array([0]), sources=2, codes=1)
