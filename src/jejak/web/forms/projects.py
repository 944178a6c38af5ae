"""Projects of other programs on their way in."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field

from ...formats import ProjectFormat
from ...i18n import refusal, translate
from ...services.exchanged import KINDS
from ..projects import Project, ProjectState
from .beginnings import File
from .exchanged import ExchangeOut, KindCount
from .form import Form, Guid, Name, Out

__all__ = ["NewProject", "ProjectOut", "ReadProject"]

Answer = Annotated[str, Field(max_length=1_000)]


class NewProject(Form):
    """A project that is to be sent: the name of its file or ``folder``, and the open study that it comes
    into; by default it becomes a study of its own."""

    name: Name
    study: Guid | None = None
    folder: bool = False


class ReadProject(Form):
    """Answers to what the format leaves open, by the names of its questions; for a new study the file it
    is to be (by default a free one beside the others), and who works on it."""

    answers: dict[Answer, Answer] = Field(default_factory=dict)
    path: File | None = None
    user: Name | None = None


class AnswerOffered(Out):
    """What can be answered, and its words."""

    value: str
    text: str


class QuestionAsked(Out):
    """What the format leaves open; without ``answers`` it is whatever one writes. ``answer`` is empty where
    Jejak decides."""

    name: str
    text: str
    answers: list[AnswerOffered]
    answer: str


class Stood(Out):
    """Why a project did not come in."""

    code: str
    message: str
    hint: str


class ProjectOut(Out):
    """A project on its way: ``so_far`` counts what was read while it is being read, ``report`` tells what
    came of it, ``problem`` what stood in the way. ``study`` is the study it comes into, ``path`` the file
    of the one it became and ``title`` what that is called; ``seq`` is the change it was, if anything came.
    """

    guid: str
    name: str
    state: ProjectState
    study: str | None
    format: str | None
    questions: list[QuestionAsked]
    so_far: list[KindCount]
    report: ExchangeOut | None
    problem: Stood | None
    path: str | None
    title: str | None
    seq: int | None

    @classmethod
    def of(cls, project: Project, language: str) -> Self:
        """A project in a language."""
        target, report = project.target, project.report
        format = None if project.state == "sending" else project.format
        return cls(
            guid=project.guid,
            name=project.name,
            state=project.state,
            study=target.study,
            format=None if format is None else translate(format.title, language),
            questions=[] if format is None else _questions(project, format, language),
            so_far=_so_far(project, language),
            report=None if report is None else ExchangeOut.of(report, language),
            problem=_problem(project, language),
            path=str(target.path) if target.path and report else None,
            title=target.title,
            seq=target.seq,
        )


def _questions(project: Project, format: ProjectFormat, language: str) -> list[QuestionAsked]:
    return [
        QuestionAsked(
            name=one.name,
            text=translate(one.asks, language),
            answers=[
                AnswerOffered(value=value, text=translate(words, language))
                for value, words in one.answers.items()
            ],
            answer=project.answers.get(one.name, ""),
        )
        for one in format.questions
    ]


def _so_far(project: Project, language: str) -> list[KindCount]:
    read = {} if project.tally is None else dict(project.tally.read)
    return [
        KindCount(kind=kind, what=translate(words, language), read=read[kind], written=0)
        for kind, words in KINDS.items()
        if read.get(kind)
    ]


def _problem(project: Project, language: str) -> Stood | None:
    error = project.error
    if error is None:
        return None
    # Where it lies says nothing to anybody.
    place, name = str(project.file), project.name
    message, hint = (told.replace(place, name) for told in refusal(error, language))
    return Stood(code=error.code, message=message, hint=hint)
