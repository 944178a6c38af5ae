"""Where coders differ, and what was decided about it."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from ...services.settled_told import told_disagreements, told_settled
from ..forms.settlements import DisagreementsOut, Settled, SettledOut, SettlementForm
from ..opened import STUDY, Here, Language

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["displays"])
Named = Annotated[list[str] | None, Query(description="Names or GUIDs; all by default.")]


@routes.get("/disagreements", operation_id="list_disagreements")
def list_disagreements(
    here: Here,
    language: Language,
    by: Annotated[
        Literal["size", "code", "place"],
        Query(description="The largest first; code by code; source by source."),
    ] = "size",
    coders: Named = None,
    codes: Named = None,
    sources: Named = None,
    context: Annotated[int, Query(ge=0, le=2_000, description="Characters around each.")] = 0,
    offset: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=0, le=500)] = 50,
) -> DisagreementsOut:
    """The places where coders differ that are not settled, and how they spread over codes and sources."""
    found = here.study.agreement.settling.open(
        coders=coders, codes=codes, sources=sources, by=by, offset=offset, limit=limit,
        context=context,
    )  # fmt: skip
    return DisagreementsOut.model_validate(told_disagreements(found, language))


@routes.get("/settlements", operation_id="list_settlements")
def list_settlements(here: Here, language: Language) -> list[SettledOut]:
    """What was settled, the latest first."""
    return [
        SettledOut.model_validate(told_settled(card, language))
        for card in here.study.agreement.settling.all()
    ]


@routes.post("/settlements", operation_id="settle_disagreements")
def settle_disagreements(here: Here, language: Language, form: SettlementForm) -> Settled:
    """Give all who read a place the same codings there, with what each had put on record."""
    settling = here.study.agreement.settling
    with here.made() as made:
        settled = settling.settle(
            form.keys, form.decision, kept=form.kept, reason=form.reason, coders=form.coders,
            codes=form.codes, sources=form.sources,
        )  # fmt: skip
    told = [told_settled(settling.get(one.guid), language) for one in settled]
    return Settled(seq=made.seq, settled=[SettledOut.model_validate(one) for one in told])
