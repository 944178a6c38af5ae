from __future__ import annotations

from pathlib import Path

from support.coders import coded_study

CODINGS = [
    (coder, f"S-{n}", 0, 5 + (n % 2 and coder == "Bayu"), "A")
    for coder in ("Rina", "Bayu")
    for n in (1, 2, 3)
]


def test_agreement_is_asked_like_a_function_and_is_a_table(tmp_path: Path) -> None:
    with coded_study(tmp_path, CODINGS, codes=["A"]) as study:
        table = study.agreement(measure="cohen-kappa", weights="linear", seed=3)
        assert table.frame()["code"].to_list() == ["All codes jointly", "A"]
        assert 0.8 < (table.value or 0) < 1
        assert table.differences.rows()[0]["coded"] == ["Rina", "Bayu"]
        assert len(table.differences) == 2
        assert "Cohen’s kappa" in table.methods()
        assert "Kappa Cohen" in table.methods("id")
        assert any("Landis" in one for one in table.remarks())
        assert "2 coders" in repr(table)
        one = study.agreement(sources=["S-2"], interval="")
        assert (one.value, one.agreed.shared) == (1.0, ("S-2",))
        assert study.agreement(machines=True).value == study.agreement().value
        study.rounds.open("Pilot", study.rounds.plan(["Rina", "Bayu"], ["S-1"], overlap=1))
        study.rounds.close("Pilot")
        assert study.agreement(of_round="Pilot").agreed.shared == ("S-1",)


def test_saturation_is_asked_like_a_function_and_is_a_table(tmp_path: Path) -> None:
    with coded_study(tmp_path, CODINGS, codes=["A"]) as study:
        table = study.saturation(base=1, run=1)
        assert [row["new"] for row in table.rows()] == [1, 0, 0]
        assert "1+1" in repr(table)
        assert "Guest, Namey & Chen" in table.methods()
        assert "Kejenuhan" in " ".join(table.remarks("id"))
