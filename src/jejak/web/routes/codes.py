"""Codes: the codebook's tree and entries."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter
from starlette.responses import Response

from ...model import Code
from ..codebook import code_out, codes_out
from ..forms.codes import (
    CodeForm,
    CodeMove,
    CodeOut,
    CodePatch,
    CodesMerge,
    CodesMove,
    CodeSplit,
    CodesRecolour,
    CodesRemoval,
    Merged,
    Recoloured,
)
from ..forms.form import Guid, Removed
from ..opened import STUDY, Coders, Here, IfMatch, OpenStudy, tag

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["codes"])


@routes.get("/codes", operation_id="list_codes")
def list_codes(here: Here, coders: Coders = None) -> list[CodeOut]:
    """All codes, each before those below it."""
    return codes_out(here, coders)


@routes.post("/codes", operation_id="add_code", status_code=201)
def add_code(here: Here, form: CodeForm, response: Response) -> CodeOut:
    """Make a code."""
    values = form.changes("name", "parent", "above")
    code = here.study.codebook.add(form.name, form.parent, form.above, **_listed(values))
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


@routes.post("/codes/move", operation_id="move_codes")
def move_codes(here: Here, form: CodesMove) -> list[CodeOut]:
    """Put codes elsewhere in the tree, in one step; the whole tree as it is then."""
    here.study.codebook.place(_codes(here, form.codes), form.parent, form.position)
    return codes_out(here)


@routes.post("/codes/recolour", operation_id="recolour_codes")
def recolour_codes(here: Here, form: CodesRecolour) -> Recoloured:
    """Give codes and those below them colours, in one step."""
    with here.made() as made:
        codes = _codes(here, form.codes)
        count = here.study.codebook.recolour(codes, form.colour, below=form.below)
    return Recoloured(recoloured=count, seq=made.seq)


@routes.post("/codes/remove", operation_id="remove_codes")
def remove_codes(here: Here, form: CodesRemoval) -> Removed:
    """Remove codes with those below them, in one step; another may have their codings."""
    heir = None if form.codings_to is None else here.study.store.get(Code, form.codings_to)
    with here.made() as made:
        removed = here.study.codebook.remove(*_codes(here, form.codes), codings_to=heir)
    return Removed(removed=removed, seq=made.seq)


@routes.post("/codes/{guid}/merge", operation_id="merge_codes")
def merge_codes(here: Here, guid: Guid, form: CodesMerge) -> Merged:
    """Merge codes into this one, or (``dry_run``) see what that would do."""
    with here.made() as made:
        codes, into = _codes(here, form.codes), here.study.store.get(Code, guid)
        union = here.study.codebook.merging(codes, into)
        if not form.dry_run:
            here.study.codebook.merge(codes, into, join_texts=form.join_texts)
    return Merged(
        moved=union.moved, together=union.together, weights=union.weights, seq=made.seq,
        code=code_out(here, guid),
    )  # fmt: skip


@routes.post("/codes/{guid}/split", operation_id="split_code", status_code=201)
def split_code(here: Here, guid: Guid, form: CodeSplit, response: Response) -> CodeOut:
    """Make a new code of some of a code's codings; it is the answer."""
    code = here.study.store.get(Code, guid)
    made = here.study.codebook.split(
        code, form.name, codings=form.codings, query=form.query, parent=form.parent,
        colour=form.colour,
    )  # fmt: skip
    return tag(response, code_out(here, made.guid))


def _codes(here: OpenStudy, guids: Sequence[str]) -> list[Code]:
    return [here.study.store.get(Code, guid) for guid in dict.fromkeys(guids)]


def _listed(values: dict[str, object]) -> dict[str, object]:
    """The values with examples as the codebook keeps them."""
    examples = values.get("examples")
    return values | {"examples": tuple(examples)} if isinstance(examples, list) else values
