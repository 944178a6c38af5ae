from __future__ import annotations

from pathlib import Path

from support.studies import small_study


def test_everything_with_a_name_is_found(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.cases.add("Murti")
        study.memos.add("Tentang Murti", "Aneh.")
        found = {(one.kind, one.label, one.where) for one in study.names.search("mur")}
        assert found == {
            ("code", "Murah", "Triple-A/Murah"),
            ("case", "Murti", "person"),
            ("memo", "Tentang Murti", "theoretical"),
        }
        assert [one.kind for one in study.names.search("S-01")] == ["source"]
        assert study.names.search(" ") == []
        assert study.names.search("xyz") == []


def test_renamed_things_are_found_by_their_new_name(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        assert study.names.search("gampang") == []
        study.codebook.update(study.codebook.get("Murah"), name="Gampang")
        assert [one.label for one in study.names.search("gampang")] == ["Gampang"]
        assert study.names.search("murah") == []
