from __future__ import annotations

from pathlib import Path

from support.happenings import eventful_study, words


def test_types_are_shown_with_their_cases_and_without(tmp_path: Path) -> None:
    with eventful_study(tmp_path) as study:
        matrix = study.displays.compute("substructed-variable")
        assert [str(heading.label) for heading in matrix.rows] == [
            "rendah", "sedang", "tinggi", "(not known)",
        ]  # fmt: skip
        assert words(matrix) == {
            ("tinggi", "besar"): "Gita",
            ("sedang", "(not known)"): "Desi",
            ("(not known)", "(not known)"): "漢",
        }
        assert matrix.row_totals == (0, 1, 1, 1)
        assert "1 of 6 types have a case" in str(matrix.caption.notes[0])
        kinds = study.displays.compute("substructed-variable", {"rows": "case.kind"})
        assert str(kinds.rows[0].label) == "Person"
