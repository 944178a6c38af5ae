"""Codes as flows to groups: every flow is a cell, as thick as it is large."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.displays.charts import chart, is_vega
from jejak.model.corpus import NamedColumns
from jejak.testing import example_corpus
from support.corpora import Row, corpora, corpus
from support.displays import computed, found

STUDY = example_corpus(30)


def table(spec, name: str) -> list[dict]:
    return next(data["values"] for data in spec["data"] if data["name"] == name)


def thickness(path: str) -> float:
    return float(re.findall(r"v([0-9.]+)C", path)[0])


@given(corpora, st.sampled_from(("case", "source.kind", "coder")))
@settings(max_examples=15)
def test_each_flow_is_what_its_query_finds(study, by) -> None:
    matrix = computed(study, "code-sankey", by=by)
    for cell in matrix.cells.values():
        if cell.value:
            assert len(found(study, cell.query)) == cell.value


def test_flows_are_as_thick_as_their_cells_and_fill_their_nodes() -> None:
    matrix = computed(STUDY, "code-sankey", by="case")
    spec = chart(matrix, "en")
    assert spec is not None
    assert is_vega(spec)
    ribbons = table(spec, "ribbons")
    assert len(ribbons) == sum(1 for cell in matrix.cells.values() if cell.value)
    sizes = {(r["row"], r["column"]): thickness(r["path"]) for r in ribbons}
    for number, node in enumerate(table(spec, "left")):
        mine = sum(size for (row, _), size in sizes.items() if row == number)
        assert abs(mine - node["height"]) < 0.1
    (first, one), *rest = sorted(sizes.items())
    for place, size in rest:
        assert abs(size / one - matrix.at(*place).value / matrix.at(*first).value) < 0.02


def test_a_flow_says_where_it_leads_in_the_readers_language() -> None:
    spec = chart(computed(STUDY, "code-sankey", by="case"), "id")
    assert spec is not None
    told = table(spec, "ribbons")[0]["told"]
    assert set(told) == {"Kode", "Kasus", "jumlah pengodean"}


def test_codes_below_are_not_counted_twice_unless_asked() -> None:
    matrix = computed(STUDY, "code-sankey", by="study")
    total = sum(cell.value for cell in matrix.cells.values())
    assert total == matrix.caption.n == len(STUDY.codings)


def test_nothing_flows_where_nothing_is_coded() -> None:
    assert chart(computed(example_corpus(0), "code-sankey"), "en") is None


@given(st.lists(st.sampled_from((1, 2, 300)), min_size=1, max_size=40))
def test_names_of_thin_groups_stand_below_one_another_within_the_picture(sizes: list[int]) -> None:
    rows = [
        Row(0, 0, 4, code=1, case=case, day=number)
        for case, size in enumerate(sizes)
        for number in range(size)
    ]
    names = tuple(f"K{number}" for number in range(len(sizes)))
    study = replace(
        corpus(rows), cases=NamedColumns(names, names, {"kind": ("person",) * len(names)})
    )
    spec = chart(computed(study, "code-sankey", by="case", top=100), "en")
    assert spec is not None
    groups = table(spec, "right")
    assert len(groups) == len(sizes)
    for one, other in pairwise(groups):
        assert other["middle"] - one["middle"] > 13.9
    assert groups[0]["y"] > -0.1
    assert groups[-1]["y"] + groups[-1]["height"] < spec["height"] + 0.1
