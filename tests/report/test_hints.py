"""What is computed for confidence stands beside what the analyst says, and counts what is there."""

from __future__ import annotations

from pathlib import Path

from support.found_out import talked_study, weigh


def test_each_component_has_what_the_checks_say_beside_the_judgement(tmp_path: Path) -> None:
    with talked_study(tmp_path) as study:
        finding = study.findings.add("It is cheap.", codes=["Harga"])
        weigh(study, finding, "W-01", "Murah sekali")
        weigh(study, finding, "W-02", "seharga kopi", stance="contradicts")
        study.verification.add(
            finding, "appraisal", component="coherence", concern="minor", why="Satu menentang."
        )
        told = study.reports.content(".md", "en", ["confidence"]).decode()
        (row,) = [line for line in told.splitlines() if line.startswith("| ") and "Satu" in line]
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        assert "Computed: How the words came about is recorded for 0 of 1 supports." in cells[1]
        assert cells[2].index("Satu menentang.") < cells[2].index("Computed: 0 qualify it and 1 ")
        assert "1 passage supports it, of 2 words." in cells[3]
        assert "1 of the 2 who speak of it support it; it speaks about 3 cases." in cells[4]
        assert "Dihitung: " in study.reports.content(".md", "id", ["confidence"]).decode()
