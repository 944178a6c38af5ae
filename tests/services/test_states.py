from __future__ import annotations

from pathlib import Path

import pytest

from jejak.errors import Conflict, InvalidInput, NotFound
from jejak.model import Relation, say
from support.studies import everything, small_study


def test_an_event_leads_to_a_state_and_on(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        ban = study.events.add("Diblokir", date="2020")
        hidden = study.states.add("Bersembunyi", date="2020/..")
        back = study.events.add("Kembali", date="2021")
        study.states.lead(("event", ban.guid), ("state", hidden.guid), " takut ")
        study.states.lead(("state", hidden.guid), ("event", back.guid))
        study.states.lead(("event", ban.guid), ("state", hidden.guid), "malu")
        (card,) = study.states.cards()
        assert [(one.thing.label, one.why) for one in card.follows] == [("Diblokir", "malu")]
        assert [one.thing.label for one in card.leads] == ["Kembali"]
        assert [one.thing.label for one in study.events.card(ban).leads] == ["Bersembunyi"]
        study.states.unlead(card.leads[0].guid)
        assert study.events.card(back).follows == ()
        before = everything(study.store)
        assert study.states.remove([hidden]) == {"state": 1, "relation": 1}
        study.undo()
        assert everything(study.store) == before


def test_states_are_changed_and_ordered_by_time(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        late = study.states.add("Late")
        study.states.add("Early", date="2019")
        assert [state.name for state in study.states.all()] == ["Early", "Late"]
        study.states.update(study.states.get("late"), date="2018", description=" d ")
        assert [state.name for state in study.states.all()] == ["Late", "Early"]
        assert study.states.get(late.guid).description == "d"


def test_nothing_leads_to_itself_or_to_what_is_not_there(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        state = study.states.add("A")
        code = study.codebook.all()[0]
        for end in (("state", state.guid), ("code", code.guid)):
            with pytest.raises(InvalidInput):
                study.states.lead(("state", state.guid), end)
        with pytest.raises(NotFound):
            study.states.lead(("state", state.guid), ("event", state.guid))
        other = Relation(
            type="explains", origin_kind="state", origin=state.guid, target_kind="code",
            target=code.guid,
        )  # fmt: skip
        with study.store.write(say("Try"), study.user.guid) as change:
            change.add(other)
        with pytest.raises(Conflict):
            study.states.unlead(other.guid)
