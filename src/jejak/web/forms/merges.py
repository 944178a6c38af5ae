"""Copies of a study brought together: what would come, what clashes, what was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import Field

from ...i18n import translate
from ...model.merging import MergePlan, MergeReport
from ..merges import SentCopy
from .form import Form, Out
from .sources import ImportProblem

__all__ = ["MergeForm", "MergeOut", "MergedOut"]

Choice = Literal["ours", "theirs", "both"]
Key = Annotated[str, Field(min_length=1, max_length=1_000)]


class MergeForm(Form):
    """What stays of each clash, by its key, and of all others (``prefer``)."""

    choices: dict[Key, Choice] = Field(default_factory=dict)
    prefer: Literal["ours", "theirs"] | None = None


class ClashOut(Out):
    """Something that both sides changed, each in its own way; ``choice`` is empty until one is made.

    The values are those of ``field``, ``base`` what it was before (``known``: whether that is known).
    ``used`` counts what rests on what the other side removed.
    """

    key: str
    kind: str
    guid: str
    name: str
    what: Literal["field", "loop", "removed here", "removed there"]
    field: str
    ours: Any
    theirs: Any
    base: Any
    known: bool
    used: int
    ours_by: str
    ours_at: datetime | None
    theirs_by: str
    theirs_at: datetime | None
    choices: list[Choice]
    choice: Literal["", "ours", "theirs", "both"]


class MergePlanOut(Out):
    """What would be so: counts by kind, and the clashes, of which so many are ``open``.

    ``common`` is the last change that both histories share; 0: none.
    """

    other: str
    common: int
    added: Mapping[str, int]
    changed: Mapping[str, int]
    removed: Mapping[str, int]
    left_out: Mapping[str, int]
    clashes: list[ClashOut]
    open: int
    empty: bool
    problems: list[ImportProblem]

    @classmethod
    def of(cls, plan: MergePlan, language: str) -> Self:
        """A plan in a language."""
        problems = [
            ImportProblem(code=one.code, text=translate(one.message, language), where=one.where)
            for one in plan.problems
        ]
        clashes = [ClashOut.model_validate(one) for one in plan.clashes]
        names = ("other", "common", "added", "changed", "removed", "left_out", "empty")
        told = {name: getattr(plan, name) for name in names}
        return cls(**told, clashes=clashes, open=len(plan.open), problems=problems)


class MergeOut(Out):
    """A copy that waits to be brought in, the name of its file, and what would come."""

    guid: str
    file: str
    plan: MergePlanOut

    @classmethod
    def of(cls, sent: SentCopy, form: MergeForm, language: str) -> Self:
        """A copy with what would come by these choices."""
        plan = MergePlanOut.of(sent.plan(form.choices, form.prefer or ""), language)
        return cls(guid=sent.guid, file=sent.name, plan=plan)


class MergedOut(Out):
    """What came; ``seq`` is the change it is, none where there was nothing to bring in."""

    plan: MergePlanOut
    seq: int | None

    @classmethod
    def of(cls, report: MergeReport, language: str) -> Self:
        """What a merge did, in a language."""
        return cls(plan=MergePlanOut.of(report.plan, language), seq=report.seq)
