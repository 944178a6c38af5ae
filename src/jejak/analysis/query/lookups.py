"""What a query asks that columns cannot answer: words, memos, findings and sets.

Whoever keeps the study answers; this module only says what is asked.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from ...model.query import TextMode
from ..spans import Ints, SpanColumns, Spans

__all__ = ["Lookups", "Marked", "Members", "TextSearch"]


def _none() -> Ints:
    return np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class Marked:
    """Codings and segments that something is tied to, in any order.

    ``codings`` and ``segments`` are internal keys as in the columns of the corpus; ``spans`` are
    the stretches of ``segments``, row by row, so that segments nobody coded are found too.
    """

    codings: Ints = field(default_factory=_none)
    segments: Ints = field(default_factory=_none)
    spans: SpanColumns = field(default_factory=Spans.empty)


@dataclass(frozen=True, slots=True)
class Members:
    """What a set holds: things of the kind ``of`` (``source``, ``case``, ``code``, ``segment``).

    By GUID (sources, cases, codes), as ``marked`` segments, or by the ``query`` that fills it.
    """

    of: str
    guids: tuple[str, ...] = ()
    marked: Marked = field(default_factory=Marked)
    query: str | None = None


class TextSearch(Protocol):
    """Finds words in the texts of the sources."""

    def text(self, pattern: str, mode: TextMode) -> SpanColumns:
        """Where a phrase, a match of a regular expression, or a word of a stem stands, anywhere."""
        ...


class Lookups(TextSearch, Protocol):
    """All that a query may ask of a study beside its columns."""

    def memo(self, words: str | None) -> Marked:
        """What memos are about: all of them, or those that hold the words."""
        ...

    def finding(self, label: str) -> Marked:
        """The evidence of a finding. Raises :class:`NotFound` where there is none of that label."""
        ...

    def members(self, name: str) -> Members:
        """What a set holds. Raises :class:`NotFound` where there is none of that name."""
        ...
