"""What an import or export of a whole project did."""

from __future__ import annotations

from functools import partial
from typing import Self

from ...i18n import translate
from ...model.parcel import ExchangeReport
from ...services.exchanged import KINDS, alike, counted
from .form import Out

__all__ = ["ExchangeOut", "KindCount"]


class KindCount(Out):
    """How many of a kind the origin had (``read``) and how many arrived (``written``)."""

    kind: str
    what: str
    read: int
    written: int


class AlikeOut(Out):
    """What is said in the same words of one or several things, and where they are."""

    text: str
    places: list[str]


class SortOut(Out):
    """Problems of one sort: how many things they are about."""

    code: str
    count: int
    told: list[AlikeOut]


class ExchangeOut(Out):
    """Counts by kind, then whatever was changed or left out, with the reason. ``format`` names the form of
    the file, ``origin`` the program that wrote it."""

    format: str
    origin: str
    counts: list[KindCount]
    problems: list[SortOut]

    @classmethod
    def of(cls, report: ExchangeReport, language: str) -> Self:
        """A report in a language."""
        tell = partial(translate, language=language)
        sorts = [
            SortOut(
                code=code,
                count=sum(max(len(one.places), 1) for one in told),
                told=[AlikeOut(text=one.text, places=one.places) for one in told],
            )
            for code, told in alike(report, tell).items()
        ]
        counts = [
            KindCount(
                kind=kind,
                what=tell(KINDS[kind]),
                read=report.read.get(kind, 0),
                written=report.written.get(kind, 0),
            )
            for kind in counted(report)
        ]
        return cls(format=report.format, origin=report.origin, counts=counts, problems=sorts)
