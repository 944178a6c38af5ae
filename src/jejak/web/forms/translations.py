"""Translations over the wire."""

from __future__ import annotations

from typing import Self

from pydantic import Field

from ...model import Translation
from .form import Form, Out

__all__ = ["TranslationForm", "TranslationOut"]


class TranslationOut(Out):
    """What a segment says in another language; ``translator`` is who put it so, where that is not the
    one who wrote it down."""

    language: str
    text: str
    translator: str

    @classmethod
    def of(cls, one: Translation) -> Self:
        """A translation."""
        return cls(language=one.language, text=one.text, translator=one.translator)


class TranslationForm(Form):
    """The words; empty ones take the translation away. Without a ``translator`` whoever is named there
    stays."""

    text: str = Field(max_length=100_000)
    translator: str | None = Field(None, max_length=500)
