"""Codes: the codebook's tree and entries."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from ...model import Code
from ..codebook import code_out, codes_out
from ..forms.codes import CodeForm, CodeMove, CodeOut, CodePatch, CodesMerge, Merged
from ..forms.form import Guid, Removed
from ..opened import Coders, Here, IfMatch, tag

__all__ = ["routes"]

routes = APIRouter(tags=["codes"])


@routes.get("/codes", operation_id="list_codes")
def list_codes(here: Here, coders: Coders = None) -> list[CodeOut]:
    """All codes, each before those below it."""
    return codes_out(here, coders)


@routes.post("/codes", operation_id="add_code", status_code=201)
def add_code(here: Here, form: CodeForm, response: Response) -> CodeOut:
    """Make a code."""
    values = form.changes("name", "parent")
    code = here.study.codebook.add(form.name, form.parent, **_listed(values))
    return tag(response, code_out(here, code.guid))


@routes.get("/codes/{guid}", operation_id="get_code")
def get_code(here: Here, guid: Guid, response: Response) -> CodeOut:
    """One code."""
    return tag(response, code_out(here, guid))


@routes.patch("/codes/{guid}", operation_id="change_code")
def change_code(
    here: Here, guid: Guid, form: CodePatch, revision: IfMatch, response: Response
) -> CodeOut:
    """Change a code's name or entry."""
    with here.made(Code.KIND, guid, revision):
        here.study.codebook.update(here.study.store.get(Code, guid), **_listed(form.changes()))
    return tag(response, code_out(here, guid))


@routes.delete("/codes/{guid}", operation_id="remove_code")
def remove_code(here: Here, guid: Guid, revision: IfMatch) -> Removed:
    """Remove a code with the codes below it and their codings."""
    with here.made(Code.KIND, guid, revision) as made:
        removed = here.study.codebook.remove(here.study.store.get(Code, guid))
    return Removed(removed=removed, seq=made.seq)


@routes.post("/codes/{guid}/move", operation_id="move_code")
def move_code(
    here: Here, guid: Guid, form: CodeMove, revision: IfMatch, response: Response
) -> CodeOut:
    """Put a code elsewhere in the tree."""
    with here.made(Code.KIND, guid, revision):
        code = here.study.store.get(Code, guid)
        here.study.codebook.move(code, form.parent, form.position)
    return tag(response, code_out(here, guid))


@routes.post("/codes/{guid}/merge", operation_id="merge_codes")
def merge_codes(here: Here, guid: Guid, form: CodesMerge) -> Merged:
    """Merge codes into this one."""
    with here.made() as made:
        codes = [here.study.store.get(Code, one) for one in dict.fromkeys(form.codes)]
        moved = here.study.codebook.merge(codes, here.study.store.get(Code, guid))
    return Merged(moved=moved, seq=made.seq, code=code_out(here, guid))


def _listed(values: dict[str, object]) -> dict[str, object]:
    """The values with examples as the codebook keeps them."""
    examples = values.get("examples")
    return values | {"examples": tuple(examples)} if isinstance(examples, list) else values
