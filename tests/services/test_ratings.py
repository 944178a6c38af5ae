"""Ratings: the value of a rated variable is always that of one of its ratings, whoever writes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jejak.errors import Conflict, InvalidInput, NotFound
from jejak.model import AttributeValue, Case, Rating
from jejak.model.event import shown_rating
from jejak.study import Study
from support.examples import examples
from support.remains import remains
from support.studies import everything, small_study

LEVELS = ["rendah", "sedang", "tinggi"]


@pytest.fixture
def study(tmp_path: Path) -> Study:
    with small_study(tmp_path) as study:
        for name in ("G", "S", "DS"):
            study.cases.add(name)
        study.ratings.add_variable("Risiko", LEVELS, "How much is at stake.")
        yield study


def value(study: Study, case: str = "G") -> str | None:
    return study.cases[case].attributes.get("Risiko")


def test_the_variable_shows_the_rating_on_the_whole_and_else_the_last(study: Study) -> None:
    study.ratings.rate("G", "risiko", "RENDAH", date="2019")
    assert value(study) == "rendah"
    study.ratings.rate("G", "risiko", "sedang", date="after 2020")
    study.ratings.rate("G", "risiko", "rendah", date="2018")
    assert value(study) == "sedang"
    whole = study.ratings.rate("G", "risiko", "tinggi", note="pada umumnya", shown=[("S-01", 0, 9)])
    assert value(study) == "tinggi"
    assert study.store.corpus().attribute("risiko").value == ("tinggi", None, None)
    cards = study.ratings.all(case="G", variable="Risiko")
    assert [(card.rating.value, card.shown) for card in cards] == [
        ("tinggi", True), ("rendah", False), ("rendah", False), ("sedang", False),
    ]  # fmt: skip
    study.ratings.remove([whole])
    assert value(study) == "sedang"


def test_the_same_person_rates_one_date_once(study: Study) -> None:
    study.ratings.rate("G", "Risiko", "rendah", date="2020", note="a")
    again = study.ratings.rate("G", "Risiko", "tinggi", date="2020")
    assert [one.guid for one in study.store.all(Rating)] == [again.guid]
    assert again.note == "a"


def test_a_value_written_in_the_table_is_a_rating_on_the_whole(study: Study) -> None:
    study.ratings.rate("G", "Risiko", "rendah", date="2019")
    study.cases["G"].set(Risiko="tinggi")
    assert [(one.value, one.date) for one in study.store.all(Rating)] == [
        ("rendah", "2019"), ("tinggi", ""),
    ]  # fmt: skip
    study.cases["G"].set(Risiko="sedang")
    assert value(study) == "sedang"
    assert study.store.count(Rating) == 2
    study.cases["G"].set(Risiko=None)
    assert value(study) == "rendah"
    with pytest.raises(InvalidInput):
        study.cases["G"].set(Risiko="besar")


def test_a_rating_is_moved_in_time_and_value(study: Study) -> None:
    rating = study.ratings.rate("G", "Risiko", "rendah", date="2019")
    study.ratings.rate("G", "Risiko", "tinggi", date="2020")
    moved = study.ratings.update(rating, date="2021", value="sedang", note=" n ")
    assert (moved.note, value(study)) == ("n", "sedang")
    assert study.ratings.show(moved, [("S-01", 0, 9), ("S-01", 0, 9)]) == 1
    (card,) = [one for one in study.ratings.all() if one.rating.guid == moved.guid]
    assert card.by == "Rina"
    assert study.ratings.hide(moved, [card.evidence[0].guid]) == 1


def test_a_list_becomes_a_rating_and_a_rating_a_list(study: Study) -> None:
    plain = study.attributes.add("Peran", "list", options=["pembeli", "penjual"])
    study.cases["G"].set(Peran="penjual")
    rated = study.attributes.update(plain, type="rating")
    assert [(one.value, one.date) for one in study.store.all(Rating)] == [("penjual", "")]
    study.attributes.update(rated, type="list")
    assert study.store.all(Rating) == []
    assert study.cases["G"].attributes["Peran"] == "penjual"


def test_what_ratings_hold_is_not_lost_without_a_word(study: Study) -> None:
    study.ratings.rate("G", "Risiko", "rendah", date="2019")
    variable = study.ratings.variables()[0]
    before = everything(study.store)
    for values in ({"type": "list"}, {"options": ["tinggi"]}):
        with pytest.raises(Conflict):
            study.attributes.update(variable, **values)
        assert everything(study.store) == before
    study.attributes.update(variable, options=["tinggi"], clear=True)
    assert study.store.all(Rating) == study.store.all(AttributeValue) == []


def test_a_level_is_renamed_in_every_rating(study: Study) -> None:
    study.ratings.rate("G", "Risiko", "rendah", date="2019")
    study.ratings.rate("G", "Risiko", "tinggi")
    study.attributes.update(
        study.ratings.variables()[0], options=["kecil", "sedang", "tinggi"],
        renamed={"rendah": "kecil"},
    )  # fmt: skip
    assert {one.value for one in study.store.all(Rating)} == {"kecil", "tinggi"}
    assert value(study) == "tinggi"


@pytest.mark.parametrize(
    "wrong",
    [
        lambda study: study.ratings.rate("G", "Risiko", "besar"),
        lambda study: study.ratings.rate("G", "Risiko", "tinggi", date="soon"),
        lambda study: study.ratings.rate("X", "Risiko", "tinggi"),
        lambda study: study.ratings.rate("G", "Nothing", "tinggi"),
        lambda study: study.ratings.add_variable("risiko", ["a"]),
        lambda study: study.ratings.add_variable("Lain", []),
        lambda study: study.attributes.add("Lain", "rating", of="source", options=["a"]),
    ],
)
def test_what_makes_no_sense_is_refused_whole(
    study: Study, wrong: Callable[[Study], object]
) -> None:
    before = everything(study.store)
    with pytest.raises((InvalidInput, NotFound, Conflict)):
        wrong(study)
    assert everything(study.store) == before


def test_extreme_and_typical_cases_are_found(study: Study) -> None:
    for case, level in (("G", "rendah"), ("S", "tinggi"), ("DS", "sedang")):
        study.ratings.rate(case, "Risiko", level)
    study.cases.add("X")
    found = study.ratings.extremes("Risiko")
    names = [[name for _, name in part] for part in (found.low, found.typical, found.high,
                                                     found.missing)]  # fmt: skip
    assert names == [["G"], ["DS"], ["S"], ["X"]]
    assert (found.lowest, found.median, found.highest) == ("rendah", "sedang", "tinggi")
    assert [(one.name, one.distance) for one in study.ratings.profiles()] == [
        ("G", 0.5), ("S", 0.5), ("DS", 0.0), ("X", None),
    ]  # fmt: skip


def test_a_number_has_ends_and_a_name_has_none(study: Study) -> None:
    study.cases["G"].set(Umur="20", Kota="A")
    study.attributes.update(study.cases.attributes()[1], type="number")
    assert study.ratings.extremes("Umur").lowest is None
    assert study.ratings.extremes("Umur").median == "20"
    with pytest.raises(InvalidInput):
        study.ratings.extremes("Kota")


def test_the_grid_holds_what_some_people_judged(study: Study) -> None:
    study.ratings.rate("G", "Risiko", "rendah")
    grid = study.ratings.grid()
    assert [case.name for case in grid.cases] == ["G", "S", "DS"]
    assert ([one.name for one in grid.variables], len(grid.ratings)) == (["Risiko"], 1)
    assert study.ratings.grid(people=[]).ratings == ()


def test_the_grid_holds_the_ratings_that_are_asked_for(study: Study) -> None:
    study.ratings.add_variable("Untung", LEVELS)
    study.ratings.rate("G", "Risiko", "tinggi", date="2019", note="Ia DIBLOKIR")
    study.ratings.rate("G", "Risiko", "sedang")
    study.ratings.rate("S", "Untung", "rendah", date="2020-05/..")

    def given(**wanted: object) -> list[tuple[str, bool]]:
        return [(one.rating.value, one.shown) for one in study.ratings.grid(**wanted).ratings]

    assert given(until="2019") == [("tinggi", True)]
    assert given(since="2020") == [("rendah", True)]
    assert given(text="diblokir") == given(text="TINGGI") == [("tinggi", True)]
    assert given(case="G", variable="Untung") == []
    one = study.ratings.grid(case="G", variable="Risiko")
    assert ([case.name for case in one.cases], [k.name for k in one.variables]) == (
        ["G"],
        ["Risiko"],
    )
    assert [(k.rating.value, k.shown) for k in one.ratings] == [("sedang", True), ("tinggi", False)]
    for wrong in ({"since": "soon"}, {"case": "Nobody"}, {"variable": "Nothing"}):
        with pytest.raises((InvalidInput, NotFound)):
            given(**wrong)


def test_who_withdraws_takes_the_ratings_along(study: Study) -> None:
    study.ratings.rate("G", "Risiko", "rendah", date="2019", note="qqnote one")
    study.ratings.rate("S", "Risiko", "tinggi", note="qqother")
    gone = study.ratings.rate("G", "Risiko", "tinggi", note="qqgone")
    study.ratings.remove([gone])
    path = study.store.path
    study.protection.withdraw(study.cases.get("G"))
    assert [one.note for one in study.store.all(Rating)] == ["qqother"]
    assert study.store.verify() == []
    study.close()
    assert remains(path, ["qqnote", "qqgone"]) == []


Act = tuple[str, str, str, str, int]
writes = st.lists(
    st.tuples(
        st.sampled_from(["rate", "table", "clear", "remove", "move", "undo"]),
        st.sampled_from(["G", "S"]),
        st.sampled_from(LEVELS),
        st.sampled_from(["", "2019", "2020-05", "2020/..", "../2018"]),
        st.integers(0, 5),
    ),
    max_size=10,
)


def do(study: Study, made: Act) -> None:
    act, case, level, date, which = made
    there = study.store.all(Rating)
    if act == "rate":
        study.ratings.rate(case, "Risiko", level, date=date)
    elif act in ("table", "clear"):
        study.cases[case].set(Risiko=level if act == "table" else None)
    elif act == "undo":
        study.undo()
        if not study.ratings.variables():
            study.redo()
    elif there:
        one = there[which % len(there)]
        if act == "remove":
            study.ratings.remove([one])
        else:
            study.ratings.update(one, date=date, value=level)


@settings(max_examples=examples(20))
@given(made=writes)
@example(made=[("rate", "G", LEVELS[0], "", 0), *[("undo", "G", LEVELS[0], "", 0)] * 2])
def test_values_and_ratings_never_part(
    made: list[Act], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with small_study(tmp_path_factory.mktemp("s")) as study:
        for name in ("G", "S"):
            study.cases.add(name)
        study.ratings.add_variable("Risiko", LEVELS)
        for act in made:
            do(study, act)
            for one in study.store.all(Case):
                shown = shown_rating(study.store.all(Rating, case=one.guid))
                kept = study.store.first(AttributeValue, owner=one.guid)
                assert (kept and kept.value) == (shown and shown.value)
            ratings = study.store.corpus().ratings
            column = study.store.corpus().attribute("Risiko")
            for row in np.flatnonzero(ratings.overall).tolist():
                assert column.value[ratings.case[row]] == ratings.value[row]
