from __future__ import annotations

import pytest

from jejak.errors import InvalidInput
from jejak.study import Study
from support.words import counted, hits

FEW = {"stop": "none", "least": 1}


@pytest.mark.parametrize("by", ["case", "case.peran", "source", "source.kind"])
def test_each_group_has_its_words_and_they_are_found(study: Study, by: str) -> None:
    matrix = study.displays.compute("keyness", {"by": by, "forms": "without clitics", **FEW})
    assert matrix.cells
    assert all((cell.value or 0) > 0 for cell in matrix.cells.values())
    assert counted(study, matrix) == {}


@pytest.mark.parametrize("measure", ["log-odds", "log-likelihood", "log ratio"])
@pytest.mark.parametrize(
    "chosen",
    [
        {"by": "case.peran", "one": "Penjual"},
        {"by": "case", "one": "Sari", "other": "Budi"},
        {"by": "source.kind", "one": "observation"},
        {"by": "study", "filter": "code:Murah"},
        {"by": "case.peran", "one": "penjual", "filter": "coder:Rina"},
    ],
)
def test_two_groups_are_compared_word_by_word(study: Study, measure: str, chosen) -> None:
    matrix = study.displays.compute("keyness", {**chosen, "measure": measure, **FEW})
    keys = [column.key for column in matrix.columns]
    assert keys[0] == measure
    scores = [matrix.at(row, 0).value or 0 for row in range(len(matrix.rows))]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 0
    assert scores[-1] < 0 or measure == "log ratio"
    for name in ("frequency one", "frequency other"):
        for row in range(len(matrix.rows)):
            cell = matrix.at(row, keys.index(name))
            assert cell.value == (hits(study, cell.query) if cell.query else 0)


def test_words_of_one_participant_of_several_are_marked(study: Study) -> None:
    matrix = study.displays.compute("keyness", {"by": "case.peran", "one": "penjual", **FEW})
    keys = [column.key for column in matrix.columns]
    notes = {
        str(row.label): matrix.at(line, keys.index("frequency one")).note
        for line, row in enumerate(matrix.rows)
    }
    assert notes["lama"] is not None
    assert notes["akun"] is None
    assert any("p-value" in note.text for note in matrix.caption.notes)


@pytest.mark.parametrize(
    "wrong",
    [
        {"by": "study"},
        {"by": "coder"},
        {"by": "case", "one": "Nobody"},
        {"by": "case", "one": "Sari", "other": "sari"},
    ],
)
def test_what_cannot_be_compared_is_refused(study: Study, wrong) -> None:
    with pytest.raises(InvalidInput):
        study.displays.compute("keyness", wrong)
