"""Telling in one language: messages, numbers, dates, and the words for what is kept as values."""

from __future__ import annotations

import re
from datetime import date, datetime

from ..documents.document import Column, Run, Text
from ..i18n import show, translate
from ..model import Message
from .words import WORDS

__all__ = ["Teller"]


class Teller:
    """Puts what a study holds into a reader's words."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, message: Message) -> str:
        """A message in that language."""
        return translate(message, self.language)

    def text(self, message: Message) -> Text:
        """A message as a text."""
        return (Run(self(message)),)

    def value(self, value: object) -> str:
        """A number, a date or a list in that language's manner."""
        return show(value, self.language)

    def cell(self, value: object) -> Text:
        """The same as a text; nothing for ``None``."""
        return () if value is None else (Run(self.value(value)),)

    def word(self, kept: str) -> str:
        """The word for a value that is kept in English (a kind, a status); itself where it is none."""
        return translate(WORDS[kept], self.language) if kept in WORDS else kept

    def title(self, kept: str) -> str:
        """The word for a value, as a heading begins."""
        word = self.word(kept)
        return word[:1].upper() + word[1:]

    def column(self, message: Message, *, number: bool = False) -> Column:
        """The head of a column."""
        return Column(self(message), number)

    def day(self, moment: datetime | None) -> str:
        """The day of a moment."""
        return "" if moment is None else show(moment.date(), self.language)

    def when(self, given: str | None) -> str:
        """An ISO date of any precision as people write it; as it stands where it is none."""
        if not given:
            return ""
        try:
            if _MONTH.fullmatch(given):
                return _month(date.fromisoformat(f"{given}-01"), self.language)
            return show(date.fromisoformat(given), self.language)
        except ValueError:
            return given


_MONTH = re.compile(r"\d{4}-\d{2}", re.ASCII)


def _month(first: date, language: str) -> str:
    from babel.dates import format_date

    return format_date(first, "MMMM y", locale=language)
