from __future__ import annotations

from itertools import product

import pytest

from jejak.study import Study
from support.words import counted, hits


@pytest.mark.parametrize(
    ("by", "more"),
    [
        *product(
            ("case", "case.peran", "source", "source.kind"),
            (
                {},
                {"forms": "without clitics"},
                {"size": 2, "whose": "participants"},
                {"size": 2, "forms": "without clitics"},
            ),
        ),
        ("case.peran", {"filter": "code:Murah", "size": 2}),
        ("source", {"filter": "coder:Rina", "forms": "without clitics"}),
    ],
)
def test_every_count_leads_to_exactly_its_words(study: Study, by: str, more) -> None:
    matrix = study.displays.compute("word-frequencies", {"by": by, "stop": "none", **more})
    assert matrix.cells
    assert counted(study, matrix) == {}


def test_the_whole_study_says_how_often_by_how_many_and_how_evenly(study: Study) -> None:
    given = {"whose": "participants", "words": "akun, murah"}
    matrix = study.displays.compute("word-frequencies", given)
    assert [row.label for row in matrix.rows] == ["akun", "murah"]
    columns = [column.key for column in matrix.columns]
    assert columns == ["frequency", "per thousand", "cases", "sources", "dp", "d"]
    values = [[matrix.at(row, column).value for column in range(6)] for row in range(2)]
    assert [value[0] for value in values] == [5, 5]
    assert [value[2:4] for value in values] == [[2, 2], [2, 2]]
    assert matrix.caption.n == 31
    assert hits(study, matrix.at(0, 0).query) == 5
    for place in ((0, 4), (1, 5)):
        assert 0 < (matrix.at(*place).value or 0) < 1


def test_clitics_go_to_their_word_and_common_words_are_left_out(study: Study) -> None:
    rows = study.displays.compute("word-frequencies", {"forms": "without clitics"}).rows
    labels = [row.label for row in rows]
    assert "akunnya" not in labels
    assert "saya" not in labels
    assert {"#akun", "akun-akun", "😀", "漢"} <= set(labels)


def test_runs_of_words_stay_on_their_line_and_within_their_sentence(study: Study) -> None:
    matrix = study.displays.compute("word-frequencies", {"size": 2, "stop": "none"})
    labels = [row.label for row in matrix.rows]
    assert labels[0] == "akun baru"
    assert {"漢字"} <= set(labels)
    assert "ya murah" not in labels
    assert "baru akunnya" not in labels
    common = study.displays.compute("word-frequencies", {"size": 2})
    assert "saya hapus" not in [row.label for row in common.rows]


def test_runs_are_counted_by_stems_too(study: Study) -> None:
    pytest.importorskip("Sastrawi")
    asked = {"by": "source", "size": 2, "stop": "none"}
    written = study.displays.compute("word-frequencies", asked)
    matrix = study.displays.compute("word-frequencies", {**asked, "forms": "stems"})
    assert counted(study, matrix) == {}
    assert len(matrix.rows) < len(written.rows)
    assert any(" or " in cell.query for cell in matrix.cells.values())


def test_what_nothing_is_left_of_is_empty(study: Study) -> None:
    none = {"filter": "source = Catatan and code:*"}
    matrix = study.displays.compute("word-frequencies", {"by": "case", **none})
    assert (matrix.rows, matrix.columns, matrix.caption.n) == ((), (), 0)
    assert study.displays.compute("word-frequencies", none).rows == ()
