from __future__ import annotations

from pathlib import Path

from support.commands import call
from support.studies import small_study


def test_a_network_is_made_extended_listed_and_checked(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.cases.add("Gita")
    path = tmp_path / "small.jejak"
    file = tmp_path / "arrows.csv"
    file.write_text("origin,target,sign\nA,B,+\nB,A,-\n", encoding="utf-8")
    new = ("--new", "causal-network", "--case", "Gita", "--from", str(file), "--arrange")
    assert "A       B       +" in call("network", path, "Why", *new).out
    found = call("network", path, "Why", "--check", "--json").json
    assert [one["check"] for one in found] == ["circle", "no evidence", "no evidence"]
    assert found[0]["boxes"] == ["A", "B"]
    (listed,) = call("networks", path, "--json").json
    assert (listed["boxes"], listed["arrows"]) == (2, 2)
    assert "Why" in call("networks", path).out
    assert [row["sign"] for row in call("network", path, "why", "--json").json] == ["+", "-"]
    assert "menyeimbangkan" in call("network", path, "Why", "--check").out
    assert call("network", path, "Whi").code != 0
