"""Templates of reports as answers."""

from __future__ import annotations

from .form import Out

__all__ = ["ReportPartOut", "ReportTemplateOut"]


class ReportPartOut(Out):
    """A part of a report, and the chapter it stands in."""

    name: str
    title: str
    chapter: str
    chapter_title: str


class ReportTemplateOut(Out):
    """A kind of report: the parts it has, in their order, and those it can have besides."""

    name: str
    title: str
    about: str
    parts: list[ReportPartOut]
    others: list[ReportPartOut]
