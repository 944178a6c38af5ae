"""Speakers: the names people speak under, tied to cases."""

from __future__ import annotations

from fastapi import APIRouter

from ..forms.speakers import SpeakerCases, SpeakerNameOut, SpeakerTies, Tied
from ..opened import STUDY, Here

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["cases"])


@routes.get("/speakers", operation_id="list_speakers")
def list_speakers(here: Here) -> list[SpeakerNameOut]:
    """Every name in every source, those that are nobody's first."""
    return [SpeakerNameOut.model_validate(one) for one in here.study.speakers.all()]


@routes.put("/speakers", operation_id="tie_speakers")
def tie_speakers(here: Here, form: SpeakerTies) -> Tied:
    """Say whose words speakers' are, as one change."""
    with here.made() as made:
        changed = here.study.speakers.tie([(one.name, one.source, one.case) for one in form.ties])
    return Tied(changed=changed, seq=made.seq)


@routes.post("/speakers/cases", operation_id="make_cases_from_speakers")
def make_cases_from_speakers(here: Here, form: SpeakerCases) -> Tied:
    """A case for each of these speakers, as one change."""
    with here.made() as made:
        cases = here.study.speakers.make_cases(form.names, form.kind)
    return Tied(changed=len(cases), seq=made.seq)
