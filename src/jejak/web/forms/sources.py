"""Sources, their texts and codings, and what an import says of each file."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, Self

from ...i18n import translate
from ...services.imports import FileReport, ImportReport
from ...services.listing import SourcePage as Listed
from ...services.listing import SourceRow
from .form import Form, Guid, Name, Out, Patch

__all__ = [
    "BlockColumns",
    "CodingColumns",
    "FileOut",
    "ImportProblem",
    "Imported",
    "SourceKind",
    "SourceOut",
    "SourcePage",
    "SourcePatch",
    "SourcesRemoval",
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
    """A source with its codings counted; ``length`` is in code points."""

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
    created: datetime
    original_name: str | None

    @classmethod
    def of(cls, row: SourceRow) -> Self:
        """A row of the table of sources."""
        fields = {name: getattr(row.source, name, None) for name in cls.model_fields}
        cases = [Titled(guid=guid, name=name) for guid, name in row.cases]
        counted = {"revision": row.revision, "codings": row.codings, "cases": cases}
        return cls.model_validate(fields | counted)


class SourcePage(Out):
    """Some of the sources, and how many there are in all."""

    total: int
    sources: list[SourceOut]

    @classmethod
    def of(cls, page: Listed) -> Self:
        """A window of the table."""
        return cls(total=page.total, sources=[SourceOut.of(row) for row in page.rows])


class SourcePatch(Patch):
    """What to change about a source; ``collected`` is a date of any precision."""

    name: Name = ""
    kind: SourceKind = "document"
    language: str | None = None
    status: SourceStatus = "to read"
    collected: str | None = None
    collector: str | None = None
    method: str | None = None


class SourcesRemoval(Form):
    """Sources to be removed."""

    guids: list[Guid]


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
    """The plain text of a source, positions in code points."""

    guid: str
    length: int
    text: str
    blocks: BlockColumns


class CodingColumns(Out):
    """Codings of a source in the order of the text, a list for each field: GUIDs of coding, segment,
    code and coder; ``created`` in milliseconds since 1970; ``revision`` is the change that last
    wrote each, ``version`` the change they are as of."""

    version: int
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
