"""Material: bringing files in, listing, changing and removing sources."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ..errors import InvalidInput, JejakError, MissingExtra, NotFound
from ..formats.reading import load, read_bytes
from ..model import Block, Case, Link, Reading, Source, say
from ..model.identity import check_date, clean_name, name_key
from ..model.source import SOURCE_KINDS, SOURCE_STATUSES
from ..store import Change, Store
from ..store.cascade import remove_whole
from ..store.correcting import Edit, replace_text
from ..store.lookups import find_source
from ..store.originals import load_original, original_length
from .file_paths import files_in, path_text
from .imports import FileReport, ImportReport
from .source_names import Names

__all__ = ["ImportOptions", "Sources"]

# Flush an import to the study after this much text, so that memory stays bounded.
_BATCH_CHARS = 64_000_000
_BATCH_FILES = 2_000
_EDITABLE = {
    "name", "kind", "language", "status", "collected", "collector", "method", "metadata",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the person says about the files, over what was recognised."""

    kind: str | None = None
    case: str | None = None
    language: str | None = None
    as_format: str | None = None
    encoding: str | None = None
    collected: str | None = None
    collector: str | None = None
    method: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class _Ready:
    report: FileReport
    reading: Reading
    content: bytes


@dataclass(frozen=True, slots=True)
class _Given:
    """A file by the name it is told by; its content is read when it is its turn."""

    name: str
    load: Callable[[], bytes]

    @property
    def path(self) -> Path:
        return Path(self.name)


def _same(content: bytes) -> bytes:
    return content


def _enough(ready: Mapping[int, _Ready]) -> bool:
    characters = sum(len(one.reading.text) for one in ready.values())
    return len(ready) >= _BATCH_FILES or characters > _BATCH_CHARS


class Sources:
    """The material of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    # -- bringing in -------------------------------------------------------------------------------

    def add(
        self,
        paths: Iterable[str | Path],
        options: ImportOptions | None = None,
        *,
        dry_run: bool = False,
        progress: Callable[[int, int, str], None] | None = None,
    ) -> ImportReport:
        """Import files as one change (one a batch, where there is very much).

        A file that cannot be read is reported and left out; the rest comes in. ``progress`` is
        told ``(done, total, file)``. Raises :class:`InvalidInput` where the options make no sense.
        """
        files = files_in(paths)
        given = [_Given(path_text(path), partial(load, path)) for path in files]
        return self._import(given, options, dry_run=dry_run, progress=progress)

    def add_files(
        self,
        files: Iterable[tuple[str, bytes]],
        options: ImportOptions | None = None,
        *,
        dry_run: bool = False,
    ) -> ImportReport:
        """Import files given by name and content, as :meth:`add` does those of a disk."""
        given = [_Given(name, partial(_same, content)) for name, content in files]
        return self._import(given, options, dry_run=dry_run)

    def _import(
        self,
        files: Sequence[_Given],
        options: ImportOptions | None,
        *,
        dry_run: bool,
        progress: Callable[[int, int, str], None] | None = None,
    ) -> ImportReport:
        options = _checked(options or ImportOptions())
        names = Names(self._store)
        reports: dict[int, FileReport] = {}
        ready: dict[int, _Ready] = {}
        added: list[str] = []
        seq: int | None = None
        for number, file in enumerate(files):
            if progress:
                progress(number, len(files), file.path.name)
            outcome = self._read(file, options, names)
            if isinstance(outcome, FileReport):
                reports[number] = outcome
                continue
            ready[number] = outcome
            if _enough(ready):
                seq = self._flush(ready, options, reports, added, dry_run=dry_run) or seq
        seq = self._flush(ready, options, reports, added, dry_run=dry_run) or seq
        if progress:
            progress(len(files), len(files), "")
        return ImportReport(
            tuple(reports[number] for number in sorted(reports)), seq, dry_run, tuple(added)
        )

    def add_text(self, name: str, text: str, options: ImportOptions | None = None) -> Source:
        """A source of plain text made in the program itself (pasted, or typed)."""
        options = _checked(options or ImportOptions())
        reading = Reading("text", "text", _lines(text))
        report = FileReport(name, ok=True, name=Names(self._store).free(name))
        with self._store.write(say("Add source “{name}”", name=report.name), self._user) as change:
            return _write(change, _Ready(report, reading, b""), options)

    def _read(self, file: _Given, options: ImportOptions, names: Names) -> _Ready | FileReport:
        try:
            content = file.load()
            reading = read_bytes(
                content, file.path.name, as_format=options.as_format, encoding=options.encoding
            )
        except JejakError as error:
            if isinstance(error, MissingExtra):
                raise
            return FileReport(
                file.name, ok=False, code=error.code, error=error.message, hint=error.hint
            )
        report = FileReport(
            file.name,
            ok=True,
            format=reading.format,
            medium=reading.medium,
            kind=options.kind or reading.kind,
            language=options.language or reading.language,
            encoding=reading.encoding,
            length=len(reading.text),
            blocks=len(reading.blocks),
            speakers=reading.speakers,
            problems=reading.problems,
        )
        digest = hashlib.sha256(content).hexdigest()
        known = names.same_file(digest)
        if known is not None:
            return _but(report, ok=False, duplicate_of=known)
        name = names.free(options.name or file.path.stem or file.name)
        names.remember(digest, name)
        return _Ready(_but(report, name=name), reading, content)

    def _flush(
        self,
        ready: dict[int, _Ready],
        options: ImportOptions,
        reports: dict[int, FileReport],
        added: list[str],
        *,
        dry_run: bool,
    ) -> int | None:
        if not ready:
            return None
        if dry_run:
            reports |= {number: one.report for number, one in ready.items()}
            ready.clear()
            return None
        verb = (
            say("Add source “{name}”", name=next(iter(ready.values())).report.name)
            if len(ready) == 1
            else say("Add {n} sources", n=len(ready))
        )
        with self._store.write(verb, self._user) as change:
            for number, one in ready.items():
                source = _write(change, one, options)
                reports[number] = _but(one.report, source=source.guid)
                added.append(source.guid)
            if options.case:
                _tie_case(change, options.case, added[-len(ready) :])
            seq = change.seq
        ready.clear()
        return seq

    # -- afterwards --------------------------------------------------------------------------------

    def all(self) -> list[Source]:
        """All sources, in the order they came."""
        return self._store.all(Source)

    def get(self, name: str) -> Source:
        """The source of that name or GUID. Raises :class:`NotFound`."""
        with self._store.read() as rows:
            return find_source(rows, name)

    def text(self, source: Source) -> str:
        """The plain text."""
        return self._store.text(source.text)

    def blocks(self, source: Source) -> list[Block]:
        """The blocks, by position."""
        return sorted(self._store.all(Block, source=source.guid), key=lambda b: (b.start, -b.end))

    def original(self, source: Source, start: int = 0, end: int | None = None) -> bytes:
        """The bytes ``[start, end)`` of the file a source came from. Raises :class:`NotFound`."""
        with self._store.read() as rows:
            return load_original(rows.conn, _original(source), start, end)

    def original_length(self, source: Source) -> int:
        """How many bytes the file has. Raises :class:`NotFound`."""
        with self._store.read() as rows:
            return original_length(rows.conn, _original(source))

    def update(self, source: Source, **values: object) -> Source:
        """Change what is known of a source. Raises :class:`InvalidInput`, :class:`Conflict`."""
        unknown = set(values) - _EDITABLE
        if unknown:
            raise InvalidInput("not-editable", f"Not to be changed here: {', '.join(unknown)}.")
        _check_values(values)
        with self._store.write(
            say("Change source “{name}”", name=source.name), self._user
        ) as change:
            if "name" in values:
                name = clean_name(values["name"], "source")
                values["name"] = Names(self._store).claim(name, besides=source.name)
            return change.set(source, **values)

    def correct(self, source: Source, start: int, end: int, text: str) -> Source:
        """Replace ``[start, end)`` of a source's text (code points); anchors move with their words.

        A segment that loses all its words is flagged with them. Raises :class:`InvalidInput` and
        :class:`Conflict` (the text was corrected meanwhile).
        """
        verb = say("Correct the text of “{name}”", name=source.name)
        with self._store.write(verb, self._user) as change:
            return replace_text(change, source, [Edit(start, end, _lines(text))])

    def remove(self, sources: Sequence[Source]) -> dict[str, int]:
        """Remove sources with their segments and codings; how many went, by kind."""
        verb = (
            say("Remove source “{name}”", name=sources[0].name)
            if len(sources) == 1
            else say("Remove {n} sources", n=len(sources))
        )
        with self._store.write(verb, self._user) as change:
            return remove_whole(change, Source.KIND, [source.guid for source in sources])


def _lines(text: str) -> str:
    """The text with the line ends that every text of a study has."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _original(source: Source) -> str:
    if source.original is None:
        raise NotFound("no-original", f"“{source.name}” was not made from a file.")
    return source.original


