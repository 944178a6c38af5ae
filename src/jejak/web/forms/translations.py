"""Translations over the wire."""

from __future__ import annotations

from typing import Self

from pydantic import Field

from ...services.translations import Rendered
from .form import Form, Out

__all__ = ["TranslationForm", "TranslationOut"]


class TranslationOut(Out):
    """What a segment says in another language; ``translator`` is who put it so, where that is not the
    one who wrote it down; ``stale`` says that the words were corrected since."""

    language: str
    text: str
    translator: str
    stale: bool

    @classmethod
    def of(cls, one: Rendered) -> Self:
        """A translation."""
        said = one.record
        return cls(
            language=said.language, text=said.text, translator=said.translator, stale=one.stale
        )


class TranslationForm(Form):
    """The words; empty ones take the translation away. Without a ``translator`` whoever is named there
    stays."""

    text: str = Field(max_length=100_000)
    translator: str | None = Field(None, max_length=500)
