"""One source in parts: as a portrait, and as a line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.displays.charts import chart
from jejak.model.query import CoderIs
from jejak.testing import example_corpus
from support.corpora import corpora, corpus
from support.displays import computed, found

STUDY = example_corpus(30)


def table(spec, name: str) -> list[dict]:
    return next(data["values"] for data in spec["data"] if data["name"] == name)


def touched(study, query: str, start: int, end: int) -> set[int]:
    """The characters of a stretch that what a query finds covers."""
    hits = found(study, query)
    return {
        c
        for s, e in zip(hits.start, hits.end, strict=True)
        for c in range(max(s, start), min(e, end))
    }


@given(
    corpora, st.sampled_from(("", "s0", "s2")), st.booleans(), st.integers(1, 20),
    st.sampled_from((None, CoderIs("Rina"))),
)  # fmt: skip
@settings(max_examples=30)
def test_each_number_is_the_characters_that_its_query_finds(
    study, source, below, parts, only
) -> None:
    matrix = computed(study, "document-portrait", only, source=source, below=below, parts=parts)
    for (row, column), cell in matrix.cells.items():
        _, start, end = matrix.rows[row].place
        assert len(touched(study, cell.query, start, end)) == cell.value, (row, column)
        others = [c for c in range(len(matrix.columns)) if (row, c) in matrix.cells]
        every = {c for o in others for c in touched(study, matrix.at(row, o).query, start, end)}
        assert len(every) == matrix.row_totals[row]


@pytest.mark.parametrize("along", ["parts", "blocks"])
def test_the_line_has_the_same_numbers_as_the_portrait(along: str) -> None:
    line = computed(STUDY, "code-line", source="A-01", along=along, parts=10)
    portrait = computed(STUDY, "document-portrait", source="A-01", parts=10)
    assert [row.label for row in line.rows] == [column.label for column in portrait.columns]
    assert line.row_totals == portrait.column_totals
    if along == "blocks":
        assert [column.label for column in line.columns] == ["1", "2"]
        assert line.columns[1].place == ("s0", 50, 100)
    else:
        assert {(c, r): cell for (r, c), cell in line.cells.items()} == dict(portrait.cells)


def test_the_source_with_most_codings_is_taken_unless_one_is_chosen() -> None:
    sources = STUDY.codings.source.tolist()
    most = max((0, 1), key=sources.count)
    first = computed(STUDY, "document-portrait")
    assert first.rows[0].place[0] == f"s{most}"
    assert first.caption.title.args["source"] == STUDY.sources.name[most]
    assert computed(STUDY, "document-portrait", source="B-01").rows[0].place[0] == "s1"


def test_a_tile_opens_its_place_and_is_divided_between_its_codes() -> None:
    spec = chart(computed(STUDY, "document-portrait", source="A-01", parts=5), "id")
    assert spec is not None
    ground = table(spec, "ground")
    assert [tile["place"] for tile in ground][:2] == [["s0", 0, 20], ["s0", 20, 40]]
    bands = table(spec, "bands")
    for row in {band["row"] for band in bands}:
        mine = [band for band in bands if band["row"] == row]
        assert abs(sum(band["width"] for band in mine) - 22) < 0.1
        assert all(band["place"] == ground[row]["place"] for band in mine)
    assert table(spec, "codes")[-1]["words"] == "tanpa kode yang tampil"


def test_near_colours_are_hatched_in_the_legend_and_on_the_tiles() -> None:
    codes = replace(STUDY.codes, colour=("#44aa99",) * 4)
    spec = chart(computed(replace(STUDY, codes=codes), "document-portrait"), "en")
    assert spec is not None
    lines = [bool(code["lines"]) for code in table(spec, "codes")]
    assert lines[:-1] == [False, True, True][: len(lines) - 1]


def test_a_source_without_codings_is_all_pale_and_one_without_text_has_no_parts() -> None:
    bare = computed(STUDY, "document-portrait", source="Notes")
    assert not bare.columns
    assert set(bare.row_totals) == {0}
    empty = computed(example_corpus(0), "document-portrait", source="Notes")
    assert chart(empty, "en") is None
    none = corpus([], [])
    nothing = replace(none, sources=replace(none.sources, length=none.sources.length * 0))
    assert computed(nothing, "code-line", source="s0").columns == ()


def test_the_marks_of_a_lane_are_its_cells() -> None:
    matrix = computed(STUDY, "code-line", source="A-01", parts=10)
    spec = chart(matrix, "en")
    assert spec is not None
    marks = table(spec, "marks")
    assert {(one["row"], one["column"]) for one in marks} == set(matrix.cells)
    assert all(0 <= one["x"] <= spec["width"] for one in marks)
    assert len(table(spec, "ticks")) <= 10