def _but(report: FileReport, **values: object) -> FileReport:
    return replace(report, **values)  # type: ignore[arg-type]  # fields by name


def _checked(options: ImportOptions) -> ImportOptions:
    _check_values({"kind": options.kind, "collected": options.collected})
    return options


def _check_values(values: dict[str, object]) -> None:
    kind, status, collected = (values.get(key) for key in ("kind", "status", "collected"))
    if kind is not None and kind not in SOURCE_KINDS:
        raise InvalidInput(
            "unknown-kind",
            f"“{kind}” is no kind of material.",
            f"Use one of: {', '.join(SOURCE_KINDS)}.",
        )
    if status is not None and status not in SOURCE_STATUSES:
        raise InvalidInput(
            "unknown-status",
            f"“{status}” is no status.",
            f"Use one of: {', '.join(SOURCE_STATUSES)}.",
        )
    if collected is not None:
        check_date(str(collected))


def _write(change: Change, one: _Ready, options: ImportOptions) -> Source:
    reading = one.reading
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
        Block(
            source=source.guid,
            number=number,
            kind=block.kind,
            start=block.start,
            end=block.end,
            level=block.level,
            label=block.label,
            speaker=block.speaker,
            time=block.time,
            begin=block.begin,
            finish=block.finish,
            extra=_extra(block.url, block.reply_to, block.hashtags),
        )
        for number, block in enumerate(reading.blocks, 1)
    )
    return source


def _metadata(reading: Reading) -> dict[str, object]:
    known = {"format": reading.format, "encoding": reading.encoding, "title": reading.title}
    return {**{key: value for key, value in known.items() if value}, **reading.metadata}


def _extra(url: str | None, reply_to: str | None, hashtags: tuple[str, ...]) -> dict[str, object]:
    found = {"url": url, "reply_to": reply_to, "hashtags": list(hashtags)}
    return {key: value for key, value in found.items() if value}


def _tie_case(change: Change, name: str, sources: Sequence[str]) -> None:
    wanted = name_key(name)
    case = next((c for c in change.rows.all(Case) if name_key(c.name) == wanted), None)
    if case is None:
        case = Case(name=clean_name(name, "case"))
        change.add(case)
    for guid in sources:
        change.add(
            Link(
                role="member", owner_kind="case", owner=case.guid, target_kind="source", target=guid
            )
        )
