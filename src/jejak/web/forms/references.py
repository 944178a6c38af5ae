"""Works of the literature."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import Field

from ...i18n import translate
from ...services.reference_import import WorksReport
from ...services.references import ReferenceCard
from .form import Form, Guid, Name, Out, Patch

__all__ = ["BrokenOut", "CitationForm", "CitationOut", "MadeSource", "ReferenceForm", "ReferenceOut",
           "ReferencePatch", "ReferencesMerge", "ReferencesRemoval", "WorkOut", "WorksOut"]  # fmt: skip

Csl = dict[str, Any]


class CitationOut(Out):
    """What cites a work."""

    kind: str
    guid: str
    label: str


class ReferenceOut(Out):
    """A work as CSL-JSON, how it is named in passing, and what cites it."""

    guid: str
    revision: int
    key: str
    short: str
    csl: Csl
    cited_by: list[CitationOut]

    @classmethod
    def of(cls, card: ReferenceCard, revision: int) -> Self:
        """A work's card."""
        cited = [CitationOut.model_validate(one) for one in card.cited_by]
        work = card.reference
        return cls(
            guid=work.guid, revision=revision, key=work.key, short=card.short,
            csl=dict(work.csl), cited_by=cited,
        )  # fmt: skip


class ReferencePatch(Patch):
    """What to change about a work: its key, or fields of CSL-JSON (``null`` takes one away)."""

    key: Name = ""
    csl: Csl = Field(default_factory=dict)


class ReferenceForm(Form):
    """A new work; without a key one is made."""

    csl: Csl
    key: Name | None = None


class ReferencesRemoval(Form):
    """Works to be removed."""

    guids: Annotated[list[Guid], Field(min_length=1)]


class ReferencesMerge(Form):
    """Works that are one: ``keep`` stays."""

    keep: Guid
    others: Annotated[list[Guid], Field(min_length=1)]


class CitationForm(Form):
    """What is to cite a work."""

    kind: Literal["source", "code", "memo", "finding"]
    guid: Guid


class MadeSource(Out):
    """The source that was made."""

    guid: str
    name: str


class WorkOut(Out):
    """A work of a file; ``duplicate_of`` is the key of the one it seems to be."""

    file: str
    key: str
    short: str
    title: str
    duplicate_of: str | None


class BrokenOut(Out):
    """Something in a file that could not be read; ``where`` is its line."""

    file: str
    code: str
    text: str
    where: str


class WorksOut(Out):
    """An import of literature; ``seq`` is the change it made."""

    new: list[WorkOut]
    duplicates: list[WorkOut]
    problems: list[BrokenOut]
    seq: int | None
    dry_run: bool

    @classmethod
    def of(cls, report: WorksReport, language: str) -> Self:
        """A report in a language."""
        return cls(
            new=[WorkOut.model_validate(one) for one in report.new],
            duplicates=[WorkOut.model_validate(one) for one in report.duplicates],
            problems=[
                BrokenOut(
                    file=file, code=p.code, text=translate(p.message, language), where=p.where
                )
                for file, p in report.problems
            ],
            seq=report.seq,
            dry_run=report.dry_run,
        )
