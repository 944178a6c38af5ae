"""A study, its questions and its users."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from .form import Form, Guid, Name, Out, Patch, Prose

__all__ = [
    "AsOf",
    "Counts",
    "PrivacyOut",
    "PrivacyPatch",
    "QuestionForm",
    "QuestionOut",
    "QuestionPatch",
    "SessionForm",
    "StoredOut",
    "StudyListed",
    "StudyOut",
    "StudyPatch",
    "UserOut",
    "UserPatch",
]

Place = Annotated[int, Field(ge=1, le=10_000)]


class SessionForm(Form):
    """The token the workspace was opened with."""

    token: str


class StudyListed(Out):
    """A study this server has open; ``read_only`` is the reason why nothing may be written."""

    guid: str
    title: str
    read_only: str | None


class CopyOut(Out):
    """Of what a study is the copy for an auditor: of which study, as it stood after which change."""

    of: str
    seq: int
    digest: str
    texts: Literal["whole", "evidence"]


class QuestionOut(Out):
    """A research question."""

    guid: str
    revision: int
    text: str
    position: int


class UserOut(Out):
    """Somebody who codes."""

    guid: str
    revision: int
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


class PrivacyOut(Out):
    """How coders are named outside the study, and which attributes stay in it."""

    coders: Literal["name", "initials", "none"]
    hidden: list[str]


class AsOf(Out):
    """The earlier moment at which a study is looked at: its last change, and what it was."""

    seq: int
    time: datetime
    text: str


class StudyOut(Out):
    """A study; ``head`` is its last change, ``me`` the user at work, ``as_of`` the earlier moment
    it was asked for; ``blind_rounds`` are the names of the open rounds in which one codes, and so sees
    one's own codings alone."""

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
    copy_of: CopyOut | None
    privacy: PrivacyOut
    as_of: AsOf | None = None
    blind_rounds: list[str]


class StudyPatch(Patch):
    """What to change about a study."""

    title: Name = ""
    description: Prose = ""
    languages: list[Name] = Field(default_factory=list)


class PrivacyPatch(Patch):
    """What to change about what leaves the study."""

    coders: Literal["name", "initials", "none"] = "name"
    hidden: list[Guid] = Field(default_factory=list)


class QuestionForm(Form):
    """A question to be asked; ``position`` is its place among the others, by default the last."""

    text: Name
    position: Place | None = None


class QuestionPatch(Patch):
    """What to change about a question."""

    text: Name = ""
    position: Place = 1


class UserPatch(Patch):
    """What to change about how somebody is called and shown."""

    name: Name = ""
    initials: Annotated[str, Field(max_length=20)] = ""
    colour: Annotated[str, Field(pattern="^#[0-9a-fA-F]{6}$")] = ""
    machine: bool = False


class StoredOut(Out):
    """What a study takes on this computer, in bytes; ``path`` is where its file lies."""

    path: str | None
    size: int
    texts: int
    originals: int
    original_files: int
    changes: int
