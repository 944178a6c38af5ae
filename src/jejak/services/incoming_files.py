"""An import in its steps: which files were read, which were written, and what is told of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ..store import Change
from .imports import FileReport, ImportReport
from .incoming import ImportOptions, Incoming, Ready, read_incoming, write_source
from .source_names import Names

__all__ = ["Import", "never", "silent"]


def silent(_number: int, _state: str) -> None:
    """Tells nobody."""


def never() -> bool:
    """Goes on."""
    return False


class Import:
    """What became of the files so far."""

    def __init__(
        self,
        files: Sequence[Incoming],
        on_file: Callable[[int, str], None],
        stop: Callable[[], bool],
        *,
        dry_run: bool,
    ) -> None:
        self.dry_run = dry_run
        self.ready: dict[int, Ready] = {}
        self.seq: int | None = None
        self._files = files
        self._on_file = on_file
        self._stop = stop
        self._reports: dict[int, FileReport] = {}
        self._added: list[str] = []

    def read(self, number: int, names: Names) -> bool:
        """Read a file; whether the import goes on. What is not written by then is not, any more."""
        if self._stop():
            self.ready.clear()
            return False
        self._on_file(number, "reading")
        outcome = read_incoming(self._files[number], names)
        if isinstance(outcome, FileReport):
            self._reports[number] = outcome
        else:
            self.ready[number] = outcome
        return True

    def take(self) -> Iterator[tuple[int, Ready]]:
        """What was read and is to be written now; it is told of as it would come in."""
        ready, self.ready = self.ready, {}
        if self.dry_run:
            self._reports |= {number: one.report for number, one in ready.items()}
        yield from ready.items()

    def write(
        self, change: Change, ready: Sequence[tuple[int, Ready]]
    ) -> list[tuple[str, ImportOptions]]:
        """Write what was read; the sources written, by GUID, with what was said of them."""
        written = []
        for number, one in ready:
            if self._stop():
                break
            self._on_file(number, "writing")
            source = write_source(change, one)
            self._reports[number] = replace(one.report, source=source.guid)
            self._added.append(source.guid)
            written.append((source.guid, one.options))
            self._on_file(number, "written")
        return written

    def report(self) -> ImportReport:
        """What is to be told of each file; those that were not reached were stopped."""
        reports = tuple(
            self._reports.get(number) or _stopped(file.name)
            for number, file in enumerate(self._files)
        )
        return ImportReport(reports, self.seq, self.dry_run, tuple(self._added))


def _stopped(name: str) -> FileReport:
    return FileReport(
        name,
        ok=False,
        code="stopped",
        error="It was not written: the import was stopped.",
        hint="Import it again when you want it.",
    )
