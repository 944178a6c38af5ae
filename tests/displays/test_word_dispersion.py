from __future__ import annotations

import pytest

from jejak.study import Study
from support.words import counted


@pytest.mark.parametrize(
    "chosen",
    [
        {},
        {"source": "W-01", "parts": 4},
        {"source": "Catatan", "parts": 30},
        {"filter": "code:Murah"},
    ],
)
def test_every_part_leads_to_its_words(study: Study, chosen) -> None:
    matrix = study.displays.compute("word-dispersion", {"stop": "none", "top": 100, **chosen})
    assert matrix.cells
    assert counted(study, matrix) == {}


def test_words_stand_in_the_order_asked_for_with_their_dispersion(study: Study) -> None:
    matrix = study.displays.compute("word-dispersion", {"words": "murah AKUN zebra"})
    assert [row.label for row in matrix.rows] == ["murah", "akun"]
    assert [column.label for column in matrix.columns] == ["W-01", "W-02", "W-03", "Catatan"]
    assert matrix.row_totals == (5, 9)
    told = [note.args for note in matrix.caption.notes if "dp" in note.args]
    assert [one["word"] for one in told] == ["murah", "akun"]
    assert told[0]["n"] == 2
    assert told[1]["n"] == 3
