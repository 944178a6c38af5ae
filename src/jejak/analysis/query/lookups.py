"""What a query asks that columns cannot answer: words, memos, findings and sets.

Whoever keeps the study answers; this module only says what is asked.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from ...errors import NotFound
from ...model.query import TextMode
from ..spans import Ints, SpanColumns, Spans

__all__ = ["Lookups", "Marked", "Members", "NoLookups", "TextSearch"]


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

    def event(self, name: str) -> Marked:
        """What shows an event. Raises :class:`NotFound` where there is none of that name or GUID."""
        ...

    def rating(self, name: str) -> Marked:
        """What the ratings of a variable rest on, or one rating by its GUID. Raises
        :class:`NotFound` where there is none."""
        ...

    def network(self, name: str) -> Marked:
        """What a network, or one node or edge of it, rests on. Raises :class:`NotFound`."""
        ...

    def members(self, name: str) -> Members:
        """What a set holds. Raises :class:`NotFound` where there is none of that name."""
        ...


class NoLookups:
    """The answers where there is nothing beside the columns: no words, memos, findings or sets."""

    def text(self, pattern: str, mode: TextMode) -> SpanColumns:  # noqa: ARG002
        """Nowhere."""
        return Spans.empty()

    def memo(self, words: str | None) -> Marked:  # noqa: ARG002
        """Nothing."""
        return Marked()

    def finding(self, label: str) -> Marked:
        """Raises :class:`NotFound`: there are none."""
        raise NotFound("no-such-finding", f"There is no finding “{label}”.")

    def event(self, name: str) -> Marked:
        """Raises :class:`NotFound`: there are none."""
        raise NotFound("no-such-event", f"There is no event “{name}”.")

    def rating(self, name: str) -> Marked:
        """Raises :class:`NotFound`: there are none."""
        raise NotFound("no-such-rating", f"There is no rating “{name}”.")

    def network(self, name: str) -> Marked:
        """Raises :class:`NotFound`: there are none."""
        raise NotFound("no-such-network", f"There is no network “{name}”.")

    def members(self, name: str) -> Members:
        """Raises :class:`NotFound`: there are none."""
        raise NotFound("no-such-set", f"There is no set “{name}”.")
