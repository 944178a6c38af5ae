"""Relations between codes and between cases."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from ...model import Relation
from ..forms.form import Guid, Removed
from ..forms.networks import MediatorOut
from ..forms.relations import MiddleForm, RelationForm, RelationOut, RelationPatch, RelationsOut
from ..opened import STUDY, Authors, Here, IfMatch, OpenStudy, tag

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["relations"])


@routes.get("/relations", operation_id="list_relations")
def list_relations(
    here: Here, of: Annotated[Guid | None, Query(description="A code or case.")] = None
) -> RelationsOut:
    """The relations between codes and cases, or those from and to one of them."""
    with here.study.store.view():
        revisions = here.revisions(Relation.KIND)
        cards = here.study.relations.cards(of)
        told = [RelationOut.told(one, revisions[one.relation.guid]) for one in cards]
        return RelationsOut(types=here.study.relations.types(), relations=told)


@routes.post("/relations", operation_id="add_relation", status_code=201)
def add_relation(here: Here, form: RelationForm, response: Response) -> RelationOut:
    """Say what one is to another; said again, the reason is written anew."""
    made = here.study.relations.add(
        (form.origin_kind, form.origin), form.type, (form.target_kind, form.target), form.memo
    )
    return tag(response, _told(here, made.guid))


@routes.patch("/relations/{guid}", operation_id="change_relation")
def change_relation(
    here: Here, guid: Guid, form: RelationPatch, revision: IfMatch, response: Response
) -> RelationOut:
    """Change a relation's type or reason."""
    with here.made(Relation.KIND, guid, revision):
        here.study.relations.update(here.study.relations.get(guid), **form.changes())
    return tag(response, _told(here, guid))


@routes.get("/relations/{guid}/between", operation_id="list_relation_mediators")
def list_relation_mediators(here: Here, guid: Guid, authors: Authors = None) -> list[MediatorOut]:
    """Codes that may stand between the two of a relation: those that meet both, the likeliest first."""
    relation = here.study.relations.get(guid)
    found = here.study.relations.mediators(relation, authors=authors)
    return [MediatorOut.model_validate(one) for one in found]


@routes.post("/relations/{guid}/between", operation_id="put_between_related", status_code=201)
def put_between_related(
    here: Here, guid: Guid, form: MiddleForm, revision: IfMatch
) -> list[RelationOut]:
    """Put a code or case between the two of a relation, which becomes two, in one step; they are the
    answer."""
    with here.made(Relation.KIND, guid, revision):
        relation = here.study.relations.get(guid)
        made = here.study.relations.put_between(relation, (form.kind, form.guid))
    return [_told(here, one.guid) for one in made]


@routes.delete("/relations/{guid}", operation_id="remove_relation")
def remove_relation(here: Here, guid: Guid, revision: IfMatch) -> Removed:
    """Remove a relation; what it tied stays."""
    with here.made(Relation.KIND, guid, revision) as made:
        removed = here.study.relations.remove([here.study.relations.get(guid)])
    return Removed(removed=removed, seq=made.seq)


def _told(here: OpenStudy, guid: str) -> RelationOut:
    with here.study.store.view():
        one = here.study.relations.get(guid)
        card = next(k for k in here.study.relations.cards(one.origin) if k.relation.guid == guid)
        return RelationOut.told(card, here.revision(Relation.KIND, guid))
