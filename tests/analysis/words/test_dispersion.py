from __future__ import annotations

import numpy as np
import pytest

from jejak.analysis.words.dispersion import (
    counts_in_parts,
    deviation_of_proportions,
    juilland_d,
    range_of,
)


def test_values_of_the_literature() -> None:
    """The worked example of Gries: five parts of 9 to 11 words, 1 to 5 times."""
    counts, sizes = np.array([[1, 2, 3, 4, 5]]), np.array([9, 10, 10, 10, 11])
    assert deviation_of_proportions(counts, sizes) == pytest.approx([0.18])
    assert juilland_d(counts, sizes) == pytest.approx([0.785], abs=5e-4)
    assert range_of(counts).tolist() == [5]


def test_even_words_and_words_of_one_part() -> None:
    counts, sizes = np.array([[2, 4, 6], [0, 0, 9], [0, 0, 0]]), np.array([20, 40, 60])
    assert deviation_of_proportions(counts, sizes) == pytest.approx([0, 0.5, np.nan], nan_ok=True)
    assert juilland_d(counts, sizes) == pytest.approx([1, 0, np.nan], nan_ok=True)
    assert range_of(counts).tolist() == [3, 1, 0]


def test_one_part_and_empty_parts() -> None:
    assert np.isnan(juilland_d(np.array([[3]]), np.array([9]))).all()
    assert juilland_d(np.array([[2, 0, 2]]), np.array([9, 0, 9])) == pytest.approx([1])
    assert np.isnan(deviation_of_proportions(np.array([[0]]), np.array([0]))).all()


def test_counting_by_part() -> None:
    counts = counts_in_parts(np.array([0, 0, 2, 0]), np.array([1, 1, 0, 0]), 3, 2)
    assert counts.tolist() == [[1, 2], [0, 0], [1, 0]]
