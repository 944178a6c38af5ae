from __future__ import annotations

from pathlib import Path

from jejak.displays.charts import chart
from support.coders import coded_study

CODINGS = [("Rina", f"S-{n}", 0, 5, code) for n, code in ((1, "A"), (1, "B"), (2, "A"), (2, "C"))]


def test_what_each_source_brought_leads_to_its_words(tmp_path: Path) -> None:
    with coded_study(tmp_path, CODINGS) as study:
        matrix = study.displays.compute("saturation", {"base": 1, "run": 1})
        assert [row.label for row in matrix.rows] == ["S-1", "S-2"]
        values = [[matrix.at(row, column).value for column in (0, 1)] for row in (0, 1)]
        assert values == [[2, 2], [1, 3]]
        assert study.retrieval.find(matrix.at(1, 0).query).total == 1
        assert "1 without a coding is left out." in str(matrix.caption.notes[-1]).partition("|")[0]
        spec = chart(matrix, "en")
        assert [one["value"] for one in spec["layer"][0]["data"]["values"]] == [2, 1]
        lines = spec["layer"][1]["data"]["values"]
        assert [one["value"] for one in lines[:2]] == [2, 3]


def test_by_case_and_with_a_filter(tmp_path: Path) -> None:
    with coded_study(tmp_path, CODINGS) as study:
        case = study.cases.add("K-1")
        study.cases.tie_source(case, study.sources.get("S-2"))
        by_case = study.displays.compute("saturation", {"by": "case"})
        assert [row.label for row in by_case.rows] == ["K-1"]
        only = study.displays.compute("saturation", {"filter": "code:C"})
        assert [row.label for row in only.rows] == ["S-2"]
