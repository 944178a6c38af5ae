"""Sources, their texts and codings, and what an import says of each file."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Self

from pydantic import ConfigDict, Field

from ...i18n import translate
from ...services.imports import FileReport, ImportReport
from ...services.listing import SourceFilter, SourceRow
from ...services.listing import SourcePage as Listed
from ...services.source_cards import SourceCard
from .form import Form, Guid, Name, Out, Patch, without_defaults

__all__ = [
    "BlockColumns",
    "ChosenSources",
    "CodingColumns",
    "Facets",
    "FileOut",
    "ImportProblem",
    "Imported",
    "SourceCardOut",
    "SourceKind",
    "SourceOut",
    "SourcePage",
    "SourcePatch",
    "SourceStatus",
    "SourcesChange",
    "SourcesChanged",
    "SourcesRemoval",
    "SourcesTable",
    "TextOut",
    "Titled",
]  # fmt: skip

SourceKind = Literal[
    "interview", "focus group", "observation", "document", "posts", "survey", "literature", "other"
]
SourceStatus = Literal["to read", "in progress", "coded"]


class Titled(Out):
    """Something by its GUID and name."""

    guid: str
    name: str


class SourceOut(Out):
    """A source with its codings counted, who coded it, and its values of attributes by name;
    ``length`` is in code points."""

    guid: str
    revision: int
    name: str
    kind: str
    medium: str
    language: str | None
    length: int
    status: str
    collected: str | None
    collector: str | None
    method: str | None
    codings: int
    cases: list[Titled]
    coders: list[Titled]
    values: dict[str, str]
    created: datetime
    original_name: str | None

    @classmethod
    def of(cls, row: SourceRow) -> Self:
        """A row of the table of sources."""
        fields = {name: getattr(row.source, name, None) for name in cls.model_fields}
        counted = {
            "revision": row.revision,
            "codings": row.codings,
            "cases": [Titled(guid=guid, name=name) for guid, name in row.cases],
            "coders": [Titled(guid=guid, name=name) for guid, name in row.coders],
            "values": row.values,
        }
        return cls.model_validate(fields | counted)


class GroupOut(Out):
    """Sources that stand together: their common value ("" for none), and how many they are."""

    value: str
    count: int


class FacetValue(Out):
    """A value of a facet ("" for none; a case by GUID), its name, and the sources that have it."""

    value: str
    label: str
    count: int


class Facets(Out):
    """What sources may be filtered by, counted among those that the other filters leave."""

    kind: list[FacetValue]
    case: list[FacetValue]
    language: list[FacetValue]
    status: list[FacetValue]


class SourcePage(Out):
    """Some of the sources, how many there are in all, and the groups all of them form, in order."""

    total: int
    sources: list[SourceOut]
    groups: list[GroupOut]

    @classmethod
    def of(cls, page: Listed) -> Self:
        """A window of the table."""
        groups = [GroupOut(value=one.value, count=one.count) for one in page.groups]
        rows = [SourceOut.of(row) for row in page.rows]
        return cls(total=page.total, sources=rows, groups=groups)


class SourcePatch(Patch):
    """What to change about a source; ``collected`` is a date of any precision."""

    name: Name = ""
    kind: SourceKind = "document"
    language: str | None = None
    status: SourceStatus = "to read"
    collected: str | None = None
    collector: str | None = None
    method: str | None = None


class FilterForm(Form):
    """All sources with these letters in their name and one of the values of each facet ("" for
    none; cases by GUID)."""

    text: str = ""
    kind: list[SourceKind] = Field(default_factory=list)
    case: list[str] = Field(default_factory=list)
    language: list[str] = Field(default_factory=list)
    status: list[SourceStatus] = Field(default_factory=list)

    def asked(self) -> SourceFilter:
        """The same as services take it."""
        fields = {name: getattr(self, name) for name in ("kind", "case", "language", "status")}
        return SourceFilter(self.text, **{name: tuple(values) for name, values in fields.items()})


class ChosenSources(Form):
    """Sources by GUID, or all that answer to a filter ``but`` some."""

    guids: list[Guid] = Field(default_factory=list)
    all: FilterForm | None = None
    but: list[Guid] = Field(default_factory=list)


class SourcesRemoval(ChosenSources):
    """Sources to be removed; a dry run tells what would go with them."""

    dry_run: bool = False


class CardSpeaker(Out):
    """A speaker of a source, how often they speak, and the case whose words these are."""

    name: str
    turns: int
    case: Titled | None


class CardCode(Out):
    """A code and how often it is used in a source."""

    guid: str
    path: str
    colour: str
    codings: int


class SourceCardOut(Out):
    """What hangs on a source: blocks by kind, and how many of them have a time of a recording
    (``timed``), speakers, codes, memos, and how many of each kind would go with it."""

    blocks: dict[str, int]
    speakers: list[CardSpeaker]
    codes: list[CardCode]
    memos: list[Titled]
    going: dict[str, int]
    timed: int

    @classmethod
    def of(cls, card: SourceCard) -> Self:
        """The card of a source."""
        speakers = [
            CardSpeaker(
                name=one.name,
                turns=one.turns,
                case=Titled(guid=one.case[0], name=one.case[1]) if one.case else None,
            )
            for one in card.speakers
        ]
        return cls(
            blocks=dict(card.blocks),
            speakers=speakers,
            codes=[CardCode.model_validate(one) for one in card.codes],
            memos=[Titled(guid=guid, name=title) for guid, title in card.memos],
            going=dict(card.going),
            timed=card.timed,
        )


class SourcesTable(ChosenSources):
    """Which sources, in which order and columns, as which file."""

    sort: list[str] = Field(default_factory=lambda: ["created"])
    columns: list[str] = Field(default_factory=lambda: ["name"])
    format: Literal["csv", "xlsx", "tsv"] = "csv"


class SourcesChange(ChosenSources):
    """What to change about all of them, in one change; ``case`` and ``to_set`` (a name or GUID, made
    where there is none) get them besides what they have, ``attributes`` are values by name, null
    takes one away."""

    model_config = ConfigDict(json_schema_extra=without_defaults)

    kind: SourceKind = "document"
    language: str | None = None
    status: SourceStatus = "to read"
    collected: str | None = None
    collector: str | None = None
    method: str | None = None
    case: Name = ""
    to_set: Name = ""
    attributes: dict[str, str | None] = Field(default_factory=dict)

    def changes(self) -> dict[str, Any]:
        """What was given, besides which sources are meant."""
        given = self.model_dump(exclude_unset=True)
        return {key: value for key, value in given.items() if key not in {"guids", "all", "but"}}


class SourcesChanged(Out):
    """How many sources were changed, and by which change."""

    sources: int
    seq: int | None


class ImportProblem(Out):
    """Something in a file that did not stop its import."""

    code: str
    text: str
    where: str


class FileOut(Out):
    """What became of a file: the source it is now, or why it was left out."""

    file: str
    ok: bool
    name: str
    source: str | None
    format: str
    medium: str
    kind: str
    language: str | None
    encoding: str | None
    length: int
    blocks: int
    speakers: list[str]
    duplicate_of: str | None
    problems: list[ImportProblem]
    error: str
    hint: str
    code: str

    @classmethod
    def of(cls, report: FileReport, language: str) -> Self:
        """A file's report in a language."""
        fields = {name: getattr(report, name) for name in cls.model_fields}
        problems = [
            ImportProblem(code=one.code, text=translate(one.message, language), where=one.where)
            for one in report.problems
        ]
        return cls.model_validate(
            fields | {"speakers": list(report.speakers), "problems": problems}
        )


