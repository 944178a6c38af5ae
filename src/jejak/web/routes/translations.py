"""What segments say in other languages."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from ...model import Segment
from ..forms.form import Guid
from ..forms.translations import TranslationForm, TranslationOut
from ..opened import STUDY, Here

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["retrieval"])
Into = Annotated[str, Path(description="The code of a language: en, id, jv.", max_length=40)]


@routes.get("/segments/{guid}/translations", operation_id="get_translations")
def get_translations(here: Here, guid: Guid) -> list[TranslationOut]:
    """The translations of a segment, in order of their languages."""
    segment = here.study.store.get(Segment, guid)
    return [TranslationOut.of(one) for one in here.study.translations.of(segment.guid)]


@routes.put("/segments/{guid}/translations/{language}", operation_id="write_translation")
def write_translation(
    here: Here, guid: Guid, language: Into, form: TranslationForm
) -> list[TranslationOut]:
    """Put the words of a segment into a language; its translations then."""
    here.study.translations.write(guid, language, form.text, form.translator)
    return [TranslationOut.of(one) for one in here.study.translations.of(guid)]
