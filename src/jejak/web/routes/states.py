"""States, and what leads to what."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from ...model import Relation, State
from ..forms.events import LeadForm, StateForm, StateOut, StatePatch
from ..forms.form import Guid, Removed
from ..opened import STUDY, Here, IfMatch, Language, OpenStudy, tag

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["events"])


@routes.get("/states", operation_id="list_states")
def list_states(here: Here, language: Language) -> list[StateOut]:
    """The states in the order of time; those whose date is not known come last."""
    with here.study.store.view():
        revisions = here.revisions(State.KIND)
        return [
            StateOut.told(card, revisions[card.state.guid], language)
            for card in here.study.states.cards()
        ]


@routes.post("/states", operation_id="add_state", status_code=201)
def add_state(here: Here, form: StateForm, language: Language, response: Response) -> StateOut:
    """Note a state."""
    made = here.study.states.add(**form.model_dump())
    return tag(response, _told(here, made.guid, language))


@routes.get("/states/{guid}", operation_id="get_state")
def get_state(here: Here, guid: Guid, language: Language, response: Response) -> StateOut:
    """One state."""
    return tag(response, _told(here, guid, language))


@routes.patch("/states/{guid}", operation_id="change_state")
def change_state(
    here: Here,
    guid: Guid,
    form: StatePatch,
    revision: IfMatch,
    language: Language,
    response: Response,
) -> StateOut:
    """Change a state."""
    with here.made(State.KIND, guid, revision):
        here.study.states.update(here.study.store.get(State, guid), **form.changes())
    return tag(response, _told(here, guid, language))


@routes.delete("/states/{guid}", operation_id="remove_state")
def remove_state(here: Here, guid: Guid, revision: IfMatch) -> Removed:
    """Remove a state with what leads to and from it."""
    with here.made(State.KIND, guid, revision) as made:
        removed = here.study.states.remove([here.study.store.get(State, guid)])
    return Removed(removed=removed, seq=made.seq)


@routes.post("/leads", operation_id="add_lead", status_code=201)
def add_lead(here: Here, form: LeadForm) -> Removed:
    """Say that an event or state leads to another; said again, the reason is written anew."""
    with here.made() as made:
        here.study.states.lead(
            (form.origin_kind, form.origin), (form.target_kind, form.target), form.why
        )
    return Removed(removed={}, seq=made.seq)


@routes.delete("/leads/{guid}", operation_id="remove_lead")
def remove_lead(here: Here, guid: Guid) -> Removed:
    """Say that one does not lead to the other any more."""
    with here.made() as made:
        here.study.states.unlead(guid)
    return Removed(removed={Relation.KIND: 1}, seq=made.seq)


def _told(here: OpenStudy, guid: str, language: str) -> StateOut:
    with here.study.store.view():
        card = here.study.states.card(here.study.store.get(State, guid))
        return StateOut.told(card, here.revision(State.KIND, guid), language)
