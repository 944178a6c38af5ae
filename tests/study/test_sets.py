from __future__ import annotations

from pathlib import Path

from support.studies import small_study


def test_sets_are_read_like_a_mapping_and_as_a_table(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        made = study.sets.make("Biaya", "code", [study.codes["Murah"]])
        study.sets.make("Cari", "source", query="code:*")
        assert study.sets["biaya"] == made == study.sets[made.guid]
        assert (len(study.sets), study.sets.keys(), "Lain" in study.sets) == (
            2, ["Biaya", "Cari"], False,
        )  # fmt: skip
        rows = study.sets.rows()
        assert [(row["of"], row["query"], row["members"]) for row in rows] == [
            ("code", None, 1), ("source", "code:*", 1),
        ]  # fmt: skip
        study.sets["Cari"].update(query="code:Murah")
        assert study.sets["Cari"].query == "code:Murah"
