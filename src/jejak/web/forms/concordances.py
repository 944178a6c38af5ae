"""Concordances as the API tells them."""

from __future__ import annotations

from .form import Out

__all__ = ["ConcordanceLineOut", "ConcordanceOut"]


class ConcordanceLineOut(Out):
    """A place with the words before and after it; ``case`` is a name, ``codes`` the GUIDs of all codes
    that touch it."""

    source: str
    source_name: str
    case: str | None
    start: int
    end: int
    before: str
    match: str
    after: str
    codes: list[str]


class ConcordanceOut(Out):
    """Some lines, and how many there are in all."""

    total: int
    lines: list[ConcordanceLineOut]
