"""What stands behind a code's entry: exemplary passages, and where it is used."""

from __future__ import annotations

from .form import Count, Form, Guid, Out

__all__ = ["CodeUsesOut", "ExampleForm", "UsedOut"]


class ExampleForm(Form):
    """A passage that exemplifies a code, in code points."""

    source: Guid
    start: Count
    end: Count


class UsedOut(Out):
    """A source or case, and how many codings a code has there."""

    guid: str
    name: str
    codings: int


class CodeUsesOut(Out):
    """Where a code, or one below it, is used, most often first."""

    sources: list[UsedOut]
    cases: list[UsedOut]
