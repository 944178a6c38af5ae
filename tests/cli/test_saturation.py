from __future__ import annotations

from pathlib import Path

from support.coders import coded_study
from support.commands import call

CODINGS = [("Rina", f"S-{n}", 0, 5, code) for n, code in ((1, "A"), (1, "B"), (2, "A"), (3, "B"))]


def test_a_table_and_what_came_out(tmp_path: Path) -> None:
    with coded_study(tmp_path, CODINGS) as study:
        path = study.store.path
    done = call("saturation", path, "--base", 1, "--run", 2)
    assert done.code == 0
    assert done.out.splitlines()[1].split()[:4] == ["S-1", "2", "2", "2"]
    assert "Saturation was reached at 1+2" in done.out
    told = call("saturation", path, "--base", 1, "--run", 2, "--json", "--coders", "Rina").json
    assert told["stopping"]["label"] == "1+2"
    assert [one["new"] for one in told["steps"]] == [["A", "B"], [], []]
    assert "Kejenuhan tercapai" in call("saturation", path, "--base", 1, "--lang", "id").out
    file = tmp_path / "saturation.xlsx"
    assert call("saturation", path, "-o", file, "--codes", "A").code == 0
    assert file.stat().st_size > 1000
    assert call("saturation", path, "--by", "page").code == 2
    assert "reckons no saturation" in call("saturation", path, "--off", "Refleksif.").err
    assert call("saturation", path).code == 5
    assert call("saturation", path, "--on").code == 0
