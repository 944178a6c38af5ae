from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.shares import effective_number, wilson_interval


def test_published_intervals() -> None:
    # Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29
    for count, of, low, high in (
        (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718),
    ):  # fmt: skip
        assert wilson_interval(count, of) == pytest.approx((low, high), abs=5e-5)
    assert wilson_interval(0, 0) == (0.0, 1.0)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_the_share(pair: tuple[int, int]) -> None:
    low, high = wilson_interval(*pair)
    assert 0 <= low <= pair[0] / pair[1] + 1e-12
    assert pair[0] / pair[1] - 1e-12 <= high <= 1


@given(st.lists(st.integers(0, 99), max_size=9))
def test_the_effective_number_lies_between_one_and_all(counts: list[int]) -> None:
    some = [count for count in counts if count]
    found = effective_number(counts)
    assert (found == 0) if not some else (1 - 1e-9 <= found <= len(some) + 1e-9)


def test_equal_parts_count_fully() -> None:
    assert effective_number([7, 7, 7]) == pytest.approx(3)
    assert effective_number([5]) == 1
