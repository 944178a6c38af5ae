"""What is in which cell: every pair of a row's groups on both sides, once, and whose it is."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.crossing import crossed
from jejak.analysis.membership import Membership

tables = st.integers(0, 8).flatmap(
    lambda rows: st.tuples(
        *(st.lists(st.sets(st.integers(0, 3)), min_size=rows, max_size=rows) for _ in range(2))
    )
)


def membership(of: list[set[int]]) -> Membership:
    pairs = [(row, group) for row, groups in enumerate(of) for group in groups]
    row, group = np.array(pairs, np.int64).reshape(-1, 2).T
    return Membership.of_pairs(row, group, len(of), 4)


@given(tables)
def test_a_row_is_in_the_cells_of_all_its_groups(
    given: tuple[list[set[int]], list[set[int]]],
) -> None:
    rows, columns = given
    cells, whose = crossed(membership(rows), membership(columns))
    found = sorted(zip(cells.tolist(), whose().tolist(), strict=True))
    assert found == sorted(
        (4 * one + other, row)
        for row, (mine, theirs) in enumerate(zip(rows, columns, strict=True))
        for one in mine
        for other in theirs
    )


@given(st.lists(st.sets(st.integers(0, 3)), max_size=8), st.lists(st.integers(-1, 7), max_size=8))
def test_levels_hold_each_group_once(of: list[set[int]], index: list[int]) -> None:
    table = membership(of)
    levels = table.levels()
    assert [{int(level[row]) for level in levels} - {-1} for row in range(len(of))] == of
    asked = np.array([at if at < len(of) else -1 for at in index], np.int64)
    by_index = Membership(table.first, table.group, table.size, asked).levels()
    assert len(by_index) == len(levels)
    for level, whole in zip(by_index, levels, strict=True):
        assert level.tolist() == [-1 if at < 0 else whole[at] for at in asked.tolist()]
