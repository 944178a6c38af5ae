from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import NotFound
from support.studies import small_study


def test_a_finding_is_weighed_and_judged(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.findings.add("Anonimitas memudahkan.", codes=["Anonim"])
        finding = study.findings["F1"]
        source = study.sources["S-01"]
        finding.support(source.select("namanya palsu"), why="ia menyebutnya", weight=5)
        finding.contradict(source.select("Tidak takut ketahuan?"))
        finding.qualify(source.select("gampang"), weight=2)
        evidence = finding.evidence().frame()
        assert evidence["stance"].to_list() == ["supports", "qualifies", "contradicts"]
        assert evidence.row(0, named=True)["text"] == "namanya palsu"
        assert [one.text for one in study.find("finding:F1")] == [
            "gampang", "Tidak takut ketahuan?", "namanya palsu",
        ]  # fmt: skip
        checks = finding.checks().frame()
        assert "negative-evidence" in checks["tactic"].to_list()
        finding.judge("participants", "weak", "hanya satu orang")
        judged = {row["tactic"]: row for row in finding.checks().rows()}["participants"]
        assert (judged["judged"], judged["by"], judged["stale"]) == ("weak", "Rina", False)
        finding.update(status="qualified", codes=["Murah"])
        assert (finding.status, finding.statement) == ("qualified", "Anonimitas memudahkan.")
        row = study.findings.frame().row(0, named=True)
        assert (row["label"], row["supports"], row["codes"]) == ("F1", 1, ["Triple-A/Murah"])
        assert study.findings.keys() == ["F1"]
        assert list(study.findings) == [finding]
        finding.remove()
        assert len(study.findings) == 0
        with pytest.raises(NotFound):
            study.findings["F1"]
