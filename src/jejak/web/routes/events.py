"""Events: what happened, to whom, when, and the words that show it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from ...model import Event, Link
from ..forms.events import EventForm, EventOrder, EventPatch, HappenedOut, ShownForms, When
from ..forms.form import Guid, Name, Prose, Removed
from ..opened import STUDY, Coders, Here, IfMatch, Language, OpenStudy, tag

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["events"])


@routes.get("/events", operation_id="list_events")
def list_events(
    here: Here,
    language: Language,
    *,
    case: Annotated[Name | None, Query(description="In which this case acts.")] = None,
    kind: str | None = None,
    critical: bool | None = None,
    since: Annotated[When, Query(description="A date as far as it is known.")] = "",
    until: When = "",
    text: Prose = "",
    coders: Coders = None,
) -> list[HappenedOut]:
    """The events in the order of time; those whose date is not known come last."""
    with here.study.store.view():
        revisions = here.revisions(Event.KIND)
        cards = here.study.events.cards(
            case=case, kind=kind, critical=critical, since=since, until=until, text=text,
            people=coders,
        )  # fmt: skip
        return [HappenedOut.told(card, revisions[card.event.guid], language) for card in cards]


@routes.post("/events", operation_id="add_event", status_code=201)
def add_event(here: Here, form: EventForm, language: Language, response: Response) -> HappenedOut:
    """Note an event."""
    values = form.model_dump(exclude={"shown"})
    made = here.study.events.add(**values, shown=[one.shown() for one in form.shown])
    return tag(response, _told(here, made.guid, language))


@routes.post("/events/order", operation_id="order_events")
def order_events(here: Here, form: EventOrder, language: Language) -> list[HappenedOut]:
    """Put events into the order they happened in; all events afterwards."""
    here.study.events.arrange(form.guids)
    return list_events(here, language)


@routes.get("/events/{guid}", operation_id="get_event")
def get_event(here: Here, guid: Guid, language: Language, response: Response) -> HappenedOut:
    """One event."""
    return tag(response, _told(here, guid, language))


@routes.patch("/events/{guid}", operation_id="change_event")
def change_event(
    here: Here,
    guid: Guid,
    form: EventPatch,
    revision: IfMatch,
    language: Language,
    response: Response,
) -> HappenedOut:
    """Change an event."""
    with here.made(Event.KIND, guid, revision):
        here.study.events.update(here.study.store.get(Event, guid), **form.changes())
    return tag(response, _told(here, guid, language))


@routes.delete("/events/{guid}", operation_id="remove_event")
def remove_event(here: Here, guid: Guid, revision: IfMatch) -> Removed:
    """Remove an event; its passages and their codings stay."""
    with here.made(Event.KIND, guid, revision) as made:
        removed = here.study.events.remove([here.study.store.get(Event, guid)])
    return Removed(removed=removed, seq=made.seq)


@routes.post("/events/{guid}/evidence", operation_id="show_event")
def show_event(here: Here, guid: Guid, form: ShownForms, language: Language) -> HappenedOut:
    """Tie passages to an event."""
    event = here.study.store.get(Event, guid)
    here.study.events.show(event, [one.shown() for one in form.shown])
    return _told(here, guid, language)


@routes.delete("/events/{guid}/evidence/{segment}", operation_id="hide_event")
def hide_event(here: Here, guid: Guid, segment: Guid) -> Removed:
    """Take a passage from an event; its codings stay."""
    with here.made() as made:
        count = here.study.events.hide(here.study.store.get(Event, guid), [segment])
    return Removed(removed={Link.KIND: count}, seq=made.seq)


def _told(here: OpenStudy, guid: str, language: str) -> HappenedOut:
    with here.study.store.view():
        card = here.study.events.card(here.study.store.get(Event, guid))
        return HappenedOut.told(card, here.revision(Event.KIND, guid), language)
