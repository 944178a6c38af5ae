"""Sets: named groups of sources, cases, codes or segments."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from ...model import Set
from ..forms.form import Guid, Removed
from ..forms.sets import SetForm, SetMembers, SetOf, SetOut, SetPatch
from ..opened import STUDY, Coders, Here, IfMatch, OpenStudy, tag

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["sets"])


@routes.get("/sets", operation_id="list_sets")
def list_sets(
    here: Here,
    *,
    of: Annotated[SetOf | None, Query(description="Only those of a kind.")] = None,
    members: Annotated[bool, Query(description="Tell what is in them, not only how much.")] = True,
    coders: Coders = None,
) -> list[SetOut]:
    """The sets, by their names, with what is in them."""
    with here.study.store.view():
        revisions = here.revisions(Set.KIND)
        cards = here.study.sets.cards(here.study.sets.all(of), coders)
        told = cards if members else [replace(card, members=()) for card in cards]
        return [SetOut.of_card(card, revisions[card.set.guid]) for card in told]


@routes.post("/sets", operation_id="add_set", status_code=201)
def add_set(here: Here, form: SetForm, response: Response, coders: Coders = None) -> SetOut:
    """Make a set."""
    made = here.study.sets.add(form.name, form.of, query=form.query, members=form.members)
    return tag(response, _out(here, made.guid, coders))


@routes.get("/sets/{guid}", operation_id="get_set")
def get_set(here: Here, guid: Guid, response: Response, coders: Coders = None) -> SetOut:
    """One set."""
    return tag(response, _out(here, guid, coders))


@routes.patch("/sets/{guid}", operation_id="change_set")
def change_set(
    here: Here,
    guid: Guid,
    form: SetPatch,
    revision: IfMatch,
    response: Response,
    coders: Coders = None,
) -> SetOut:
    """Rename a set, or give it another query."""
    with here.made(Set.KIND, guid, revision):
        here.study.sets.update(here.study.store.get(Set, guid), **form.changes())
    return tag(response, _out(here, guid, coders))


@routes.delete("/sets/{guid}", operation_id="remove_set")
def remove_set(here: Here, guid: Guid, revision: IfMatch) -> Removed:
    """Remove a set; what was in it stays."""
    with here.made(Set.KIND, guid, revision) as made:
        removed = here.study.sets.remove(here.study.store.get(Set, guid))
    return Removed(removed=removed, seq=made.seq)


@routes.post("/sets/{guid}/members", operation_id="put_in_set")
def put_in_set(here: Here, guid: Guid, form: SetMembers, response: Response) -> SetOut:
    """Put things into a set and take others out, in one step."""
    here.study.sets.put(here.study.store.get(Set, guid), form.add, form.remove)
    return tag(response, _out(here, guid))


def _out(here: OpenStudy, guid: str, coders: list[str] | None = None) -> SetOut:
    with here.study.store.view():
        card = here.study.sets.cards([here.study.store.get(Set, guid)], coders)[0]
        return SetOut.of_card(card, here.revision(Set.KIND, guid))
