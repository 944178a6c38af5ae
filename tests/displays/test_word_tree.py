"""What follows a word, and what comes before it, each branch leading to exactly its places."""

from __future__ import annotations

import pytest

from jejak.displays.charts import chart
from jejak.study import Study
from support.words import counted


def table(spec, name: str) -> list[dict]:
    return next(data["values"] for data in spec["data"] if data["name"] == name)


def tree(study: Study, **settings: object) -> list[tuple[int, str]]:
    rows = study.displays.compute("word-tree", {"least": 1, **settings}).rows
    return [(row.depth, row.label) for row in rows]


@pytest.mark.parametrize("words", ["akun", "baru", "saya", "漢", "akun baru", "😀"])
@pytest.mark.parametrize("side", ["after", "before"])
@pytest.mark.parametrize("more", [{}, {"filter": "code:Murah"}])
def test_every_branch_leads_to_exactly_its_places(study: Study, words, side, more) -> None:
    given = {"words": words, "side": side, "least": 1, **more}
    matrix = study.displays.compute("word-tree", given)
    assert matrix.cells or more
    assert counted(study, matrix) == {}


def test_branches_are_no_more_than_what_they_go_on(study: Study) -> None:
    matrix = study.displays.compute("word-tree", {"words": "akun", "least": 1})
    above: list[float] = []
    for row, heading in enumerate(matrix.rows):
        del above[heading.depth :]
        count = matrix.at(row, 0).value
        assert not above or count <= above[-1]
        above.append(count)
    assert matrix.rows[0].label == "akun"
    assert matrix.rows[1].path.startswith("akun ")


def test_words_are_read_from_the_root_outwards(study: Study) -> None:
    assert (0, "baru") in tree(study, words="baru", side="before")
    (_, first), *rest = tree(study, words="baru", side="before")
    assert first == "baru"
    assert any(label.endswith("akun") for _, label in rest)


def test_rare_ways_are_left_out_and_only_so_many_shown(study: Study) -> None:
    every, some = tree(study, words="akun"), tree(study, words="akun", least=2)
    assert set(some) < set(every)
    assert tree(study, words="akun", top=1) == [(0, "akun")]


def test_a_word_that_stands_nowhere_is_no_tree_and_none_is_the_most_frequent(study: Study) -> None:
    assert tree(study, words="tidakada") == []
    (_, root), *_ = tree(study)
    first = study.displays.compute("word-frequencies", {}).rows[0].label
    assert root == first


def test_branches_are_as_large_as_they_are_frequent_and_stand_beside_their_root(study) -> None:
    for side, towards in (("after", 1), ("before", -1)):
        matrix = study.displays.compute("word-tree", {"words": "akun", "side": side, "least": 1})
        spec = chart(matrix, "id")
        assert spec is not None
        root, *others = table(spec, "words")
        assert all((other["x"] - root["x"]) * towards > 0 for other in others)
        assert all(other["size"] <= root["size"] for other in others)
        assert len(table(spec, "lines")) == len(others)
