"""Two rated variables of each case through time, as points joined by arrows."""

from __future__ import annotations

from pathlib import Path

import pytest

from jejak.displays.charts import chart
from jejak.errors import InvalidInput
from jejak.report.discreet_matrix import tells_of
from jejak.study import Study
from support.studies import small_study

LEVELS = ["low", "middle", "high"]


@pytest.fixture
def study(tmp_path: Path):
    with small_study(tmp_path) as made:
        for name in ("Ani", "Budi", "Cici"):
            made.cases.add(name)
        for name in ("Trust", "Loss"):
            made.ratings.add_variable(name, LEVELS)
        yield made


def rated(study: Study, case: str, variable: str, *levels: tuple[str, str]) -> None:
    for when, level in levels:
        study.ratings.rate(case, variable, level, date=when)


def table(spec, name: str) -> list[dict]:
    return next(data["values"] for data in spec["data"] if data["name"] == name)


def test_a_rating_holds_until_the_next_and_a_case_comes_in_once_both_are_rated(
    study: Study,
) -> None:
    rated(study, "Ani", "Trust", ("2018", "high"), ("2020-05", "low"))
    rated(study, "Ani", "Loss", ("2019", "low"), ("2020-05", "high"), ("2021", "middle"))
    rated(study, "Budi", "Loss", ("2019", "low"), ("", "high"))
    rated(study, "Budi", "Trust", ("", "high"))
    matrix = study.displays.compute("scatterplot-over-time")
    assert [row.when for row in matrix.rows] == ["2019", "2020-05", "2021"]
    assert [row.group for row in matrix.rows] == ["Ani"] * 3
    levels = [(matrix.at(row, 0).value, matrix.at(row, 1).value) for row in range(3)]
    assert levels == [(3, 1), (1, 3), (1, 2)]
    assert matrix.caption.n == 1
    left = [note for note in matrix.caption.notes if "only one of the two" in note.text]
    assert [note.args["n"] for note in left] == [1]
    assert tells_of(matrix, "case", ["loss"]) == "loss"


def test_each_case_is_a_line_of_arrows_of_its_own(study: Study) -> None:
    for case, way in (("Ani", LEVELS), ("Budi", LEVELS[::-1]), ("Cici", ["low"] * 3)):
        for variable in ("Trust", "Loss"):
            rated(study, case, variable, *zip(("2018", "2019", "2020"), way, strict=True))
    spec = chart(study.displays.compute("scatterplot-over-time"), "en")
    assert spec is not None
    points, steps = table(spec, "points"), table(spec, "steps")
    assert len({(point["colour"], point["shape"]) for point in points}) == 3
    # Who stays has points side by side, and no arrows between them.
    assert [step["row"] for step in steps] == [1, 2, 4, 5]
    assert points[0]["told"]["Case and time"] == "Ani · 2018"
    plain = chart(study.displays.compute("scatterplot", {"x": "case.Trust"}), "en")
    assert plain is not None
    assert table(plain, "steps") == []


def test_a_number_leads_to_the_words_that_the_rating_rests_on(study: Study) -> None:
    study.ratings.rate("Ani", "Trust", "low", date="2019", shown=[("S-01", 0, 9)])
    rated(study, "Ani", "Loss", ("2019", "high"))
    matrix = study.displays.compute("scatterplot-over-time")
    assert matrix.at(0, 1).query == ""
    assert study.retrieval.find(matrix.at(0, 0).query).total == 1


def test_one_variable_is_not_enough(study: Study) -> None:
    rated(study, "Ani", "Trust", ("2018", "high"))
    matrix = study.displays.compute("scatterplot-over-time")
    assert matrix.rows == ()
    assert any("No case was rated in both" in note.text for note in matrix.caption.notes)
    with pytest.raises(InvalidInput, match="both sides"):
        study.displays.compute("scatterplot-over-time", {"x": "Loss", "y": "Loss"})
