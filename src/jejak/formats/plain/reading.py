"""A folder of plain texts into a parcel, as people and version control have left it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ...errors import InvalidInput, UnreadableSource
from ...model import (
    KINDS,
    Attribute,
    AttributeValue,
    Code,
    Finding,
    Manuscript,
    Memo,
    Question,
    Record,
    StudyInfo,
    User,
)
from ...model.message import say
from ...model.parcel import Batch, Parcel, Tally
from ...model.plain import record_of
from ..projects import Opened, ProjectOptions
from .cases_in import CaseTable
from .codebook import below
from .coded import coded_records
from .folder import Folder
from .gathering import ANYWHERE, Gathering, batches
from .layout import RECORDS
from .texts import Texts, originals_of, written_texts
from .writing import FORM, VERSION

__all__ = ["read", "recognise"]


def recognise(path: Path) -> bool:
    """Whether a folder is a plain-text study."""
    try:
        with (path / "study.yaml").open("rb") as file:
            return FORM.encode() in file.read(200)
    except OSError:
        return False


def read(opened: Opened, options: ProjectOptions) -> Parcel:  # noqa: ARG001  (it asks nothing)
    """Read a folder. Raises :class:`UnreadableSource` where git left a conflict in it, where it is of a
    newer Jejak, and where what it begins with cannot be read."""
    folder = Folder(opened.path, Tally("plain", "Jejak"))
    folder.refuse_conflicts()
    study = folder.yaml("study.yaml")
    version = study.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise UnreadableSource(
            "newer", say("This folder was written by a newer Jejak."),
            say("Nothing was taken in. Bring Jejak up to date."),
        )  # fmt: skip
    reading = _Reading(folder, study, folder.yaml("codebook.yaml"))
    title = _title(study.get("study"))
    history = reading.history if folder.has("changes.jsonl") else None
    return Parcel(title, reading.batches(), folder.tally, history)


def _title(about: object) -> str:
    """The title of the study. Raises :class:`UnreadableSource` where it is not told what study it is."""
    try:
        info = record_of(StudyInfo.KIND, about if isinstance(about, dict) else {})
    except InvalidInput as error:
        raise UnreadableSource(
            "no-study",
            say("study.yaml does not say what study it is: {reason}", reason=str(error)),
            say("Nothing was taken in. Correct the file and try again."),
        ) from None
    return str(getattr(info, "title", ""))


class _Reading:
    def __init__(
        self, folder: Folder, study: Mapping[str, Any], codebook: Mapping[str, Any]
    ) -> None:
        self._folder = folder
        self._study = study
        self._codebook = codebook
        self._gathering = Gathering(folder)
        self._attributes: list[Attribute] = []
        self._told = False

    def batches(self) -> Iterator[Batch]:
        """Everything, each thing after what it refers to."""
        folder, gathering = self._folder, self._gathering
        yield Batch(list(self._beginning()))
        yield Batch(list(self._codes()))
        yield from self._earlier()
        files = originals_of(folder)
        texts = Texts(folder, gathering, files)
        yield from texts.batches()
        yield from batches(coded_records(folder, gathering, texts))
        yield from batches(written_texts(folder, gathering, Memo.KIND, "memos", "body"))
        table = CaseTable(folder, gathering)
        yield from batches(table.cases())
        for kind in KINDS:
            if kind == Finding.KIND:
                yield from batches(
                    written_texts(folder, gathering, Finding.KIND, "findings", "statement")
                )
            elif kind == Manuscript.KIND:
                for one in self._manuscripts():
                    yield Batch([one], (), [files[one.digest]] if one.digest in files else ())
            elif kind in RECORDS and kind not in ANYWHERE:
                yield from batches(self._lines(kind))
        tied = [one for kind in ANYWHERE for one in self._tied(kind, table)]
        yield Batch(gathering.tied(tied))
        folder.name_unknown()

    def history(self) -> Iterator[Mapping[str, object]]:
        """The lines of the history; broken ones are named the first time."""
        told, self._told = self._told, True
        for _, line in self._folder.lines("changes.jsonl", quiet=told):
            yield line

    def _tied(self, kind: str, table: CaseTable) -> Iterator[Record]:
        if kind == AttributeValue.KIND:
            return table.values(self._attributes)
        return self._lines(kind)

    def _several(self, kind: str, among: object, where: str) -> Iterator[Record]:
        for number, values in enumerate(among if isinstance(among, list) else [], 1):
            told = values if isinstance(values, dict) else {}
            record = self._gathering.record(kind, told, f"{where} {number}")
            if record is not None:
                yield record

    def _beginning(self) -> Iterator[Record]:
        about = self._study.get("study")
        yield from self._several(StudyInfo.KIND, [about] if about else [], "study.yaml: study")
        for kind, name in ((Question.KIND, "questions"), (User.KIND, "users")):
            yield from self._several(kind, self._study.get(name), f"study.yaml: {name}")

    def _codes(self) -> Iterator[Record]:
        # What lies below a code that cannot be read lies below the one above it.
        instead: dict[str | None, str | None] = {}
        for entry, above in below(self._codebook.get("codes")):
            values = {name: value for name, value in entry.items() if name != "children"}
            parent = instead.get(above, above)
            values |= {"parent": parent} if parent else {}
            where = f"codebook.yaml: {entry.get('name')}"
            record = self._gathering.record(Code.KIND, values, where)
            if record is not None:
                yield record
            elif entry["guid"] not in self._gathering.there[Code.KIND]:
                instead[entry["guid"]] = parent

    def _earlier(self) -> Iterator[Batch]:
        """Texts that the history alone names."""
        for name in self._folder.names("earlier") if self._folder.has("changes.jsonl") else ():
            yield Batch((), (self._folder.content(name).decode(errors="replace"),))

    def _manuscripts(self) -> Iterator[Manuscript]:
        return (one for one in self._lines(Manuscript.KIND) if isinstance(one, Manuscript))

    def _lines(self, kind: str) -> Iterator[Record]:
        for record in self._gathering.lines(kind, RECORDS[kind]):
            if isinstance(record, Attribute):
                self._attributes.append(record)
            yield record
