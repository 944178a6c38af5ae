from __future__ import annotations

from pathlib import Path

import pytest

from jejak.displays.charts import chart
from support.coders import coded_study

CODINGS = [
    ("Rina", "S-1", 0, 10, "A"), ("Bayu", "S-1", 0, 12, "A"), ("Rina", "S-1", 11, 21, "B"),
    ("Bayu", "S-1", 22, 30, "B"), ("Rina", "S-2", 0, 5, "A"), ("Rina", "S-1", 30, 40, "C"),
]  # fmt: skip


def test_codes_by_coefficients_are_those_of_the_service(tmp_path: Path) -> None:
    with coded_study(tmp_path, CODINGS) as study:
        matrix = study.displays.compute("agreement")
        agreed = study.agreement.compute()
        assert [str(row.label) for row in matrix.rows] == ["All codes jointly", "A", "B", "C"]
        found = [matrix.at(row, 0).value for row in range(4)]
        told = [agreed.whole.value, *(one.coefficient.value for one in agreed.codes)]
        assert found == pytest.approx(told)
        assert study.retrieval.find(matrix.at(1, 0).query).total == 3
        assert matrix.at(0, 3).state == "not applicable"
        assert chart(matrix, "en")


def test_pairs_of_coders_and_a_filter(tmp_path: Path) -> None:
    third = ("Tari", "S-1", 0, 10, "A")
    with coded_study(tmp_path, [*CODINGS, third], coders=["Rina", "Bayu", "Tari"]) as study:
        matrix = study.displays.compute("agreement", {"columns": "pairs", "unit": "word"})
        names = [str(column.label) for column in matrix.columns]
        assert names == ["Rina · Bayu", "Rina · Tari", "Bayu · Tari"]
        assert matrix.at(1, 1).value == 1.0
        only = study.displays.compute("agreement", {"filter": "code:C"})
        assert [str(row.label) for row in only.rows] == ["All codes jointly", "C"]


def test_one_coder_alone_is_told(tmp_path: Path) -> None:
    with coded_study(tmp_path, CODINGS[:1]) as study:
        matrix = study.displays.compute("agreement")
        assert all(cell.value is None for cell in matrix.cells.values())
        assert "Only one person coded" in str(matrix.caption.reasons[0])


def test_what_was_settled_is_told_as_it_was_before_and_as_it_is_now(tmp_path: Path) -> None:
    with coded_study(tmp_path, CODINGS) as study:
        before = [study.displays.compute("agreement").at(row, 0).value for row in range(4)]
        for one in study.agreement.disagreements(limit=None).found.found:
            study.agreement.settle(one, "both")
        matrix = study.displays.compute("agreement")
        assert [matrix.at(row, 0).value for row in range(4)] == before
        assert "Disagreements were settled since" in " ".join(map(str, matrix.caption.notes))
        now = study.displays.compute("agreement", {"stand": "now"})
        assert [now.at(row, 0).value for row in range(4)] == [1.0] * 4
        # What a filter lets pass is known of what stands now alone.
        only = study.displays.compute("agreement", {"filter": "code:C"})
        assert only.at(1, 0).value == 1.0
        assert "as the codings stand since" in " ".join(map(str, only.caption.notes))
