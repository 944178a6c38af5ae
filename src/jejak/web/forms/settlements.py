"""Disagreements of coders over the wire, and what was decided about them."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from .form import Form, Guid, Out, Seq

__all__ = ["DisagreementsOut", "Settled", "SettledOut", "SettlementForm"]

Decision = Literal["keep", "both", "neither", "outer", "inner"]
Names = Annotated[list[str] | None, Field(max_length=10_000)]


class StretchOut(Out):
    """A stretch of a source, in code points."""

    start: int
    end: int


class HadOut(Out):
    """What a coder (GUID) has at a place: stretches, none where they read it and did not code it."""

    coder: str
    name: str
    stretches: list[StretchOut]


class DisagreementOut(Out):
    """A place where coders differ under a code; ``key`` names it as long as nothing there changes.
    ``choices`` are the decisions that make sense for it."""

    key: str
    source: str
    source_name: str
    start: int
    end: int
    code: str
    code_name: str
    apart: float
    text: str
    before: str
    after: str
    had: list[HadOut]
    choices: list[Decision]
    told: str


class TallyOut(Out):
    """How many disagreements there are of a code, or in a source, and over how many characters."""

    guid: str
    name: str
    count: int
    apart: float


class DisagreementsOut(Out):
    """Some of the ``total`` disagreements that are open; where there are none, the ``reason``."""

    total: int
    disagreements: list[DisagreementOut]
    codes: list[TallyOut]
    sources: list[TallyOut]
    coders: list[str]
    reason: str | None
    version: int


class SettledOut(Out):
    """A disagreement that was settled: what was decided by whom and why, and what each had before."""

    guid: str
    source: str
    source_name: str
    start: int
    end: int
    code: str
    code_name: str
    decision: Decision
    kept: str | None
    reason: str
    user: str
    created: str
    text: str
    had: list[HadOut]
    told: str


class SettlementForm(Form):
    """Disagreements by their keys, and what is decided about them; ``kept`` is whose version (name or
    GUID) *keep* keeps. ``coders``, ``codes`` and ``sources`` as they were listed with."""

    keys: Annotated[list[Annotated[str, Field(max_length=64)]], Field(min_length=1, max_length=100)]
    decision: Decision
    kept: Guid | None = None
    reason: Annotated[str, Field(max_length=10_000)] = ""
    coders: Names = None
    codes: Names = None
    sources: Names = None

    @model_validator(mode="after")
    def _whose(self) -> Self:
        if (self.decision == "keep") != (self.kept is not None):
            raise ValueError("say whose version is kept, and only then")
        return self


class Settled(Out):
    """What was settled, and the change that did it."""

    seq: Seq | None
    settled: list[SettledOut]
