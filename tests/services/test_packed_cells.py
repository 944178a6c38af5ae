"""Cells of a large display in few letters: nothing is lost, and what differs is found as one by one."""

from __future__ import annotations

import random
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.model.message import say
from jejak.model.shape import NO_DATA, UNFIT, Caption, Cell, Heading, Matrix
from jejak.services import packed_cells
from jejak.services.packed_cells import differing, packed, same, unpacked

HIGH, WIDE = 4, 5
BLANK = Cell(0)
WORDS = say("{text}", text="x")
cell = st.integers(-4, 9).map(lambda n: Cell(n / 2 if n % 2 else n)) | st.sampled_from(
    (NO_DATA, UNFIT)
)
cells = st.dictionaries(st.tuples(st.integers(0, HIGH - 1), st.integers(0, WIDE - 1)), cell)
places = (
    st.lists(st.none() | st.integers(0, many - 1), min_size=many, max_size=many)
    for many in (HIGH, WIDE)
)


def matrix(filled: dict[tuple[int, int], Cell], high: int = HIGH, wide: int = WIDE) -> Matrix:
    rows, columns = (tuple(Heading(f"{n}", "") for n in range(many)) for many in (high, wide))
    return Matrix("x", rows, columns, filled, Caption(WORDS, WORDS), WORDS, WORDS, BLANK)


@given(cells)
def test_what_is_packed_is_unpacked(filled: dict[tuple[int, int], Cell]) -> None:
    letters = packed(filled, BLANK, WIDE)
    assert letters is not None
    found = {(r, c): (value, state) for r, c, value, state in unpacked(letters, WIDE)}
    assert found == {
        place: (one.value, one.state)
        for place, one in filled.items()
        if (one.value, one.state) != (0, "value")
    }


@given(cells, cells, *places)
def test_what_differs_is_what_differs_one_by_one(
    then: dict[tuple[int, int], Cell],
    now: dict[tuple[int, int], Cell],
    rows: list[int | None],
    columns: list[int | None],
) -> None:
    naive = []
    for r, c in product(range(HIGH), range(WIDE)):
        before, row, column = then.get((r, c), BLANK), rows[r], columns[c]
        if row is None or column is None:
            other = not same(before.value, before.state, 0, "value")
        else:
            after = now.get((row, column), BLANK)
            other = not same(before.value, before.state, after.value, after.state)
        if other:
            naive.append((r, c, before.value, before.state))
    letters = packed(then, BLANK, WIDE)
    assert letters is not None
    assert differing(letters, (0, "value"), matrix(now), rows, columns) == naive


def test_two_thousand_rows_and_columns_of_counts_are_kept() -> None:
    draw = random.Random(1)
    size = 2_000
    counts = {
        (row, column): Cell(min(int(draw.paretovariate(1.2)), 500))
        for row in range(size)
        for column in range(row % 50, size, 50)
    }
    letters = packed(counts, BLANK, size)
    assert letters is not None
    assert len(letters) < packed_cells.MOST_LETTERS / 20


def test_what_would_be_too_long_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_cells, "MOST_LETTERS", 20)
    assert packed({(0, n): Cell(n / 7) for n in range(1, 50)}, BLANK, 50) is None
