"""Rows in order by several numbers: what lexsort gives, whether they fit into one number or not."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.ordering import alike, rows_by

rows = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2**40), st.integers(0, 5)), max_size=40)


@given(rows, st.booleans())
def test_the_order_is_that_of_all_keys_and_then_of_the_rows(rows, wide: bool) -> None:
    table = np.array(rows, np.int64).reshape(-1, 3)
    if wide:  # more than one number holds
        table[:, 0] <<= 30
    found = rows_by(*table.T).tolist()
    assert found == sorted(range(len(table)), key=lambda row: (*table[row].tolist(), row))


@given(st.lists(st.integers(0, 6)))
def test_those_alike_are_counted_and_every_row_is_one_of_them(keys: list[int]) -> None:
    different, count, which = alike(np.array(keys, np.int64))
    assert different.tolist() == sorted(set(keys))
    assert count.tolist() == [keys.count(key) for key in sorted(set(keys))]
    assert different[which].tolist() == keys
