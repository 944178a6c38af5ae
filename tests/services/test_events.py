"""Events: noted from words or by hand, dated as far as anybody knows, and removed without harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import InvalidInput, NotFound
from jejak.model import Coding, Event, Link, Segment
from jejak.study import Study
from support.remains import remains
from support.studies import everything, small_study


@pytest.fixture
def study(tmp_path: Path) -> Study:
    with small_study(tmp_path) as study:
        for name, speaker in (("Gita", "G"), ("Desi", "DS")):
            study.cases.tie_speaker(study.cases.add(name), speaker)
        yield study


def first_coding(study: Study) -> str:
    return study.retrieval.find("code:Murah").segments[0].codings[0]


def test_an_event_made_from_a_coding_has_its_words_and_who_spoke_them(study: Study) -> None:
    event = study.events.add("Akun baru", date="Mei 2020", shown=[first_coding(study)])
    card = study.events.card(event)
    assert (event.date, [name for _, name in card.actors]) == ("2020-05", ["Gita"])
    assert [thing.label for thing in card.evidence] == ["Bikin akun baru lagi 😀"]
    assert card.evidence[0].where == "S-01"


def test_an_event_made_by_hand_has_the_actors_it_is_given(study: Study) -> None:
    event = study.events.add("Diblokir", actors=["Desi", "gita"], critical=True, impact=" Semua. ")
    assert [name for _, name in study.events.card(event).actors] == ["Desi", "Gita"]
    assert event.impact == "Semua."
    study.events.update(event, actors=["Gita"], date="after 2020", place="Grup  A")
    card = study.events.card(study.events.get("diblokir"))
    assert [name for _, name in card.actors] == ["Gita"]
    assert (card.event.date, card.event.place) == ("2021/..", "Grup A")


def test_events_come_in_the_order_of_time_and_then_as_they_were_arranged(study: Study) -> None:
    guids = [study.events.add(name).guid for name in ("b", "a", "c")]
    study.events.add("last year", date="2019")
    study.events.arrange([guids[1], guids[0], guids[2]])
    assert [one.name for one in study.events.all()] == ["last year", "a", "b", "c"]


def test_events_are_chosen_by_case_kind_time_and_words(study: Study) -> None:
    study.events.add("Akun", date="2019", kind="Mulai", actors=["Gita"])
    study.events.add("Blokir", date="2020-05/..", kind="akhir", actors=["Desi"], critical=True)
    study.events.add("Entah", impact="Ia MENGHILANG")

    def names(**wanted: object) -> list[str]:
        return [card.event.name for card in study.events.cards(**wanted)]

    assert names(case="Gita") == ["Akun"]
    assert names(kind="mulai") == ["Akun"]
    assert names(critical=True) == ["Blokir"]
    assert names(since="2020") == ["Blokir"]
    assert names(until="2019") == ["Akun"]
    assert names(text="menghilang") == ["Entah"]
    assert names(people=[study.user.guid], since="2020") == ["Blokir"]
    assert names(people=[]) == []
    with pytest.raises(NotFound):
        names(case="Nobody")
    with pytest.raises(InvalidInput):
        names(since="soon")


def test_passages_are_tied_once_and_go_without_their_codings(study: Study) -> None:
    event = study.events.add("Akun baru")
    assert study.events.show(event, [first_coding(study), ("S-01", 0, 10), ("S-01", 0, 10)]) == 2
    assert study.events.show(event, [("S-01", 0, 10)]) == 0
    bare = study.events.card(event).evidence[1].guid
    codings = study.store.count(Coding)
    assert study.events.hide(event, [bare]) == 1
    assert study.store.first(Segment, guid=bare) is None
    study.events.remove([event])
    assert study.store.count(Coding) == codings
    assert study.store.all(Link) == []


def test_all_of_it_is_undone_step_by_step(study: Study) -> None:
    before = everything(study.store)
    event = study.events.add("A", shown=[("S-01", 0, 10)])
    study.events.update(event, date="2020", actors=[])
    study.events.remove([study.events.get("A")])
    for _ in range(3):
        study.undo()
    assert everything(study.store) == before
    for _ in range(3):
        study.redo()
    assert study.events.all() == []
    assert study.store.verify() == []


@pytest.mark.parametrize(
    "values", [{"date": "soon"}, {"name": " "}, {"user": "x"}, {"actors": ["Nobody"]}]
)
def test_what_makes_no_sense_is_refused_whole(study: Study, values: dict[str, object]) -> None:
    event = study.events.add("A")
    before = everything(study.store)
    with pytest.raises((InvalidInput, NotFound)):
        study.events.update(event, **values)
    assert everything(study.store) == before


def test_a_code_or_source_may_go_and_the_event_stays(study: Study) -> None:
    event = study.events.add("Akun baru", shown=[first_coding(study)])
    study.sources.remove(study.sources.all())
    assert study.events.card(event).evidence == ()


def test_who_withdraws_takes_the_events_told_of_nobody_else_along(study: Study) -> None:
    own = study.events.add("Gitazzz hides", kind="qqhide", description="qqalone", actors=["Gita"])
    shared = study.events.add("Both post", description="qqboth", actors=["Gita", "Desi"])
    removed = study.events.add("qqbefore", actors=["Gita"])
    study.events.update(own, description="qqalone again")
    study.events.remove([removed])
    path = study.store.path
    study.protection.withdraw(study.cases.get("Gita"))
    assert [event.guid for event in study.store.all(Event)] == [shared.guid]
    assert [name for _, name in study.events.card(shared).actors] == ["Desi"]
    assert study.store.verify() == []
    study.close()
    assert remains(path, ["Gitazzz", "qqhide", "qqalone", "qqbefore"]) == []
    assert remains(path, ["qqboth"]) != []


def test_queries_find_what_shows_an_event_and_what_a_rating_rests_on(study: Study) -> None:
    event = study.events.add("Akun baru", shown=[first_coding(study), ("S-01", 0, 10)])
    study.ratings.add_variable("Risiko", ["rendah", "tinggi"])
    rating = study.ratings.rate("Gita", "Risiko", "tinggi", shown=[("S-01", 3, 9)])
    study.ratings.rate("Desi", "Risiko", "rendah", shown=[("S-01", 0, 10)])

    def places(query: str) -> list[tuple[int, int]]:
        return [(one.start, one.end) for one in study.retrieval.find(query).segments]

    coded = study.store.get(Segment, study.store.get(Coding, first_coding(study)).segment)
    shown = [(0, 10), (coded.start, coded.end)]
    assert places('event:"akun baru"') == places(f"event:{event.guid}") == shown
    assert places("rating:risiko") == [(0, 10), (3, 9)]
    assert places(f"rating:{rating.guid}") == [(3, 9)]
    assert places("code:* and case.Risiko >= tinggi") == places("code:* and case = Gita")
    assert places("code:* and case.Risiko < tinggi") == []
    for query in ("event:Nobody", "rating:Nothing"):
        with pytest.raises(NotFound):
            places(query)
