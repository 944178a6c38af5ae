"""Agreement of coders, and saturation."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ...analysis.agreement import Measure
from ...i18n import translate
from .form import Form, Out

__all__ = [
    "AgreementOut",
    "CoefficientKindOut",
    "SaturationOut",
    "SaturationUse",
    "SaturationUseOut",
]


class CoefficientOptionOut(Out):
    """A setting of a coefficient: one of ``choices``, where there are some, else a number or words."""

    name: str
    usual: str | float | None
    choices: list[str]
    whole: bool


class CoefficientKindOut(Out):
    """A coefficient by its name, with its settings; ``units`` where it counts over units, not over
    stretches as they were marked."""

    name: str
    title: str
    about: str
    formula: str
    source: str
    units: bool
    options: list[CoefficientOptionOut]

    @classmethod
    def of(cls, one: Measure, language: str) -> CoefficientKindOut:
        """As it is told in a language."""
        return cls(
            name=one.name, title=translate(one.title, language),
            about=translate(one.about, language), formula=one.formula, source=one.source,
            units=one.in_units,
            options=[
                CoefficientOptionOut(
                    name=each.name, usual=each.usual, choices=list(each.choices), whole=each.whole
                )
                for each in one.options
            ],
        )  # fmt: skip


class CoefficientOut(Out):
    """A coefficient; without a value there is a reason. ``least`` and ``greatest`` are its values when
    any one source is left out, where there are too few for an interval."""

    value: float | None
    observed: float | None
    expected: float | None
    low: float | None
    high: float | None
    confidence: float
    interval: str | None
    error: float | None
    least: float | None
    greatest: float | None
    samples: int
    seed: int | None
    undefined: int
    units: int
    coverage: float | None
    groups: int
    reason: str | None


class CodeAgreementOut(CoefficientOut):
    """The coefficient of one code, and how many stretches each coder has under it; ``now`` is what it
    is since disagreements were settled."""

    guid: str
    code: str
    now: float | None
    stretches: dict[str, int]


class PairAgreementOut(Out):
    """Two coders over all codes."""

    first: str
    second: str
    value: float | None


class DifferenceOut(Out):
    """A place where coders differ, and how many characters a pair of them differs over."""

    source: str
    start: int
    end: int
    code: str
    coded: list[str]
    without: list[str]
    apart: float
    text: str


class AgreementOut(Out):
    """How far coders agree as each coded by themselves, and where they differ: ``places`` are some of the
    ``differences``. ``settled`` counts disagreements that were settled, ``now`` is what all codes jointly
    come to since. ``unit`` is ``null`` where stretches are compared as they were marked. ``methods`` is a
    paragraph that says exactly what was computed."""

    measure: str
    unit: str | None
    options: dict[str, object]
    coders: list[str]
    sources: list[str]
    characters: int
    jointly: CoefficientOut
    settled: int
    now: float | None
    codes: list[CodeAgreementOut]
    pairs: list[PairAgreementOut]
    places: list[DifferenceOut]
    differences: int
    version: int
    methods: str
    remarks: list[str]


class SaturationStepOut(Out):
    """A source or case in order: its codes, those it is the first to show, and how many were seen by
    then, in this order and on average over others."""

    guid: str
    name: str
    codes: int
    new: list[str]
    seen: int
    expected: float


class StoppingOut(Out):
    """The rule of base, run and threshold, and after how many it was reached."""

    base: int
    run: int
    threshold: float
    point: int | None
    label: str | None
    share: float | None
    ratios: list[float]
    reason: str | None


class OrdersOut(Out):
    """Where it was reached in other orders, and in which share of them."""

    draws: int
    seed: int
    low: float | None
    median: float | None
    high: float | None
    reached: float


class RichnessOut(Out):
    """How many codes there may be that were not met yet."""

    seen: int
    once: int
    twice: int
    expected: float | None
    coverage: float | None


class MeaningOut(Out):
    """Where a code came first, and each of those below it; ``saturated`` where that stopped."""

    code: str
    first: int
    dimensions: list[int]
    quiet: int
    saturated: int | None


class KindCoveredOut(Out):
    """A kind of source: how many there are, how many are coded, how many codes they hold, and how many
    of those no other kind holds."""

    kind: str
    sources: int
    coded: int
    codes: int
    alone: int


class SaturationUse(Form):
    """Whether the study reckons saturation; if not, why."""

    used: bool
    why: Annotated[str, Field(max_length=1_000)] = ""


class SaturationUseOut(Out):
    """Why the study does not reckon saturation; ``null`` where it does."""

    off: str | None


class SaturationOut(Out):
    """Whether more material still brings new codes, and what rests on little: ``silent`` are the cases
    without coded words, ``thin`` sentences."""

    by: str
    order: str
    codes: int
    steps: list[SaturationStepOut]
    stopping: StoppingOut
    orders: OrdersOut
    richness: RichnessOut
    once: list[str]
    kinds: list[KindCoveredOut]
    cases: int
    silent: list[str]
    thin: list[str]
    meanings: list[MeaningOut]
    version: int
    methods: str
    remarks: list[str]
