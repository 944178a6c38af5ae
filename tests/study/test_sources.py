from __future__ import annotations

from pathlib import Path

from support.studies import small_study


def test_a_source_tells_what_it_is(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources["S-01"]
        study.cases.add("Ge")
        source.tie("Ge")
        assert source.cases == ["Ge"]
        assert source.text.startswith("P: Pakai")
        assert (source.length, len(source.blocks)) == (len(source.text), 5)
        assert source.kind == "interview"
        assert source.language in {"id", None}
        assert source.codings.frame()["code"].to_list() == ["Triple-A/Murah", "Triple-A/Anonim"]


def test_sources_come_in_and_stand_in_a_frame(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "S-03.txt").write_text("Satu kalimat.", encoding="utf-8")
    with small_study(tmp_path) as study:
        report = study.add(tmp_path / "b" / "*.txt", kind="posts", case="Ge")
        assert [one.ok for one in report.files] == [True]
        row = study.sources.frame().row(1, named=True)
        assert (row["name"], row["kind"], row["length"], row["codings"]) == ("S-03", "posts", 13, 0)
        assert study.cases["Ge"].sources == [study.sources["S-03"]]
        assert study.sources.frame()["codings"].to_list() == [2, 0]
        failed = study.add(tmp_path / "none.txt").failed
        assert [one.code for one in failed] == ["no-such-file"]
