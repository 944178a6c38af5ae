"""Pattern codes: codes that are found together, counted and made one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from ..codebook import code_out
from ..forms.codes import CodeOut
from ..forms.form import Guid
from ..forms.patterns import PatternForm, RecurrenceOut, TogetherOut
from ..opened import STUDY, Coders, Here, tag

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["codes"])

_Codes = Annotated[list[Guid], Query(min_length=1, max_length=1_000, description="The codes.")]


@routes.get("/patterns/together", operation_id="list_codes_together")
def list_codes_together(
    here: Here,
    coders: Coders = None,
    limit: Annotated[int, Query(ge=1, le=1_000, description="At most so many.")] = 20,
) -> list[TogetherOut]:
    """Pairs of codes that meet and are of no pattern together, those that most cases have both of
    first."""
    found = here.study.codes.together(limit, authors=coders)
    return [TogetherOut.model_validate(one) for one in found]


@routes.get("/patterns/recurrence", operation_id="count_recurrence")
def count_recurrence(here: Here, code: _Codes, coders: Coders = None) -> RecurrenceOut:
    """In how many cases, sources and stretches any of some codes recurs, and who shows no sign of
    them; a pattern code alone is counted by what it is made of."""
    return RecurrenceOut.model_validate(here.study.codes.recurrence(code, authors=coders))


@routes.post("/patterns", operation_id="add_pattern", status_code=201)
def add_pattern(here: Here, form: PatternForm, response: Response) -> CodeOut:
    """Make a pattern code of others, in one step; it is the answer."""
    made = here.study.codes.make_pattern(
        form.name, form.codes, why=form.why, below=form.below, parent=form.parent
    )
    return tag(response, code_out(here, made.guid))
