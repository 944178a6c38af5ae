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
        rows = [line.strip("|").split("|") for line in told.splitlines() if line.startswith("| ")]
        said = {cells[1].strip(): (cells[2].strip(), cells[3].strip()) for cells in rows}
        judged, computed = said["Coherence"]
        assert "Minor concerns" in judged
        assert "Satu menentang." in judged
        assert computed.startswith("0 qualify it and 1 contradicts it;")
        judged, computed = said["Methodological limitations"]
        assert judged == "not judged yet"
        assert computed == (
            "How the words came about is recorded for 0 of 1 supports. "
            "1 of 1 supports were coded by several people."
        )
        assert said["Adequacy"][1].startswith("1 passage supports it, of 2 words. 1 participant")
        assert (
            "1 of the 2 who speak of it support it; it speaks about 3 cases."
            in said["Relevance"][1]
        )


def test_the_median_is_told_of_the_words_that_are_quoted(tmp_path: Path) -> None:
    with talked_study(tmp_path) as study:
        finding = study.findings.add("It is cheap.", codes=["Harga"])
        source = study.sources.add_text("Jual", "\n\n".join(["Murah"] * 42 + ["Murah sekali"]))
        for number in range(42):
            study.findings.add_evidence(
                finding, source=source, start=7 * number, end=7 * number + 5
            )
        told = study.reports.content(".md", "en", ["confidence"]).decode()
        assert (
            "42 passages support it. The 40 that are quoted are of 1 words in the median." in told
        )
