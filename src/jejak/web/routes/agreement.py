"""How far coders agree, and whether more material brings new codes."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from ...analysis.agreement import COEFFICIENTS
from ...analysis.agreement.uncertainty import Interval
from ...services.agreed import Question, settings
from ...services.agreement_told import told_agreement
from ...services.saturated import Rule
from ...services.saturation_told import told_saturation
from ..forms.agreement import (
    AgreementOut,
    CoefficientKindOut,
    SaturationOut,
    SaturationUse,
    SaturationUseOut,
)
from ..opened import STUDY, Here, Language

__all__ = ["routes"]

routes = APIRouter(prefix=STUDY, tags=["displays"])


@routes.get("/coefficients", operation_id="list_coefficients")
def list_coefficients(here: Here, language: Language) -> list[CoefficientKindOut]:  # noqa: ARG001  (the study in the address must be open)
    """The coefficients of agreement there are."""
    return [
        CoefficientKindOut.of(COEFFICIENTS.get(name), language) for name in COEFFICIENTS.names()
    ]


@routes.get("/agreement", operation_id="get_agreement")
def get_agreement(
    here: Here,
    language: Language,
    *,
    measure: Annotated[str, Query(description="A coefficient by its name.")] = "alpha",
    unit: Annotated[
        str, Query(description="character, word, sentence, block or source.")
    ] = "character",
    coders: Annotated[
        list[str] | None, Query(description="Names or GUIDs; all who read something.")
    ] = None,
    codes: Annotated[
        list[str] | None,
        Query(
            description="Each with all below it, or NAME/* for each below it; every code by itself."
        ),
    ] = None,
    sources: Annotated[list[str] | None, Query(description="Names or GUIDs; all.")] = None,
    of_round: Annotated[
        str | None,
        Query(alias="round", description="The coders and sources of a round, by name or GUID."),
    ] = None,
    machines: Annotated[bool, Query(description="Compare machines with people, too.")] = False,
    read: Annotated[
        list[str] | None,
        Query(
            description="CODER=SOURCE, names or GUIDs (* for all sources), once for each: who read what, in "
            "place of what the history tells of these coders."
        ),
    ] = None,
    chosen: Annotated[
        list[str] | None,
        Query(alias="set", description="NAME=VALUE, once for each: settings of the coefficient."),
    ] = None,
    interval: Annotated[
        str, Query(description="bootstrap, jackknife, analytic, or none.")
    ] = "bootstrap",
    samples: Annotated[int, Query(ge=0, le=10_000, description="0: no intervals.")] = 1_000,
    seed: Annotated[int, Query(ge=0)] = 1,
    places: Annotated[int, Query(ge=0, le=1_000)] = 50,
) -> AgreementOut:
    """How far coders agree by code and jointly, with intervals, and where they differ."""
    how = Interval("" if interval == "none" or not samples else interval, 0.95, samples or 1, seed)
    stated: dict[str, list[str]] = {}
    for one in read or ():
        coder, _, source = one.partition("=")
        stated.setdefault(coder, []).append(source)
    agreed = here.study.agreement.compute(
        Question(measure, unit, settings(chosen or ()), how), coders=coders, codes=codes,
        read=stated, sources=sources, of_round=of_round, machines=machines, places=places,
    )  # fmt: skip
    return AgreementOut.model_validate(told_agreement(agreed, language))


@routes.get("/saturation", operation_id="get_saturation")
def get_saturation(
    here: Here,
    language: Language,
    by: Annotated[str, Query(description="source or case.")] = "source",
    order: Annotated[str, Query(description="collected or added.")] = "collected",
    base: Annotated[int, Query(ge=1, le=1_000)] = 4,
    run: Annotated[int, Query(ge=1, le=1_000)] = 2,
    threshold: Annotated[float, Query(ge=0, lt=1)] = 0.05,
    quiet: Annotated[int, Query(ge=1, le=1_000)] = 2,
    draws: Annotated[int, Query(ge=1, le=10_000)] = 1_000,
    seed: Annotated[int, Query(ge=0)] = 1,
    coders: Annotated[list[str] | None, Query(description="Names or GUIDs; everybody.")] = None,
    codes: Annotated[
        list[str] | None,
        Query(
            description="Each with all below it, or NAME/* for each below it; every code by itself."
        ),
    ] = None,
) -> SaturationOut:
    """New codes by source or case in order, and whether that has stopped."""
    rule = Rule(by, order, base, run, threshold, quiet, draws, seed)
    found = here.study.saturation.compute(rule, codes=codes, coders=coders)
    return SaturationOut.model_validate(told_saturation(found, language))


@routes.get("/saturation/use", operation_id="get_saturation_use")
def get_saturation_use(here: Here) -> SaturationUseOut:
    """Whether the study reckons saturation."""
    return SaturationUseOut(off=here.study.saturation.off)


@routes.put("/saturation/use", operation_id="use_saturation")
def use_saturation(here: Here, form: SaturationUse) -> SaturationUseOut:
    """Let the study reckon saturation, or not, and say why."""
    if form.used:
        here.study.saturation.switch_on()
    else:
        here.study.saturation.switch_off(form.why)
    return SaturationUseOut(off=here.study.saturation.off)
