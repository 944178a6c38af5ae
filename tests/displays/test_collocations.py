from __future__ import annotations

import pytest

from jejak.study import Study
from support.words import hits


@pytest.mark.parametrize(
    "more", [{}, {"forms": "without clitics"}, {"filter": "code:Takut"}, {"window": 1}]
)
def test_every_word_near_is_found(study: Study, more) -> None:
    given = {"node": "Akun", "stop": "none", "least": 1, **more}
    matrix = study.displays.compute("collocations", given)
    keys = [column.key for column in matrix.columns]
    assert matrix.rows
    for row in range(len(matrix.rows)):
        for name in ("together", "before", "after", "frequency"):
            cell = matrix.at(row, keys.index(name))
            assert cell.value == hits(study, cell.query), name


def test_sides_and_strength(study: Study) -> None:
    given = {"node": "akun", "stop": "none", "least": 2, "window": 1}
    matrix = study.displays.compute("collocations", given)
    keys = [column.key for column in matrix.columns]
    row = [str(one.label) for one in matrix.rows].index("baru")
    together, before, after = (
        matrix.at(row, keys.index(name)).value for name in ("together", "before", "after")
    )
    assert (together, before, after) == (5, 1, 5)
    dice = matrix.at(row, keys.index("logDice")).value or 0
    assert 0 < dice <= 14


def test_a_word_that_is_not_there_says_so(study: Study) -> None:
    matrix = study.displays.compute("collocations", {"node": "zebra"})
    assert matrix.rows == ()
    assert "does not occur" in matrix.caption.notes[0].text
    most = study.displays.compute("collocations", {"least": 1})
    assert most.caption.title.args["word"] == "akun"
