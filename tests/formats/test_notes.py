from __future__ import annotations

import re
from pathlib import Path

from support.studies import small_study


def test_every_link_leads_to_a_note(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources.get("S-01")
        study.memos.add("Ide: satu/dua?", "Isi *memo*.", about=[("source", source.guid)])
        report = study.exchange.write(tmp_path / "notes", format="notes")
        study.exchange.write(tmp_path / "again", format="notes")
    files = {one.relative_to(tmp_path / "notes").as_posix(): one.read_text("utf-8")
             for one in (tmp_path / "notes").rglob("*.md")}  # fmt: skip
    assert set(files) == {
        "Index.md", "Sources/S-01.md", "Codes/Triple-A.md", "Codes/Triple-A - Anonim.md",
        "Codes/Triple-A - Murah.md", "Memos/Ide_ satu_dua_.md",
    }  # fmt: skip
    for text in files.values():
        for target in re.findall(r"\[\[([^|\]]+)\|", text):
            assert f"{target}.md" in files
    assert "> Bikin akun baru lagi 😀" in files["Codes/Triple-A - Murah.md"]
    assert "[[Codes/Triple-A - Anonim|Triple-A - Anonim]], Rina (70)" in files["Sources/S-01.md"]
    assert "Isi *memo*." in files["Memos/Ide_ satu_dua_.md"]
    assert (report.written["coding"], report.written["memo"]) == (2, 1)
    for name, text in files.items():
        assert (tmp_path / "again" / name).read_text("utf-8") == text
