"""What analysts write into reports, as forms and answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from ...services.prose import Piece
from .form import Form, Name, Out, Patch

__all__ = ["PieceForm", "PieceOut", "PiecePatch", "PlaceOut", "Side"]

Side = Literal["before", "after", "instead"]
_Text = Annotated[str, Field(min_length=1, max_length=1_000_000)]


class PieceForm(Form):
    """Words to be written at a place of a report."""

    template: Name = "study"
    language: Literal["id", "en"]
    place: Name
    side: Side = "after"
    text: _Text


class PiecePatch(Patch):
    """Other words, or another place."""

    text: _Text = ""
    place: Name = ""
    side: Side = "after"


class PlaceOut(Out):
    """A place of a report: its name, the anchor it has in the page, its title and its level."""

    name: str
    anchor: str
    title: str
    level: int


class PieceOut(Out):
    """What was written, where it stands, and whether the report still has that place."""

    guid: str
    revision: int
    template: str
    language: str
    place: str
    side: str
    title: str
    is_there: bool
    text: str
    author: str
    created: datetime

    @classmethod
    def told(cls, one: Piece, revision: int, author: str) -> PieceOut:
        """The answer for a piece."""
        prose = one.prose
        return cls(
            guid=prose.guid, revision=revision, template=prose.template, language=prose.language,
            place=one.place, side=one.side, title=one.title, is_there=one.is_there, text=prose.text,
            author=author, created=prose.created,
        )  # fmt: skip
