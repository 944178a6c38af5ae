from __future__ import annotations

from pathlib import Path

from jejak.model import Reference
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


def test_events_and_states_are_found(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.events.add("Diblokir", kind="akhir")
        study.states.add("Sesudah diblokir")
        found = [(one.kind, one.label, one.where) for one in study.names.search("diblokir")]
        assert found == [("event", "Diblokir", "akhir"), ("state", "Sesudah diblokir", "")]


def test_renamed_things_are_found_by_their_new_name(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        assert study.names.search("gampang") == []
        study.codebook.update(study.codebook.get("Murah"), name="Gampang")
        assert [one.label for one in study.names.search("gampang")] == ["Gampang"]
        assert study.names.search("murah") == []


def test_displays_and_works_are_found_and_removals_noticed(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        work = Reference(key="Rogers2003", csl={"title": "Diffusion", "type": "book"})
        with study.change("Add a work") as change:
            change.add(work)
        study.displays.save("Kode dan sumber", "code-frequencies", {})
        assert [(one.kind, one.where) for one in study.names.search("diffusionn")] == [
            ("reference", "book")
        ]
        assert [one.kind for one in study.names.search("sumber")] == ["display"]
        study.undo(2)
        assert study.names.search("Diffusion") == []
        assert study.names.search("sumber") == []


def test_a_name_undone_to_what_it_was_is_found_as_it_was(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.memos.add("Pertama", "…")
        study.memos.update(study.memos.all()[0], title="Kedua")
        assert [one.label for one in study.names.search("kedua")] == ["Kedua"]
        study.undo()
        assert [one.label for one in study.names.search("pertama")] == ["Pertama"]
        assert study.names.search("kedua") == []
