from __future__ import annotations

from pathlib import Path

from support.commands import call
from support.studies import small_study


def test_literature_is_brought_in_listed_and_written(tmp_path: Path) -> None:
    small_study(tmp_path).close()
    study, library = tmp_path / "small.jejak", tmp_path / "library.bib"
    library.write_text("@book{m20, title={Netz}, year=2020}\n@book{x, title = {y", "utf-8")
    done = call("references", study, "--import", library)
    assert "1 works are new" in done.err
    assert "library.bib:2" in done.err
    assert "Netz" in done.out
    assert call("references", study, "--json").json[0]["key"] == "m20"
    for ending, shown in (
        (".ris", "TI  - Netz"),
        (".bib", "@book{m20"),
        (".json", '"Netz"'),
        (".csv", "Netz"),
    ):
        path = tmp_path / f"out{ending}"
        assert call("references", study, "-o", path).code == 0
        assert shown in path.read_text("utf-8-sig")
    assert call("references", study, "--import", tmp_path / "none.bib").code != 0
