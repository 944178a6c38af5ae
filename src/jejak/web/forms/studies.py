"""A study, its questions and its users."""

from __future__ import annotations

from .form import Form, Name, Out, Patch, Prose

__all__ = [
    "Counts",
    "QuestionOut",
    "SessionForm",
    "StudyListed",
    "StudyOut",
    "StudyPatch",
    "UserOut",
]


class SessionForm(Form):
    """The token the workspace was opened with."""

    token: str


class StudyListed(Out):
    """A study this server has open; ``read_only`` is the reason why nothing may be written."""

    guid: str
    title: str
    read_only: str | None


class QuestionOut(Out):
    """A research question."""

    guid: str
    text: str
    position: int


class UserOut(Out):
    """Somebody who codes."""

    guid: str
    name: str
    initials: str
    colour: str
    machine: bool


class Counts(Out):
    """How much a study holds."""

    sources: int
    codes: int
    codings: int
    cases: int
    memos: int
    findings: int


class StudyOut(Out):
    """A study; ``head`` is its last change, ``me`` the user at work."""

    guid: str
    revision: int
    title: str
    description: str
    languages: list[str]
    questions: list[QuestionOut]
    users: list[UserOut]
    me: UserOut
    head: int
    read_only: str | None
    counts: Counts


class StudyPatch(Patch):
    """What to change about a study."""

    title: Name = ""
    description: Prose = ""
