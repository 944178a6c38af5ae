"""Rounds: sources assigned to coders who do not see each other's codings until they are closed."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from starlette.responses import Response

from ...model import Round
from ...services.round_cards import RoundCard
from ...services.rounds_told import told_plan, told_round
from ..files import attachment
from ..forms.form import Guid, Removed
from ..forms.rounds import (
    ClosingForm,
    GivenForm,
    PlanForm,
    PlanOut,
    ReadForm,
    RoundForm,
    RoundOut,
    RoundPatch,
)
from ..opened import STUDY, Here, IfMatch, Language, OpenStudy, tag

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["rounds"])


@routes.get("/rounds", operation_id="list_rounds")
def list_rounds(here: Here, language: Language) -> list[RoundOut]:
    """The rounds in the order in which they were opened, with who reads what and what they came to."""
    with here.study.store.view():
        return [_out(here, card, language) for card in here.study.rounds.cards()]


@routes.get("/rounds/file", operation_id="get_rounds_file", response_class=Response)
def get_rounds_file(here: Here, ending: Literal[".csv", ".xlsx", ".html", ".md", ".docx"]) -> Response:  # fmt: skip
    """The rounds with the agreement each came to as a table, as it may leave the study."""
    return attachment(here.study.rounds.content(ending), f"rounds{ending}")


@routes.post("/rounds/plan", operation_id="plan_round")
def plan_round(here: Here, form: PlanForm, language: Language) -> PlanOut:
    """Who would read what; nothing is written."""
    return PlanOut.model_validate(told_plan(here.study.rounds.plan(**form.model_dump()), language))


@routes.post("/rounds", operation_id="open_round", status_code=201)
def open_round(here: Here, form: RoundForm, language: Language, response: Response) -> RoundOut:
    """Share sources out and open a round: the same form gives the same shares as the plan."""
    plan = here.study.rounds.plan(**form.model_dump(exclude={"name"}))
    made = here.study.rounds.open(form.name, plan)
    return tag(response, _told(here, made.guid, language))


@routes.get("/rounds/{guid}", operation_id="get_round")
def get_round(here: Here, guid: Guid, language: Language, response: Response) -> RoundOut:
    """One round."""
    return tag(response, _told(here, guid, language))


@routes.patch("/rounds/{guid}", operation_id="change_round")
def change_round(
    here: Here, guid: Guid, form: RoundPatch, revision: IfMatch, language: Language,
    response: Response,
) -> RoundOut:  # fmt: skip
    """Give a round another name."""
    with here.made(Round.KIND, guid, revision):
        here.study.rounds.rename(guid, form.name)
    return tag(response, _told(here, guid, language))


@routes.put("/rounds/{guid}/sources/{source}", operation_id="give_source")
def give_source(
    here: Here, guid: Guid, source: Guid, form: GivenForm, language: Language
) -> RoundOut:  # fmt: skip
    """Say anew who is to read a source in an open round."""
    here.study.rounds.give(guid, source, form.coders)
    return _told(here, guid, language)


@routes.post("/rounds/{guid}/read", operation_id="mark_read")
def mark_read(here: Here, guid: Guid, form: ReadForm, language: Language) -> RoundOut:
    """Say of sources of an open round that one has read them, or has not yet."""
    here.study.rounds.mark(guid, form.sources, read=form.read)
    return _told(here, guid, language)


@routes.post("/rounds/{guid}/close", operation_id="close_round")
def close_round(
    here: Here, guid: Guid, form: ClosingForm, revision: IfMatch, language: Language
) -> RoundOut:  # fmt: skip
    """Close a round: its coders see everything again, and its agreement is reckoned and kept."""
    with here.made(Round.KIND, guid, revision):
        here.study.rounds.close(guid, form.question(), keep=form.keep)
    return _told(here, guid, language)


@routes.delete("/rounds/{guid}", operation_id="remove_round")
def remove_round(here: Here, guid: Guid, revision: IfMatch) -> Removed:
    """Remove a round with its assignments and figures; all codings stay."""
    with here.made(Round.KIND, guid, revision) as made:
        removed = here.study.rounds.remove(guid)
    return Removed(removed=removed, seq=made.seq)


def _told(here: OpenStudy, guid: str, language: str) -> RoundOut:
    with here.study.store.view():
        return _out(here, here.study.rounds.card(guid), language)


def _out(here: OpenStudy, card: RoundCard, language: str) -> RoundOut:
    told = told_round(card, language)
    return RoundOut.model_validate({**told, "revision": here.revision(Round.KIND, card.round.guid)})
