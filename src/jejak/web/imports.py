"""Imports under way: files looked at one by one, and held in memory until they are written.

Nothing of a study's material is laid down outside it, so they are held packed, and no longer than
the study is open. What could not be read stays to be looked at, and to be read another way.
"""

from __future__ import annotations

import threading
import uuid
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Any, Literal

from ..errors import Conflict, NotFound
from ..model.identity import clean_name, now
from ..services.imports import FileReport
from ..services.incoming import ImportOptions, Incoming, Looked
from ..services.source_names import Names
from ..services.source_values import check_values
from ..services.sources import Sources
from ..store import Store

__all__ = ["Imports", "Staged", "StagedState", "UnderWay"]

StagedState = Literal["ready", "failed", "reading", "writing", "written"]
MOST_KEPT = 1_000_000_000


@dataclass(slots=True)
class Staged:
    """A file of an import: its content packed, what is said of it, and what it was taken for."""

    number: int
    name: str
    packed: bytes
    options: ImportOptions
    looked: Looked
    taken: bool
    state: StagedState

    @property
    def report(self) -> FileReport:
        """What there is to tell of it."""
        return self.looked.report

    def as_recognised(self) -> Incoming:
        """The file with what decides how it is read, and nothing else that was said of it."""
        read_as = ImportOptions(as_format=self.options.as_format, encoding=self.options.encoding)
        return replace(self.incoming(), options=read_as)

    def incoming(self) -> Incoming:
        """The file as an import takes it."""
        return Incoming(self.name, partial(zlib.decompress, self.packed), self.options)


@dataclass(slots=True)
class UnderWay:
    """One import: its files by number, and the change it made last."""

    guid: str
    sources: Sources
    names: Names
    begun: datetime = field(default_factory=now)
    files: dict[int, Staged] = field(default_factory=dict)
    busy: bool = False
    seq: int | None = None
    _stopped: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, number: int, name: str, content: bytes) -> Staged:
        """Look at a file; one of that number that is there gives way to it."""
        self._refuse_while_busy()
        looked = self.sources.look(Incoming(name, lambda: content), self.names)
        packed = zlib.compress(content, 1)
        staged = Staged(number, name, packed, ImportOptions(), looked, taken=True, state="ready")
        _settle(staged)
        with self._lock:
            self.files[number] = staged
        return staged

    def say(self, numbers: Iterable[int] | None, said: Mapping[str, Any]) -> list[Staged]:
        """Say something of files (of all that are not written, for ``None``), over what was
        recognised; those for which that changes the text are read anew. Raises
        :class:`NotFound`, :class:`InvalidInput`."""
        self._refuse_while_busy()
        chosen = self._open() if numbers is None else [self.file(number) for number in numbers]
        options = {key: value for key, value in said.items() if key != "taken"}
        _check(options)
        for file in chosen:
            file.options = replace(file.options, **options)
            if {"as_format", "encoding"} & set(options):
                file.looked = self.sources.look(file.as_recognised(), self.names)
                file.taken = True
                _settle(file)
            file.taken = bool(said.get("taken", file.taken)) and file.state == "ready"
        return chosen

    def file(self, number: int) -> Staged:
        """The file of that number. Raises :class:`NotFound`."""
        if number not in self.files:
            raise NotFound("no-such-file", f"This import has no file {number}.")
        return self.files[number]

    def _open(self) -> list[Staged]:
        return [self.files[number] for number in sorted(self.files) if self._is_open(number)]

    def _is_open(self, number: int) -> bool:
        return self.files[number].state != "written"

    def same_as(self) -> dict[int, int]:
        """Files that are the same as one before them, by number."""
        first: dict[str, int] = {}
        for number in sorted(self.files):
            first.setdefault(self.files[number].looked.digest, number)
        return {
            number: first[file.looked.digest]
            for number, file in self.files.items()
            if first[file.looked.digest] != number
        }

    # -- writing -----------------------------------------------------------------------------------

    def write(self) -> None:
        """Write the files that are taken, as one change. Raises :class:`Conflict` while another
        request does so."""
        with self._lock:
            self._refuse_while_busy()
            self.busy, self._stopped = True, False
        files = [one for one in self._open() if one.taken and one.state == "ready"]
        try:
            self._write(files)
        finally:
            self.busy = False
            for file in files:
                if file.state in {"reading", "writing"}:
                    file.state = "ready"

    def _write(self, files: list[Staged]) -> None:
        def told(number: int, state: str) -> None:
            # It is written once the change is.
            files[number].state = "reading" if state == "reading" else "writing"

        report = self.sources.bring_in(
            [file.incoming() for file in files], on_file=told, stop=lambda: self._stopped
        )
        self.seq = report.seq or self.seq
        for file, became in zip(files, report.files, strict=True):
            if became.code != "stopped":
                file.looked = replace(file.looked, report=became)
                if became.source:
                    # From here on it is the study's, and goes when it goes.
                    file.looked = replace(file.looked, beginning="")
                file.state = "written" if became.source else "failed"
                file.packed = b"" if became.source else file.packed

    def stop(self) -> None:
        """Write no further file; what is written by then stays."""
        self._stopped = True

    def _refuse_while_busy(self) -> None:
        if self.busy:
            raise Conflict(
                "import-busy", "These files are being written.", "Wait for it, or stop it."
            )


def _settle(file: Staged) -> None:
    """What cannot come in, or is there already, is not taken."""
    file.state = "ready" if file.report.ok else "failed"
    file.taken = file.taken and file.report.ok and file.report.duplicate_of is None


def _check(said: Mapping[str, Any]) -> None:
    """Raise :class:`InvalidInput` for what would stop the import later."""
    check_values({"collected": said.get("collected")})
    speakers = said.get("speakers") or {}
    for name in (said.get("name"), said.get("case"), *speakers, *speakers.values()):
        if name is not None:
            clean_name(name, "source")


class Imports:
    """The imports of an open study."""

    def __init__(self, store: Store, sources: Sources) -> None:
        self._store = store
        self._sources = sources
        self._lock = threading.Lock()
        self._found: dict[str, UnderWay] = {}

    def begin(self) -> UnderWay:
        """A new import. Raises :class:`Conflict` where too much waits to be written."""
        with self._lock:
            held = sum(len(f.packed) for one in self._found.values() for f in one.files.values())
            if held > MOST_KEPT:
                raise Conflict(
                    "imports-full",
                    "Too many files wait to be written.",
                    "Import or put away those that are there.",
                )
            made = UnderWay(str(uuid.uuid4()), self._sources, Names(self._store))
            self._found[made.guid] = made
            return made

    def get(self, guid: str) -> UnderWay:
        """An import. Raises :class:`NotFound`."""
        if guid not in self._found:
            raise NotFound(
                "no-such-import",
                f"There is no import {guid} any more.",
                "What was written is in the study; choose the other files again.",
            )
        return self._found[guid]

    def all(self) -> list[UnderWay]:
        """All of them, the oldest first."""
        return list(self._found.values())

    def forget(self, guid: str) -> None:
        """Put an import away, with whatever of it was not written. Raises :class:`NotFound`."""
        self.get(guid).stop()
        self._found.pop(guid, None)

    def clear(self) -> None:
        """Put away all that are not being written just now, and their files' beginnings with them:
        a participant withdrew, and a file may hold their words."""
        for guid, one in list(self._found.items()):
            if not one.busy:
                self.forget(guid)
