from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis import spans
from jejak.analysis.spans import Spans, changes, different, order_of, sorted_spans

tables = st.lists(st.tuples(*[st.integers(0, 3)] * 3), max_size=8)


def columns(rows: list[tuple[int, ...]]) -> Spans:
    table = np.array(rows, np.int64).reshape(-1, 3)
    return Spans(table[:, 0], table[:, 1], table[:, 2])


@given(tables)
def test_sorting_leaves_the_rows_whole(rows: list[tuple[int, ...]]) -> None:
    found = sorted_spans(columns(rows))
    assert list(zip(found.source, found.start, found.end, strict=True)) == sorted(rows)
    assert order_of(found) is None


@given(st.lists(st.integers(-5, 5)))
def test_different_keys(keys: list[int]) -> None:
    assert different(np.array(keys, np.int64)).tolist() == sorted(set(keys))


def test_changes_begin_with_the_first_row() -> None:
    assert changes(np.array([1, 1, 2]), np.array([5, 6, 6])).tolist() == [True, True, True]
    assert changes(np.array([1, 1])).tolist() == [True, False]
    assert changes(np.array([], np.int64)).tolist() == []


def test_no_stretch_at_all() -> None:
    assert len(Spans.empty()) == 0


@given(st.lists(st.integers(0, 6)), st.sampled_from((np.int32, np.int64)), st.integers(7, 9))
def test_numbers_are_counted_a_part_at_a_time(
    numbers: list[int], form: type[np.integer], part: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spans, "_COUNTED", part)
        found = spans.how_many(np.array(numbers, form), 7)
    assert found.tolist() == [numbers.count(one) for one in range(7)]
