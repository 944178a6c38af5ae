from __future__ import annotations

from pathlib import Path

from jejak.displays.charts import chart
from jejak.i18n import translate
from support.happenings import eventful_study


def test_cases_stand_in_the_order_of_the_outcome(tmp_path: Path) -> None:
    with eventful_study(tmp_path) as study:
        study.ratings.rate("Desi", "Rugi", "kecil")
        study.ratings.rate("漢", "Risiko", "rendah")
        matrix = study.displays.compute("predictor-outcome", {"outcome": "Risiko"})
        assert [str(heading.label) for heading in matrix.rows] == ["Gita", "Desi", "漢"]
        assert matrix.column_totals == (None, 1.0)
        assert matrix.at(2, 1).state == "no data"
        spec = chart(matrix, "en")
        assert spec is not None
        shades = {
            (one["row"], one["column"]): one["shade"]
            for one in spec["data"]["values"]
            if "shade" in one
        }
        assert {shades[place] for place in shades if place[0] == 0} == {1}
        lowest = study.displays.compute("predictor-outcome", {"outcome": "Rugi", "lowest": True})
        assert [str(heading.label) for heading in lowest.rows] == ["Desi", "Gita"]
        assert "1 case without a value of the outcome is left out." in [
            translate(note, "en") for note in lowest.caption.notes
        ]
