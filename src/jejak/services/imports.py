"""What an import says of each file: plain records, shown by terminal, browser and JSON alike."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model import Problem

__all__ = ["FileReport", "ImportReport"]


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file: what it was taken for, or why it was left out.

    ``source`` is the GUID of the source it became (``None`` in a dry run or where it failed),
    ``duplicate_of`` the name of the source that holds the same file already.
    """

    file: str
    ok: bool
    name: str = ""
    source: str | None = None
    format: str = ""
    medium: str = ""
    kind: str = ""
    language: str | None = None
    encoding: str | None = None
    length: int = 0
    blocks: int = 0
    speakers: tuple[str, ...] = ()
    duplicate_of: str | None = None
    problems: tuple[Problem, ...] = ()
    error: str = ""
    hint: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """A whole import; ``seq`` is the change it made, ``None`` where it made none."""

    files: tuple[FileReport, ...] = ()
    seq: int | None = None
    dry_run: bool = False
    added: tuple[str, ...] = field(default=())

    @property
    def failed(self) -> tuple[FileReport, ...]:
        """The files that were left out because of an error."""
        return tuple(report for report in self.files if report.error)
