"""Attributes: the variables of cases and sources, and their values."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from ...model import Attribute
from ..forms.attributes import (
    AttributeForm,
    AttributeOrder,
    AttributeOut,
    AttributePatch,
    AttributeType,
    MisfitOut,
    Misfits,
    Owner,
    ValueOut,
    ValuesForm,
    ValuesOut,
)
from ..forms.form import Guid, Removed
from ..opened import STUDY, Here, IfMatch, Language, OpenStudy, tag

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["cases"])


@routes.get("/attributes", operation_id="list_attributes")
def list_attributes(here: Here, of: Owner | None = None) -> list[AttributeOut]:
    """The variables of cases and sources, in their order."""
    return _outs(here, of)


@routes.post("/attributes", operation_id="add_attribute", status_code=201)
def add_attribute(here: Here, form: AttributeForm, response: Response) -> AttributeOut:
    """Make an attribute."""
    made = here.study.attributes.add(
        form.name, form.type, of=form.of, options=form.options, description=form.description
    )
    return tag(response, _out(here, made.guid))


@routes.put("/attributes/order", operation_id="arrange_attributes")
def arrange_attributes(here: Here, form: AttributeOrder) -> list[AttributeOut]:
    """Put attributes into an order."""
    here.study.attributes.arrange(form.guids)
    return _outs(here, None)


@routes.get("/attributes/{guid}/misfits", operation_id="list_misfits")
def list_misfits(
    here: Here,
    guid: Guid,
    type: AttributeType,
    option: Annotated[list[str] | None, Query(description="The values of a list.")] = None,
) -> Misfits:
    """The values that would not fit if the attribute were of another type."""
    attribute = here.study.store.get(Attribute, guid)
    found = here.study.attributes.misfits(attribute, type, option or [])
    return Misfits(misfits=[MisfitOut.model_validate(one) for one in found])


@routes.patch("/attributes/{guid}", operation_id="change_attribute")
def change_attribute(
    here: Here, guid: Guid, form: AttributePatch, revision: IfMatch, response: Response
) -> AttributeOut:
    """Change an attribute; its values follow, or it is refused."""
    with here.made(Attribute.KIND, guid, revision):
        attribute = here.study.store.get(Attribute, guid)
        here.study.attributes.update(attribute, **form.changes())
    return tag(response, _out(here, guid))


@routes.delete("/attributes/{guid}", operation_id="remove_attribute")
def remove_attribute(here: Here, guid: Guid, revision: IfMatch) -> Removed:
    """Remove an attribute with all its values."""
    with here.made(Attribute.KIND, guid, revision) as made:
        removed = here.study.attributes.remove(here.study.store.get(Attribute, guid))
    return Removed(removed=removed, seq=made.seq)


@routes.get("/values", operation_id="list_values")
def list_values(
    here: Here, of: Owner, owner: Annotated[list[Guid] | None, Query()] = None
) -> list[ValueOut]:
    """The values of all cases or sources, or of some."""
    return [ValueOut.model_validate(one) for one in here.study.attributes.values(of, owner)]


@routes.put("/values", operation_id="set_values")
def set_values(here: Here, form: ValuesForm, language: Language) -> ValuesOut:
    """Write a block of values as one change; what is not of its type is refused by itself."""
    values = [(one.owner, one.attribute, one.value) for one in form.values]
    seen = {
        (one.owner, one.attribute): one.seen
        for one in form.values
        if "seen" in one.model_fields_set
    }
    with here.made() as made:
        report = here.study.attributes.set_values(form.of, values, seen)
    return ValuesOut.of(report, made.seq, language)


def _outs(here: OpenStudy, of: str | None) -> list[AttributeOut]:
    with here.study.store.view():
        revisions = here.revisions(Attribute.KIND)
        found = here.study.attributes.all(of)
        return [AttributeOut.told(one, revisions[one.guid]) for one in found]


def _out(here: OpenStudy, guid: str) -> AttributeOut:
    with here.study.store.view():
        attribute = here.study.store.get(Attribute, guid)
        return AttributeOut.told(attribute, here.revision(Attribute.KIND, guid))
