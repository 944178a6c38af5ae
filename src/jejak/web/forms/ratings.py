"""Ratings of cases, and the cases at the ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field

from ...services.ratings import CaseProfile, Extremes, RatingCard, RatingGrid
from .events import Dated, ShownForm, When
from .form import Form, Name, Out, Patch, Prose
from .memos import ThingOut

__all__ = ["ExtremesOut", "ProfileOut", "RateForm", "RatingOut", "RatingPatch", "RatingsOut"]

Level = Annotated[str, Field(min_length=1, max_length=1_000)]


class RateForm(Form):
    """How far a variable holds in a case: both by name or GUID. The same person's rating for the same
    date is changed."""

    case: Name
    variable: Name
    value: Level
    date: When = ""
    note: Prose = ""
    shown: list[ShownForm] = Field(default_factory=list)


class RatingPatch(Patch):
    """What to change about a rating."""

    value: Level = ""
    date: When = ""
    note: Prose = ""


class RatingOut(Dated):
    """A rating; ``shown`` says that the variable's value in the case is this one."""

    attribute: str
    case: str
    value: str
    note: str
    by: str
    shown: bool
    evidence: list[ThingOut]

    @classmethod
    def told(cls, card: RatingCard, revision: int, language: str) -> Self:
        """A rating as it stands."""
        return cls._told(
            card.rating, card.when, revision, language, by=card.by, shown=card.shown,
            evidence=[ThingOut.model_validate(one) for one in card.evidence],
        )  # fmt: skip


class VariableOut(Out):
    """A rated variable with its levels, the lowest first."""

    guid: str
    name: str
    description: str
    options: list[str]


class RatedCaseOut(Out):
    """A case that can be rated."""

    guid: str
    name: str
    kind: str


class RatingsOut(Out):
    """All cases by all rated variables; those of a cell are in the order of time."""

    variables: list[VariableOut]
    cases: list[RatedCaseOut]
    ratings: list[RatingOut]

    @classmethod
    def of(cls, grid: RatingGrid, revisions: Mapping[str, int], language: str) -> Self:
        """The grid in a language."""
        return cls(
            variables=[
                VariableOut(
                    guid=one.guid, name=one.name, description=one.description,
                    options=list(one.options),
                )
                for one in grid.variables
            ],
            cases=[RatedCaseOut.model_validate(one) for one in grid.cases],
            ratings=[
                RatingOut.told(one, revisions[one.rating.guid], language) for one in grid.ratings
            ],
        )  # fmt: skip


class EndOut(Out):
    """A case at an end."""

    guid: str
    name: str


class ExtremesOut(Out):
    """The cases at the ends of a variable and in its middle, and what these ends are."""

    variable: str
    lowest: str | None
    highest: str | None
    median: str | None
    low: list[EndOut]
    high: list[EndOut]
    typical: list[EndOut]
    outliers: list[EndOut]
    missing: list[EndOut]

    @classmethod
    def of(cls, found: Extremes) -> Self:
        """What the service found."""
        ends = {
            name: [EndOut(guid=guid, name=case) for guid, case in getattr(found, name)]
            for name in ("low", "high", "typical", "outliers", "missing")
        }
        told = {name: getattr(found, name) for name in ("lowest", "highest", "median")}
        return cls.model_validate({"variable": found.variable.name, **told, **ends})


class ProfileOut(Out):
    """How far a case is from the middle of all ratings and numbers, 0 to 1."""

    case: str
    name: str
    distance: float | None
    known: int

    @classmethod
    def of(cls, found: CaseProfile) -> Self:
        """What the service found."""
        return cls.model_validate(found)
