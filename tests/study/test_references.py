from __future__ import annotations

from pathlib import Path

from support.studies import small_study


def test_literature_is_read_like_a_mapping(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        library = tmp_path / "library.ris"
        library.write_text(
            "TY  - BOOK\nAU  - Sari, Dewi\nTI  - Membaca\nPY  - 2019\nAB  - Isi.\nER  -\n"
        )
        assert len(study.references.read(library).new) == 1
        work = study.references["sari2019"]
        assert (work.name, work.short, work.csl["title"]) == ("sari2019", "Sari 2019", "Membaca")
        work.cite_in(study.sources["S-01"])
        assert [kind for kind, _ in work.cited_by] == ["source"]
        work.update({"publisher": "Penerbit"}, key="sari")
        assert study.references.keys() == ["sari"]
        assert len(study.references) == len(study.references.values()) == 1
        assert study.references.rows()[0]["cited_by"] == 1
        assert work.source().name == "Sari 2019"
        assert (
            study.references.write(tmp_path / "out.bib")
            .read_text("utf-8")
            .startswith("@book{sari,")
        )
        work.remove()
        assert study.references.rows() == []
