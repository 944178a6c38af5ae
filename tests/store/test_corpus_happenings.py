"""Events and ratings as columns: read when asked for, and anew once something about them changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import event as sql_event

from jejak.analysis.coders import of_coders
from jejak.model import Attribute, Event, Link, Rating, Relation, Segment, State, say
from jejak.model.event import ACTOR, EVIDENCE, LEADS_TO
from jejak.study import Study
from support.studies import everything, small_study


def tie(role: str, owner: Event | Rating, kind: str, target: str) -> Link:
    return Link(role=role, owner_kind=owner.KIND, owner=owner.guid, target_kind=kind, target=target)


@pytest.fixture
def study(tmp_path: Path) -> Study:
    with small_study(tmp_path) as study:
        case = study.cases.add("Ge")
        user = study.user.guid
        segment = study.store.all(Segment)[0]
        ban = Event(name="Diblokir", date="2020-05/..", critical=True, user=user)
        first = Event(name="Akun pertama", date="2019", position=2, user=user)
        undated = Event(name="Entah", position=1, user=user)
        state = State(name="Bersembunyi", user=user)
        risk = Attribute(name="Risiko", type="rating", options=("rendah", "tinggi"))
        whole = Rating(attribute=risk.guid, case=case.guid, value="tinggi", user=user)
        then = Rating(
            attribute=risk.guid, case=case.guid, value="rendah", date="2019", user=user
        )  # fmt: skip
        with study.store.write(say("Try"), user) as change:
            change.add(ban, first, undated, state, risk, then, whole)
            change.add(
                tie(ACTOR, ban, "case", case.guid),
                tie(EVIDENCE, ban, "segment", segment.guid),
                tie(EVIDENCE, whole, "segment", segment.guid),
                Relation(
                    type=LEADS_TO, origin_kind="event", origin=ban.guid, target_kind="state",
                    target=state.guid, memo="takut",
                ),
            )  # fmt: skip
        yield study


def test_events_stand_in_the_order_of_their_dates(study: Study) -> None:
    events = study.store.corpus().events
    assert events.name == ("Akun pertama", "Diblokir", "Entah")
    assert [str(when) for when in events.when] == ["2019", "2020-05/..", ""]
    assert events.critical.tolist() == [False, True, False]
    assert events.actors.tolist() == [[1, 0]]
    assert events.evidence.owner.tolist() == [1]
    assert events.states.name == ("Bersembunyi",)
    assert [(lead.origin, lead.target, lead.why) for lead in events.leads] == [
        (("event", 1), ("state", 0), "takut")
    ]


def test_ratings_say_which_of_them_the_variable_shows(study: Study) -> None:
    corpus = study.store.corpus()
    ratings = corpus.ratings
    assert ratings.value == ("tinggi", "rendah")
    assert ratings.level.tolist() == [1, 0]
    assert ratings.overall.tolist() == [True, False]
    assert corpus.attribute("risiko").options == ("rendah", "tinggi")
    assert ratings.evidence.owner.tolist() == [0]
    with study.store.write(say("Try"), study.user.guid) as change:
        whole = change.rows.first(Rating, date="")
        change.remove(change.rows.first(Link, owner=whole.guid), whole)
    assert study.store.corpus().ratings.overall.tolist() == [True]


def test_columns_follow_every_change(study: Study) -> None:
    before = study.store.corpus().events
    with study.store.write(say("Try"), study.user.guid) as change:
        change.set(change.rows.first(Event, name="Entah"), date="2018")
    assert study.store.corpus().events.name[0] == "Entah"
    study.undo()
    assert study.store.corpus().events.name == before.name
    segment = study.store.all(Segment)[0]
    coding = study.retrieval.find("code:Murah").segments[0].codings[0]
    study.coding.update(coding, end=segment.end + 3)
    moved = study.store.corpus().events.evidence
    assert moved.end.tolist() == [study.store.get(Segment, segment.guid).end]


def test_a_study_without_events_asks_for_none(study: Study) -> None:
    asked: list[str] = []
    engine = study.store._engine

    def note(_conn: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    sql_event.listen(engine, "before_cursor_execute", note)
    study.coding.apply(study.sources.get("S-01"), 3, 9, ["Murah"])
    corpus = study.store.corpus()
    assert not [one for one in asked if "FROM rating" in one or '"event"' in one]
    assert len(corpus.ratings) == 2
    assert [one for one in asked if "FROM rating" in one]


def test_the_columns_of_some_people_hold_their_ratings_alone(study: Study) -> None:
    corpus = study.store.corpus()
    assert len(of_coders(corpus, [study.user.guid]).ratings) == 2
    nobody = of_coders(corpus, [])
    assert (len(nobody.ratings), len(nobody.ratings.evidence)) == (0, 0)
    assert len(nobody.events) == 3


def test_what_is_removed_takes_its_ties_along_and_comes_back_whole(study: Study) -> None:
    before = everything(study.store)
    study.cases.remove(study.cases.get("Ge"))
    assert study.store.all(Rating) == []
    assert len(study.store.corpus().events.actors) == 0
    study.undo()
    assert everything(study.store) == before
    study.sources.remove(study.sources.all())
    assert study.store.all(Link, role=EVIDENCE) == []
    study.undo()
    assert everything(study.store) == before
    assert study.store.verify() == []


def test_a_date_that_is_none_is_told(study: Study) -> None:
    with study.store.write(say("Try"), study.user.guid) as change:
        change.add(Event(name="X", date="soon", user=study.user.guid))
    assert [problem.code for problem in study.store.verify()] == ["date"]
    assert "X" in study.store.corpus().events.name
