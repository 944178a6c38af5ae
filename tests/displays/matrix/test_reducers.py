"""Seconds in cells: of what was recorded, and no number where nothing was."""

from __future__ import annotations

from dataclasses import replace

from jejak.model.shape import Matrix
from support.corpora import BlockRow, Recordings, Row, Said, corpus
from support.displays import computed, found

# The first source is of a recording of which ten seconds are told; the second is of none.
STUDY = replace(
    corpus(
        [
            Row(0, 0, 4, code=1, case=0),
            Row(0, 2, 8, code=1, case=0, coder=1),
            Row(0, 2, 8, code=3, case=0),
            Row(1, 0, 3, code=1, case=1),
        ],
        [BlockRow(0, 0, 10, 0, 0, 1), BlockRow(0, 10, 14, 1, -1, 1), BlockRow(1, 0, 5, 1, 1, 1)],
        [(0, 0), (1, 1)],
    ),
    happenings=Recordings((Said(0, 0, 10, 5000, 15_000),), (2, 0)),
)


def cells(matrix: Matrix) -> dict[tuple[str, str], float | str | None]:
    """The value of each cell, or its state, by the names of its row and column."""
    return {
        (str(row.label), str(column.label)): cell.value if cell.state == "value" else cell.state
        for y, row in enumerate(matrix.rows)
        for x, column in enumerate(matrix.columns)
        for cell in [matrix.at(y, x)]
    }


def test_each_moment_counts_once_and_what_was_not_recorded_has_no_data() -> None:
    matrix = computed(STUDY, "matrix", rows=["code"], columns=["case"], cell="seconds", below=False)
    assert cells(matrix) == {
        ("Biaya", "Sari"): 8, ("Biaya", "Budi"): "no data",
        ("Anonim", "Sari"): 6, ("Anonim", "Budi"): "no data",
    }  # fmt: skip
    assert (matrix.row_totals, matrix.column_totals) == ((8, 6), (8, None))
    assert len(found(STUDY, matrix.at(0, 0).query).coding) == 2
    assert str(matrix.caption.unit) == "seconds of recordings, each counted once"


def test_a_turn_that_is_in_no_recording_has_none_either() -> None:
    matrix = computed(STUDY, "matrix", rows=["code"], columns=["speaker"], cell="seconds")
    assert {state for (_, who), state in cells(matrix).items() if who == "Penanya"} == {"no data"}
    assert cells(matrix)["Anonim", "Sari"] == 6


def test_the_caption_says_how_seconds_are_counted_and_what_is_not() -> None:
    notes = [
        str(note)
        for note in computed(STUDY, "matrix", rows=["code"], columns=["case"], cell="seconds").caption.notes
    ]  # fmt: skip
    assert "Nothing there has times of a recording, so no data: Budi." in notes
    assert any(note.startswith("Seconds are those of words with times") for note in notes)
    assert any("on recordings themselves" in note for note in notes)
    plain = computed(STUDY, "matrix", rows=["code"], columns=["case"])
    assert not any("recording" in str(note) for note in plain.caption.notes)


def test_a_study_without_recordings_has_no_data_at_all() -> None:
    study = replace(STUDY, happenings=None)
    matrix = computed(study, "matrix", rows=["code"], columns=["case"], cell="seconds")
    assert set(cells(matrix).values()) == {"no data"}


def test_codes_over_time_may_be_measured_in_seconds() -> None:
    matrix = computed(STUDY, "codes-in-time", measure="seconds", codes=["c3"], below=False)
    assert list(cells(matrix).values()) == [6, "no data", "no data"]
