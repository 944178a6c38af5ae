"""The codes as a tree, with what each has by itself and with all below it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.displays.charts import chart
from jejak.model.query import CoderIs
from jejak.testing import example_corpus
from support.corpora import Row, codes, corpora, corpus
from support.displays import computed, found


def table(spec, name: str) -> list[dict]:
    return next(data["values"] for data in spec["data"] if data["name"] == name)


@given(
    corpora, st.sampled_from(("all", "in vivo")), st.sampled_from((None, CoderIs("Rina"))),
    st.sampled_from(((), ("Akses",), ("c1", "Anonim"))), st.sampled_from((1, 3, 500)),
)  # fmt: skip
@settings(max_examples=30)
def test_each_number_is_what_its_query_finds_and_nobody_stands_without_whom_it_is_under(
    study, terms, only, chosen, top
) -> None:
    matrix = computed(
        study, "code-taxonomy", only, terms=terms, codes=list(chosen), unused=False, top=top
    )
    for cell in matrix.cells.values():
        assert len(found(study, cell.query)) == cell.value
    shown = [study.codes.guid.index(heading.key) for heading in matrix.rows]
    for row, heading in zip(shown, matrix.rows, strict=True):
        parent = int(study.codes.parent[row])
        assert heading.depth == 0 or parent in shown
        assert not chosen or terms == "in vivo" or heading.depth > 0 or parent not in shown
    assert len(matrix.rows) <= top
    assert matrix.caption.n == sum(
        cell.value for (_, column), cell in matrix.cells.items() if column == 0
    )


def test_only_what_was_coded_in_vivo_is_a_term_of_the_people() -> None:
    study = corpus([Row(0, 0, 5, code=2, origin=1), Row(0, 0, 5, code=3)])
    matrix = computed(study, "code-taxonomy", terms="in vivo")
    assert [heading.label for heading in matrix.rows] == ["Akses", "Biaya", "Murah"]
    assert [heading.depth for heading in matrix.rows] == [0, 1, 2]


def test_discs_stand_apart_and_parents_in_the_middle_of_theirs() -> None:
    spec = chart(computed(example_corpus(30), "code-taxonomy"), "id")
    assert spec is not None
    rows = table(spec, "rows")
    assert [row["words"].split(" · ")[0] for row in rows] == ["Folder", "One", "Two", "=Three|3"]
    one, two = rows[1], rows[2]
    assert rows[0]["y"] == (one["y"] + two["y"]) / 2
    assert one["x"] == two["x"] > rows[0]["x"]
    assert len(table(spec, "lines")) == 2
    assert rows[0]["opacity"] < 1, "a folder has codings only below it"


def test_five_hundred_codes_are_told_and_drawn() -> None:
    tree = codes([(f"Kode {n} 编码 حسن", n % 3) for n in range(600)])
    study = replace(corpus([Row(0, 0, 5, code=599)]), codes=tree)
    matrix = computed(study, "code-taxonomy", top=500)
    assert len(matrix.rows) == 500
    assert matrix.caption.notes[0].args == {"n": 500, "all": 600}
    spec = chart(matrix, "en")
    assert spec is not None
    heights = {(row["x"], row["y"]) for row in table(spec, "rows")}
    assert len(heights) == 500
