"""Facts of a report made up by hand, for what no small study has."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from jejak.model import Source, StudyInfo
from jejak.report.facts import CoderFacts, MethodFacts, ReportFacts, SourceFacts, TrailFacts

__all__ = ["MAY", "facts", "method", "source"]

MAY = datetime(2020, 5, 1, 10, tzinfo=UTC)


def method(**values: Any) -> MethodFacts:
    plain = MethodFacts(
        began=MAY, ended=MAY, days=1, changes=1, undone=0, undos=0,
        coders=(CoderFacts("Rina", False, {"hand": 2}, MAY, MAY),), book={}, taken=0, memos={},
        judged=0,
    )  # fmt: skip
    return replace(plain, **values)


def source(name: str, codings: int = 1, **values: Any) -> SourceFacts:
    return SourceFacts(Source(name=name, text="0" * 64, length=10, **values), codings, ())


def facts(**values: Any) -> ReportFacts:
    plain = ReportFacts(
        info=StudyInfo(title="Pasar"), questions=(), sources=(), cases=(), codes=(),
        method=method(), displays=(), findings=(), trail=TrailFacts(), version=7, made=MAY,
    )  # fmt: skip
    return replace(plain, **values)
