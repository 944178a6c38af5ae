from __future__ import annotations

from pathlib import Path

from jejak.displays.charts import chart
from jejak.displays.files import shape_bytes
from support.happenings import eventful_study


def test_lines_rise_through_the_middle_of_what_is_known(tmp_path: Path) -> None:
    with eventful_study(tmp_path) as study:
        spec = chart(study.displays.compute("growth-gradient"), "en")
        lines = spec["layer"][2]["data"]["values"]
        assert [(one["case"], one["day"], one["value"]) for one in lines] == [
            ("Gita", "2019-07-02", 1), ("Gita", "2020-03-01", 3), ("Desi", "2020-07-01", 2),
        ]  # fmt: skip
        events = spec["layer"][0]["data"]["values"]
        assert [one["said"] for one in events] == ["! Blokir (February 2020)"]
        labels = spec["layer"][2]["encoding"]["y"]["axis"]["labelExpr"]
        assert labels.startswith('["rendah", "sedang", "tinggi"]')


def test_the_picture_says_whose_line_is_which(tmp_path: Path) -> None:
    with eventful_study(tmp_path) as study:
        svg = shape_bytes(study.displays.compute("growth-gradient"), ".svg", "en").decode()
        assert "role-legend" in svg
        assert ">Gita<" in svg
