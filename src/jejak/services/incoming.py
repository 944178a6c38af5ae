"""A file on its way in: read, told about, and written with what a person says of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..errors import JejakError, MissingExtra
from ..formats.reading import read_bytes
from ..model import Reading, Source
from ..model.reading import block_of
from ..model.source import SOURCE_KINDS
from ..store import Change
from .imports import FileReport
from .source_names import Names
from .source_values import case_to_be, check_values, tie_members, tie_speaker

__all__ = [
    "ImportOptions",
    "Incoming",
    "Looked",
    "Ready",
    "checked",
    "enough",
    "look",
    "read_incoming",
    "tie_cases",
    "write_source",
]

# Flush an import to the study after this much text, so that memory stays bounded.
_BATCH_CHARS = 200_000_000
_BATCH_FILES = 2_000
_BEGINNING = 1_200


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the person says about the files, over what was recognised.

    ``case`` and the cases of ``speakers`` are names or GUIDs; a name that no case has makes one.
    """

    kind: str | None = None
    case: str | None = None
    language: str | None = None
    as_format: str | None = None
    encoding: str | None = None
    collected: str | None = None
    collector: str | None = None
    method: str | None = None
    name: str | None = None
    speakers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file by the name it is told by; its content is read when it is its turn."""

    name: str
    load: Callable[[], bytes]
    options: ImportOptions = ImportOptions()

    @property
    def path(self) -> Path:
        """The name as a path."""
        return Path(self.name)


@dataclass(frozen=True, slots=True)
class Ready:
    """A file that was read and waits to be written."""

    report: FileReport
    reading: Reading
    content: bytes
    options: ImportOptions


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file was taken for, and how its text begins; ``digest`` is the SHA-256 of the file."""

    report: FileReport
    digest: str
    beginning: str = ""
    timed: int = 0


def enough(ready: Mapping[int, Ready]) -> bool:
    """Whether so much was read that it is to be written."""
    characters = sum(len(one.reading.text) for one in ready.values())
    return len(ready) >= _BATCH_FILES or characters > _BATCH_CHARS


def checked(options: ImportOptions) -> ImportOptions:
    """The options. Raises :class:`InvalidInput` where they make no sense."""
    check_values({"kind": options.kind, "collected": options.collected})
    return options


def look(file: Incoming, names: Names) -> Looked:
    """A file read and told about; nothing is claimed for it."""
    content = file.load()
    digest = hashlib.sha256(content).hexdigest()
    outcome = _reading(file, content)
    if isinstance(outcome, FileReport):
        return Looked(outcome, digest)
    try:
        name = names.unused(_wanted_name(file))
    except JejakError as error:
        return Looked(_refused(file, error), digest)
    report = replace(_report(file, outcome), name=name, duplicate_of=names.same_file(digest))
    timed = sum(block.begin is not None or block.time is not None for block in outcome.blocks)
    return Looked(report, digest, outcome.text[:_BEGINNING], timed)


def read_incoming(file: Incoming, names: Names) -> Ready | FileReport:
    """A file ready to be written under a name of its own, or why it is left out."""
    try:
        content = file.load()
    except JejakError as error:
        return _refused(file, error)
    outcome = _reading(file, content)
    if isinstance(outcome, FileReport):
        return outcome
    report = _report(file, outcome)
    digest = hashlib.sha256(content).hexdigest()
    known = names.same_file(digest)
    if known is not None:
        return replace(report, ok=False, duplicate_of=known)
    try:
        name = names.free(_wanted_name(file))
    except JejakError as error:
        return _refused(file, error)
    names.remember(digest, name)
    return Ready(replace(report, name=name), outcome, content, file.options)


def _wanted_name(file: Incoming) -> str:
    return file.options.name or file.path.stem or file.name


def _reading(file: Incoming, content: bytes) -> Reading | FileReport:
    options = file.options
    try:
        return read_bytes(
            content, file.path.name, as_format=options.as_format, encoding=options.encoding
        )
    except JejakError as error:
        if isinstance(error, MissingExtra):
            raise
        return _refused(file, error)


def _refused(file: Incoming, error: JejakError) -> FileReport:
    return FileReport(file.name, ok=False, code=error.code, error=error.message, hint=error.hint)


def _report(file: Incoming, reading: Reading) -> FileReport:
    return FileReport(
        file.name,
        ok=True,
        format=reading.format,
        medium=reading.medium,
        kind=file.options.kind or reading.kind,
        language=file.options.language or reading.language,
        encoding=reading.encoding,
        length=len(reading.text),
        blocks=len(reading.blocks),
        speakers=reading.speakers,
        problems=reading.problems,
    )


def write_source(change: Change, one: Ready) -> Source:
    """A file's source and blocks, its speakers tied to their cases."""
    reading, options = one.reading, one.options
    source = Source(
        name=one.report.name,
        medium=reading.medium,
        kind=options.kind or (reading.kind if reading.kind in SOURCE_KINDS else "document"),
        language=options.language or reading.language,
        text=change.keep_text(reading.text),
        length=len(reading.text),
        original=change.keep_original(one.content) if one.content else None,
        original_name=Path(one.report.file).name if one.content else None,
        collected=options.collected,
        collector=options.collector,
        method=options.method,
        metadata=_metadata(reading),
    )
    change.add(source)
    change.add_many(
        block_of(block, source.guid, number) for number, block in enumerate(reading.blocks, 1)
    )
    for speaker, case in options.speakers.items():
        if speaker in reading.speakers:
            tie_speaker(change, speaker, case_to_be(change, case), source.guid)
    return source


def tie_cases(change: Change, written: Sequence[tuple[str, ImportOptions]]) -> None:
    """Put sources with the cases that were said for them."""
    by_case: dict[str, list[str]] = {}
    for guid, options in written:
        if options.case:
            by_case.setdefault(options.case, []).append(guid)
    for case, guids in by_case.items():
        tie_members(change, "case", case_to_be(change, case).guid, guids)


def _metadata(reading: Reading) -> dict[str, object]:
    known = {"format": reading.format, "encoding": reading.encoding, "title": reading.title}
    return {**{key: value for key, value in known.items() if value}, **reading.metadata}
