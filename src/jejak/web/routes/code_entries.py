"""What stands behind a code's entry: exemplary passages, and where it is used."""

from __future__ import annotations

from fastapi import APIRouter

from ...model import Code, Source
from ..forms.code_entries import CodeUsesOut, ExampleForm
from ..forms.form import Guid
from ..forms.segments import SegmentOut
from ..opened import STUDY, Here

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["codes"])


@routes.get("/codes/{guid}/examples", operation_id="list_code_examples")
def list_code_examples(here: Here, guid: Guid) -> list[SegmentOut]:
    """The passages that exemplify a code; ``segment`` is the GUID to take one away by."""
    found = here.study.code_examples.all(here.study.store.get(Code, guid))
    return [SegmentOut.of(one) for one in found]


@routes.post("/codes/{guid}/examples", operation_id="add_code_example")
def add_code_example(here: Here, guid: Guid, form: ExampleForm) -> list[SegmentOut]:
    """Let a passage exemplify a code; all its examples."""
    code, source = here.study.store.get(Code, guid), here.study.store.get(Source, form.source)
    here.study.code_examples.add(code, source, form.start, form.end)
    return [SegmentOut.of(one) for one in here.study.code_examples.all(code)]


@routes.delete("/codes/{guid}/examples/{segment}", operation_id="remove_code_example")
def remove_code_example(here: Here, guid: Guid, segment: Guid) -> list[SegmentOut]:
    """Let a passage exemplify a code no more; the examples that are left."""
    code = here.study.store.get(Code, guid)
    here.study.code_examples.remove(code, segment)
    return [SegmentOut.of(one) for one in here.study.code_examples.all(code)]


@routes.get("/codes/{guid}/uses", operation_id="get_code_uses")
def get_code_uses(here: Here, guid: Guid) -> CodeUsesOut:
    """In which sources and cases a code, or one below it, is used how often."""
    return CodeUsesOut.model_validate(
        here.study.code_examples.uses(here.study.store.get(Code, guid))
    )
