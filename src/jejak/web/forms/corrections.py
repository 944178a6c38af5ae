"""Corrections of a text, and what lost its words by them."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from ...services.corrections import Lost
from .form import Count, Form, Out

__all__ = ["Corrected", "EditForm", "LostOut", "TextForm"]


class EditForm(Form):
    """``[start, end)`` of the text as it is, in code points, becomes ``text``."""

    start: Count
    end: Count
    text: Annotated[str, Field(max_length=50_000_000)]


class TextForm(Form):
    """One stretch to be replaced (``start``, ``end``, ``text``), or several ``edits``, made at once."""

    start: Count | None = None
    end: Count | None = None
    text: str | None = None
    edits: Annotated[list[EditForm] | None, Field(max_length=100_000)] = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        given = sum(value is not None for value in (self.start, self.end, self.text))
        if given != (3 if self.edits is None else 0):
            raise ValueError("give start, end and text, or edits")
        return self

    def wanted(self) -> list[tuple[int, int, str]]:
        """The edits as they are made."""
        if self.edits is not None:
            return [(edit.start, edit.end, edit.text) for edit in self.edits]
        return [(self.start or 0, self.end or 0, self.text or "")]


class Corrected(Out):
    """A text as it is now: its ``digest`` and ``length``; how many passages ``moved`` with their words
    and how many were ``flagged``, all their words being gone; the change (``null``: nothing was
    different)."""

    seq: int | None
    digest: str
    length: int
    moved: int
    flagged: int


class LostCoding(Out):
    """A coding that is kept though its words are gone; ``code`` and ``coder`` are GUIDs."""

    guid: str
    code: str
    coder: str


class LostOut(Out):
    """A passage whose words are gone: where they stood (a code point), and what they were."""

    segment: str
    at: int
    words: str
    codings: list[LostCoding]

    @classmethod
    def of(cls, lost: Lost) -> Self:
        """What a service found."""
        codings = [
            LostCoding(guid=coding.guid, code=coding.code, coder=coding.user)
            for coding in lost.codings
        ]
        segment = lost.segment
        return cls(
            segment=segment.guid, at=segment.start, words=segment.lost or "", codings=codings
        )
