"""A problem as RFC 9457 writes it."""

from __future__ import annotations

from pydantic import Field

from .form import Out

__all__ = ["Problem", "Refused"]


class Refused(Out):
    """One thing in a request that is not as it must be."""

    where: str
    message: str


class Problem(Out):
    """What went wrong: ``code`` is stable, ``hint`` says what to do, ``at`` is the character of a
    query the problem is about, ``errors`` are the fields that were refused."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    hint: str
    at: int | None = None
    errors: list[Refused] = Field(default_factory=list)