class Imported(Out):
    """An import; ``seq`` is the change it made."""

    seq: int | None
    dry_run: bool
    files: list[FileOut]

    @classmethod
    def of(cls, report: ImportReport, language: str) -> Self:
        """The whole report in a language."""
        files = [FileOut.of(one, language) for one in report.files]
        return cls(seq=report.seq, dry_run=report.dry_run, files=files)


class BlockColumns(Out):
    """The blocks of a source, a list for each field; ``time`` is an ISO time where the block has
    one."""

    number: list[int]
    kind: list[str]
    start: list[int]
    end: list[int]
    speaker: list[str | None]
    level: list[int | None]
    time: list[str | None]
    label: list[str | None]


class TextOut(Out):
    """The plain text of a source, positions in code points; ``digest`` is its SHA-256."""

    guid: str
    digest: str
    length: int
    text: str
    blocks: BlockColumns


class CodingColumns(Out):
    """Codings of a source in the order of the text, a list for each field: GUIDs of coding, segment,
    code and coder; ``created`` in milliseconds since 1970; ``revision`` is the change that last
    wrote each, ``version`` the change they are as of, ``text`` the digest of the text they are
    on (of all codings of one source)."""

    version: int
    text: str = ""
    coding: list[str]
    segment: list[str]
    start: list[int]
    end: list[int]
    code: list[str]
    coder: list[str]
    weight: list[int | None]
    created: list[int]
    origin: list[str]
    revision: list[int]
