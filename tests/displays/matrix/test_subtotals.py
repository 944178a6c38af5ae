"""Subtotals of nested rows and columns: counted anew, each thing once, and found by their queries."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from jejak.model.corpus import Corpus
from jejak.model.query import CodeIs, CoderIs, Query
from jejak.model.shape import Heading, Matrix, key_parts
from support.corpora import Row, corpora, corpus
from support.displays import computed, found

from .test_engine import EVERY, OWN, count

COUNTING = ("codings", "segments", "cases", "sources", "characters")
nested = st.lists(st.sampled_from(EVERY), min_size=2, max_size=3, unique=True)
other = st.lists(st.sampled_from(EVERY), min_size=1, max_size=2, unique=True)
filters = st.sampled_from((None, CoderIs("Rina"), CodeIs("Anonim")))


def members(headings: tuple[Heading, ...], place: int) -> list[int]:
    """The places a heading is of: those under the same outer headings, or itself."""
    if not headings[place].subtotal:
        return [place]
    outer = key_parts(headings[place].key)[:-1]
    return [
        at
        for at, one in enumerate(headings)
        if not one.subtotal and key_parts(one.key)[: len(outer)] == outer
    ]


def summed(matrix: Matrix) -> Iterator[tuple[int, int]]:
    for row, one in enumerate(matrix.rows):
        for column, two in enumerate(matrix.columns):
            if one.subtotal or two.subtotal:
                yield row, column


@given(corpora, nested, other, st.sampled_from(COUNTING), filters, st.integers(1, 4), st.booleans())
def test_a_subtotal_counts_each_thing_of_its_group_once_and_its_query_finds_just_that(
    study: Corpus, rows: list[str], columns: list[str], cell: str, filter: Query | None, top: int,
    turned: bool,
) -> None:  # fmt: skip
    sides = {"rows": rows, "columns": columns}
    if turned:
        sides = {"rows": columns, "columns": rows}
    matrix = computed(
        study, "matrix", filter, **sides, cell=cell, subtotals="both", top=top * 2, unused=True,
        row_headings=OWN, column_headings=OWN[:2],
    )  # fmt: skip
    for row, column in summed(matrix):
        naive: set[int] = set()
        for one in members(matrix.rows, row):
            for two in members(matrix.columns, column):
                query = matrix.at(one, two).query
                naive |= set(found(study, query).coding.tolist()) if query else set()
        told = matrix.at(row, column)
        hits = set(found(study, told.query).coding.tolist()) if told.query else set()
        assert hits == naive, told.query
        if told.state == "value":
            assert told.value == count(study, np.array(sorted(naive), np.int64), cell)
        else:
            assert not naive


@given(corpora, nested, other, st.sampled_from((*COUNTING, "presence", "share of cases", "rating")))
def test_subtotals_change_nothing_beside_them(
    study: Corpus, rows: list[str], columns: list[str], cell: str
) -> None:
    asked = {"rows": rows, "columns": columns, "cell": cell, "change": True, "unused": True}
    plain = computed(study, "matrix", **asked, row_headings=OWN, column_headings=OWN[:2])
    more = computed(study, "matrix", **asked, subtotals="both", row_headings=OWN, column_headings=OWN[:2])  # fmt: skip
    kept = [[at for at, one in enumerate(side) if not one.subtotal] for side in (more.rows, more.columns)]  # fmt: skip
    assert tuple(more.rows[at] for at in kept[0]) == plain.rows
    assert tuple(more.columns[at] for at in kept[1]) == plain.columns
    for row, at in enumerate(kept[0]):
        for column, to in enumerate(kept[1]):
            assert more.at(at, to) == plain.at(row, column)
    assert more.caption.n == plain.caption.n
    if plain.row_totals:
        assert tuple(more.row_totals[at] for at in kept[0]) == plain.row_totals
    assert tuple(more.column_totals[at] for at in kept[1]) == plain.column_totals


def test_people_who_are_in_two_groups_of_a_group_are_one_in_its_subtotal() -> None:
    study = corpus(
        [Row(0, 0, 4, code=1, case=0), Row(0, 4, 9, code=2, case=0), Row(1, 0, 4, code=1, case=1)],
        case_sources=[(0, 0), (1, 1)],
    )
    matrix = computed(study, "matrix", rows=["source.kind", "code"], columns=["study"], cell="cases", subtotals="rows", below=False)  # fmt: skip
    assert [heading.subtotal for heading in matrix.rows] == [False, False, True]
    assert [matrix.at(row, 0).value for row in range(3)] == [2, 1, 2]
    assert matrix.rows[2].above == matrix.rows[0].above
    assert any("each once" in str(note) for note in matrix.caption.notes)


@given(corpora, nested, st.sampled_from(("total", "-total", "name", "-case.age")))
def test_an_order_leaves_subtotals_at_the_end_of_their_groups(
    study: Corpus, rows: list[str], order: str
) -> None:
    matrix = computed(study, "matrix", rows=rows, columns=["study"], subtotals="rows", row_order=order, row_headings=OWN)  # fmt: skip
    for place, heading in enumerate(matrix.rows):
        if heading.subtotal:
            of = members(matrix.rows, place)
            assert max(of) < place
            assert len(of) <= place - min(of)
