"""Pattern codes and what they recur in."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .form import Form, Guid, Name, Out, Prose

__all__ = ["PatternForm", "RecurrenceOut", "TogetherOut"]


class RecurringOut(Out):
    """A code (with its path), case or source by its name."""

    guid: str
    name: str
    path: str


class PatternMemberOut(Out):
    """A code of a pattern, those below it counted along: different stretches, sources and cases."""

    guid: str
    name: str
    path: str
    segments: int
    sources: int
    cases: int


class RecurrenceOut(Out):
    """What any of some codes marks: different stretches (``unowned``: of no case), sources and cases;
    the cases that show every one of the codes, and those with words in the study and no sign of any."""

    members: list[PatternMemberOut]
    segments: int
    sources: list[RecurringOut]
    cases: list[RecurringOut]
    all_of_them: list[RecurringOut]
    silent: list[RecurringOut]
    unowned: int


class TogetherOut(Out):
    """Two codes that are found together: pairs of their codings that share words, the cases that have
    both anywhere, and the c coefficient."""

    first: RecurringOut
    second: RecurringOut
    together: int
    cases: int
    c: float


class PatternForm(Form):
    """A pattern code of others, for a reason: they are part of it where they are, or (``below``) come
    to lie below it. It lies under ``parent`` (GUID, path or name), by default at the top."""

    name: Name
    codes: Annotated[list[Guid], Field(min_length=2, max_length=1_000)]
    why: Prose = ""
    below: bool = False
    parent: str | None = None
