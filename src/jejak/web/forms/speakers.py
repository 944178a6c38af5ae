"""The names people speak under, and whose words these are."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .form import Form, Guid, Name, Out

__all__ = ["SpeakerCases", "SpeakerNameOut", "SpeakerPlaceOut", "SpeakerTie", "SpeakerTies", "Tied"]


class SpeakerPlaceOut(Out):
    """A name in one source, with its turns and characters; ``own`` where its case was said for this
    source alone."""

    source: str
    name: str
    turns: int
    characters: int
    case: str | None
    own: bool


class SpeakerNameOut(Out):
    """A name in all sources: its case wherever nothing else is said, a case of the same name, and
    in how many sources it is nobody's."""

    name: str
    turns: int
    characters: int
    case: str | None
    suggested: str | None
    untied: int
    places: list[SpeakerPlaceOut]


class SpeakerTie(Form):
    """Whose words a name's are, in one source or (without one) in all; nobody's without a case."""

    name: Name
    source: Guid | None = None
    case: Guid | None = None


class SpeakerTies(Form):
    """Ties that are made as one change."""

    ties: Annotated[list[SpeakerTie], Field(min_length=1, max_length=100_000)]


class SpeakerCases(Form):
    """Speakers of whom cases are to be made."""

    names: Annotated[list[Name], Field(min_length=1, max_length=100_000)]
    kind: Literal["person", "group", "channel", "place", "other"] = "person"


class Tied(Out):
    """How many ties are other than before, and the change."""

    changed: int
    seq: int | None
