"""The whole study as a file for other programs."""

from __future__ import annotations

from typing import Self

from ...formats import ProjectFormat
from ...i18n import translate
from ..exports import Export
from .exchanged import ExchangeOut
from .form import Form, Name, Out

__all__ = ["ExportForm", "ExportFormOut", "ExportOut"]


class ExportForm(Form):
    """The form, by its name, and whether names that are known to be real are left out, with the values of
    hidden attributes, original files and the history."""

    format: Name
    redact: bool = False


class ExportFormOut(Out):
    """A form that studies are written in; the files of a ``folder`` come in a .zip."""

    name: str
    title: str
    ending: str
    folder: bool

    @classmethod
    def of(cls, name: str, form: ProjectFormat, language: str) -> Self:
        """A form in a language."""
        ending = ".zip" if form.folder else form.endings[0]
        title = translate(form.title, language)
        return cls(name=name, title=title, ending=ending, folder=form.folder)


class ExportOut(Out):
    """A file that was written and waits to be fetched, how long it is in bytes, and what went into it."""

    guid: str
    file: str
    bytes: int
    redact: bool
    report: ExchangeOut

    @classmethod
    def of(cls, made: Export, language: str) -> Self:
        """A file with its report in a language."""
        report = ExchangeOut.of(made.report, language)
        return cls(
            guid=made.guid, file=made.name, bytes=made.length, redact=made.redact, report=report
        )
