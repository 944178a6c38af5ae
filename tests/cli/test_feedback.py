from __future__ import annotations

from pathlib import Path

from support.commands import call
from support.studies import named_study


def test_feedback_is_listed_and_a_sheet_written(tmp_path: Path) -> None:
    with named_study(tmp_path) as study:
        finding = study.findings.add("Semua menjual.", scope="case = W-2")
        study.verification.add(finding, "feedback", who="Ketua RT", answer="partly")
    made = tmp_path / "named.jejak"
    (row,) = call("feedback", made, "--json").json
    assert (row["who"], row["finding"], row["follow"]) == ("Ketua RT", "F1", True)
    assert call("feedback", made, "--unasked", "--json").json == [
        {"case": "W-2", "concerning": ["F1"], "unasked": ["F1"]}
    ]
    assert "Shown 1 times" in call("feedback", made).err
    sheet = tmp_path / "sheet.md"
    assert call("feedback", made, "--sheet", "W-2", "-o", sheet, "--lang", "en").code == 0
    assert "Semua menjual." in sheet.read_text("utf-8")
    assert call("feedback", made, "--sheet", "W-2").code == 2
