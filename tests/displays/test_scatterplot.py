"""Two measures of each case or source as points."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.displays.charts import chart
from jejak.errors import InvalidInput
from jejak.model.corpus import AttributeColumn
from jejak.report.discreet_matrix import tells_of
from support.corpora import Row, corpora, corpus
from support.displays import computed, found


def table(spec, name: str) -> list[dict]:
    return next(data["values"] for data in spec["data"] if data["name"] == name)


RATED = replace(
    corpus(
        [Row(0, 0, 5, code=1, case=0), Row(0, 3, 9, code=3, case=0), Row(1, 0, 5, code=3, case=1)]
    ),
    attributes=(
        AttributeColumn("trust", "case", "rating", ("high", None), ("low", "middle", "high")),
        AttributeColumn("age", "case", "number", ("31", "40.5")),
        AttributeColumn("role", "case", "text", ("seller", "buyer")),
    ),
)


@given(
    corpora,
    st.sampled_from(("case", "source")),
    st.sampled_from(((), ("Akses",), ("c4", "Anonim"))),
)
@settings(max_examples=25)
def test_each_count_is_of_what_its_query_finds(study, rows, codes) -> None:
    for measure in ("codings", "characters", "codes"):
        matrix = computed(study, "scatterplot", rows=rows, x=measure, x_codes=list(codes))
        for row in range(len(matrix.rows)):
            cell = matrix.at(row, 0)
            if not cell.value:
                assert not cell.query
                continue
            hits = found(study, cell.query)
            coded = study.codings.code[hits.coding].tolist()
            places = {
                (s, c)
                for s, a, b in zip(hits.source, hits.start, hits.end, strict=True)
                for c in range(a, b)
            }
            counts = {"codings": len(hits), "codes": len(set(coded)), "characters": len(places)}
            assert cell.value == counts[measure]


def test_a_rating_is_its_level_and_what_is_not_known_is_no_data() -> None:
    matrix = computed(RATED, "scatterplot", x="case.trust", y="case.age")
    assert [matrix.at(row, 0).value for row in (0, 1)] == [3, None]
    assert matrix.at(1, 0).state == "no data"
    assert [matrix.at(row, 1).value for row in (0, 1)] == [31, 40.5]
    assert matrix.caption.n == 1
    spec = chart(matrix, "id")
    assert spec is not None
    assert [point["row"] for point in table(spec, "points")] == [0]
    assert table(spec, "points")[0]["told"]["Kasus: age"] == "31"


def test_groups_have_shapes_and_a_legend() -> None:
    spec = chart(computed(RATED, "scatterplot", groups="case.role"), "en")
    assert spec is not None
    assert len({point["shape"] for point in table(spec, "points")}) == 2
    assert [group["words"] for group in table(spec, "groups")] == ["seller", "buyer"]
    plain = chart(computed(RATED, "scatterplot"), "en")
    assert plain is not None
    assert table(plain, "groups") == []


def test_an_attribute_that_stays_in_the_study_is_known_by_the_keys() -> None:
    for chosen in ({"groups": "case.role"}, {"x": "case.age"}):
        matrix = computed(RATED, "scatterplot", **chosen)
        assert tells_of(matrix, "case", ["Role", "Age"]) is not None
    assert tells_of(computed(RATED, "scatterplot"), "case", ["Role", "Age"]) is None


def test_points_at_one_place_hide_none() -> None:
    study = replace(RATED, codings=corpus().codings)
    spec = chart(computed(study, "scatterplot"), "en")
    assert spec is not None
    places = {(point["x"], point["y"]) for point in table(spec, "points")}
    assert len(places) == 2
    assert [name["words"] for name in table(spec, "names")] == ["Sari", "Budi"]


def test_what_others_have_is_refused_in_words() -> None:
    with pytest.raises(InvalidInput, match=r"case\.age"):
        computed(RATED, "scatterplot", rows="source", x="case.age")
