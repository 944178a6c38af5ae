"""Projects of other programs as they come out of a reader, examined as they are unpacked."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from jejak.formats import PROJECTS
from jejak.formats.projects import ProjectOptions
from jejak.model import Code, Coding, Record, Segment, Source, User
from jejak.model.parcel import Tally
from jejak.model.record import references
from jejak.store.foreign import ForeignFile

__all__ = ["Arrived", "arrived"]

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Arrived:
    """All that came in."""

    title: str
    records: Sequence[Record]
    texts: dict[str, str]
    originals: dict[str, bytes]
    tally: Tally

    def all(self, kind: type[R]) -> list[R]:
        return [record for record in self.records if isinstance(record, kind)]

    def one(self, kind: type[R], guid: str) -> R:
        return next(record for record in self.all(kind) if record.guid == guid)

    @property
    def told(self) -> list[str]:
        """The codes of what was told."""
        return [problem.code for problem in self.tally.problems]

    def path(self, guid: str) -> str:
        """The path of a code."""
        code = self.one(Code, guid)
        return f"{self.path(code.parent)}/{code.name}" if code.parent else code.name

    def text(self, source: str) -> str:
        found = next(one for one in self.all(Source) if source in (one.guid, one.name))
        return self.texts[found.text]

    def quote(self, segment: str) -> str:
        found = self.one(Segment, segment)
        return self.text(found.source)[found.start : found.end]

    def coded(self) -> list[tuple[str, str, str, str]]:
        """Source, quote, code and person of each coding of a text."""
        return sorted(
            (
                self.one(Source, self.one(Segment, coding.segment).source).name,
                self.quote(coding.segment),
                self.path(coding.code),
                self.one(User, coding.user).name,
            )
            for coding in self.all(Coding)
        )


def arrived(path: Path, format: str = "", **answers: str) -> Arrived:
    """What a file becomes, recognised by itself; nothing of it may refer to what comes later or not at
    all, or lie outside its text, or stand there twice, and the file stays as it was."""
    before = path.read_bytes() if path.is_file() else b""
    named = [name for name, one in PROJECTS.all().items() if one.read and one.recognise(path)]
    assert named == [format or named[0]]
    read = PROJECTS.get(named[0]).read
    assert read is not None
    parcel = read(ForeignFile(path), ProjectOptions(answers))
    records: list[Record] = []
    texts: dict[str, str] = {}
    originals: dict[str, bytes] = {}
    for batch in parcel.batches:
        records += batch.records
        texts |= {hashlib.sha256(text.encode()).hexdigest(): text for text in batch.texts}
        for original in batch.originals:
            with original.open() as file:
                originals[original.digest] = file.read()
            assert hashlib.sha256(originals[original.digest]).hexdigest() == original.digest
            assert len(originals[original.digest]) == original.length
        _examine(records, texts, originals)
    assert before == (path.read_bytes() if path.is_file() else b"")
    return Arrived(parcel.title, records, texts, originals, parcel.tally)


def _examine(records: Sequence[Record], texts: dict[str, str], originals: dict[str, bytes]) -> None:
    known = {record.guid: record for record in records}
    assert len(known) == len(records)
    for record in records:
        for field in references(type(record)):
            wanted = getattr(record, field)
            assert wanted is None or wanted in known, (record, field)
        if isinstance(record, Source):
            assert record.length == len(texts[record.text])
            assert record.original is None or record.original in originals
        if isinstance(record, Segment) and record.anchor == "text":
            source = known[record.source]
            assert isinstance(source, Source)
            assert 0 <= record.start < record.end <= source.length
