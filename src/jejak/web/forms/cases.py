"""Cases and what is known of them."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field

from ...i18n import translate
from ...services.case_table import TableReport
from ...services.cases import CaseCard
from .form import Form, Guid, Name, Out, Patch, Prose
from .sources import Titled

__all__ = ["CaseColumns", "CaseConsent", "CaseForm", "CaseOut", "CasePatch", "CaseRowForm",
           "CaseSources", "CaseTableForm", "CaseTableOut", "CasesRemoval", "CodeCountOut", "NewAttribute",
           "ReadTable", "RefusedCellOut", "SpeakerForm"]  # fmt: skip

CaseKind = Literal["person", "group", "channel", "place", "other"]


class CaseConsent(Out):
    """What a participant agreed to."""

    guid: str
    scope: str
    date: str | None
    form: str
    withdrawn: str | None


class CaseOut(Out):
    """A case with its attributes, sources, speakers and consent."""

    guid: str
    revision: int
    name: str
    kind: str
    description: str
    attributes: dict[str, str]
    sources: list[Titled]
    speakers: list[str]
    consent: list[CaseConsent]

    @classmethod
    def of(cls, card: CaseCard, revision: int) -> Self:
        """A case's card."""
        return cls(
            guid=card.case.guid,
            revision=revision,
            name=card.case.name,
            kind=card.case.kind,
            description=card.case.description,
            attributes=dict(card.attributes),
            sources=[Titled(guid=guid, name=name) for guid, name in card.sources],
            speakers=list(card.speakers),
            consent=[CaseConsent.model_validate(one) for one in card.consent],
        )


class CasePatch(Patch):
    """What to change about a case; an attribute of ``null`` is taken away, a new one is made."""

    name: Name = ""
    kind: CaseKind = "person"
    description: Prose = ""
    attributes: dict[str, str | None] = Field(default_factory=dict)


class CaseForm(CasePatch):
    """A new case, by its pseudonym."""

    name: Name


class SpeakerForm(Form):
    """The name a case speaks under, in one source or (without one) in all."""

    name: Name
    source: Guid | None = None


class CaseSources(Form):
    """Sources that belong to a case."""

    sources: Annotated[list[Guid], Field(min_length=1)]


class CodeCountOut(Out):
    """How many codings of a code there are in a case's words."""

    guid: str
    path: str
    colour: str
    codings: int


class CasesRemoval(Form):
    """Cases to be removed."""

    guids: Annotated[list[Guid], Field(min_length=1)]


class CaseColumns(Out):
    """All cases, a list for each field: GUIDs of ``sources``, names of ``speakers``; ``consent`` is
    ``none``, ``given`` or ``withdrawn``; ``values`` a list for each attribute by GUID."""

    version: int
    guid: list[str]
    revision: list[int]
    name: list[str]
    kind: list[str]
    description: list[str]
    sources: list[list[str]]
    speakers: list[list[str]]
    consent: list[str]
    values: dict[str, list[str | None]]


Value = Annotated[str, Field(max_length=1_000_000)]


class CaseRowForm(Form):
    """A row: the case by GUID, or else by its name, which makes one where there is none. ``seen`` is
    what stood in some cells as far as is known: they are refused where somebody else wrote since."""

    guid: Guid | None = None
    name: Value | None = None
    kind: Value | None = None
    description: Value | None = None
    values: dict[Name, Value | None] = Field(default_factory=dict)
    seen: dict[Name, Value | None] = Field(default_factory=dict)


class CaseTableForm(Form):
    """A table of cases. Attributes that are not there are made, of the ``types`` given by name."""

    rows: Annotated[list[CaseRowForm], Field(min_length=1, max_length=100_000)]
    types: dict[Name, Literal["text", "number", "date", "time", "boolean", "list", "rating"]] = (
        Field(default_factory=dict)
    )
    dry_run: bool = False


class RefusedCellOut(Out):
    """A cell that was not written, and why not."""

    row: int
    column: str
    value: str
    why: str


class NewAttribute(Out):
    """An attribute that was made."""

    name: str
    type: str


class CaseTableOut(Out):
    """What a table did, or would do: names of new cases, new attributes, how many values of how many
    cases that were there changed, and what was refused."""

    made: list[str]
    attributes: list[NewAttribute]
    changed: int
    touched: int
    refused: list[RefusedCellOut]
    seq: int | None
    dry_run: bool

    @classmethod
    def of(cls, report: TableReport, language: str) -> Self:
        """A report in a language."""
        return cls(
            made=list(report.made),
            attributes=[NewAttribute(name=name, type=type_) for name, type_ in report.attributes],
            changed=report.changed,
            touched=report.touched,
            refused=[
                RefusedCellOut(
                    row=one.row, column=one.column, value=one.value,
                    why=translate(one.why, language),
                )
                for one in report.refused
            ],
            seq=report.seq,
            dry_run=report.dry_run,
        )  # fmt: skip


class ReadTable(Out):
    """A table as it was read: the names of its columns, and its rows."""

    columns: list[str]
    rows: list[list[str]]
