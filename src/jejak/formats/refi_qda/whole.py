"""The part of a project's archive that Jejak alone reads: the study as it is, entity by entity.

It holds as long as the project file beside it is the one it was written with; once another program changed
that, the project file is what counts.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from ...errors import InvalidInput, UnreadableSource
from ...model import KINDS, Record, Source, say
from ...model.codec import spec_of
from ...model.parcel import Batch, Original, Parcel, Tally
from ...model.plain import record_of
from ..projects import Outgoing
from .archive import Archive

__all__ = ["NAME", "whole_lines", "whole_parcel"]

NAME = "jejak.jsonl"
_FORM = 1
_BATCH = 5_000


def whole_lines(
    study: Outgoing, project: str, files: Mapping[str, tuple[str, bool]]
) -> Iterator[bytes]:
    """The lines of it: what it goes with (the digest of the ``project`` file), where texts and files are,
    the history, every entity (some of a kind a line, as rows of its fields)."""
    yield _line("jejak", {"form": _FORM, "project": project})
    for name, (digest, text) in files.items():
        yield _line("text" if text else "file", {"digest": digest, "in": name})
    for line in study.history():
        yield _line("change", line)
    for kind, record in KINDS.items():
        names = spec_of(kind).names
        for some in study.values(record):
            if some:
                yield _line(kind, {"fields": names, "rows": some})


def _line(kind: str, value: Mapping[str, object]) -> bytes:
    """A line of JSON. What UTF-8 cannot hold is escaped, as JSON can."""
    try:
        return msgspec.json.encode({kind: value}) + b"\n"
    except UnicodeEncodeError:
        plain = msgspec.to_builtins({kind: value}, builtin_types=(str,))
        return json.dumps(plain).encode() + b"\n"


def whole_parcel(archive: Archive, tally: Tally) -> Parcel | None:
    """The study that an archive holds as it is; ``None`` where it holds none that still goes with it."""
    info = archive.named(NAME)
    if info is None:
        return None
    with archive.open(info) as file:
        first = _told(file.readline())
    hashed = hashlib.sha256()
    for piece in archive.pieces(archive.project):
        hashed.update(piece)
    if first is None or first[0] != "jejak" or first[1].get("project") != hashed.hexdigest():
        tally.note("changed-since", say("The archive came from Jejak and was changed since by another program; what "
                                        "only Jejak keeps in it was left."))  # fmt: skip
        return None
    whole = _Whole(archive, tally)
    title = next((one.title for one in whole.first.records if one.KIND == "study"), "")  # type: ignore[attr-defined]
    history = whole.history if whole.has_history else None
    return Parcel(title, whole.batches(), tally, history)


def _told(line: bytes) -> tuple[str, dict[str, Any]] | None:
    try:
        ((kind, told),) = json.loads(line).items()
    except (ValueError, AttributeError):
        return None
    return (kind, told) if isinstance(told, dict) else None


class _Whole:
    """The lines of one archive."""

    def __init__(self, archive: Archive, tally: Tally) -> None:
        self._archive = archive
        self._tally = tally
        self._files: dict[tuple[str, str], str] = {}
        self.has_history = False
        self._rest = self._lines()
        head: list[Record] = []
        self._next: tuple[str, dict[str, Any]] | None = None
        for kind, told in self._rest:
            if kind in {"text", "file"}:
                self._files[kind, str(told["digest"])] = str(told["in"])
            elif kind == "change":
                self.has_history = True
            elif kind in {"study", "question", "user"}:
                head += self._records(kind, told)
            elif kind in KINDS:
                self._next = kind, told
                break
        self.first = Batch(head)

    def _lines(self) -> Iterator[tuple[str, dict[str, Any]]]:
        info = self._archive.named(NAME)
        assert info is not None
        with self._archive.open(info) as file:
            for number, line in enumerate(file, 1):
                told = _told(line)
                if told is None:
                    raise UnreadableSource(
                        "corrupt", f"Line {number} of {NAME} is broken.",
                        "Nothing was taken. Take that file out of the archive to read what other programs read.",
                    )  # fmt: skip
                yield told

    def _records(self, kind: str, told: Mapping[str, Any]) -> list[Record]:
        try:
            names, rows = told["fields"], told["rows"]
            found = [record_of(kind, dict(zip(names, row, strict=True))) for row in rows]
        except (InvalidInput, KeyError, TypeError, ValueError) as error:
            raise UnreadableSource(
                "corrupt", f"{NAME} tells of a {kind} that is none: {error}", "Nothing was taken."
            ) from None
        self._tally.read[kind] += len(found)
        return found

    def history(self) -> Iterator[Mapping[str, object]]:
        """The lines of the history."""
        begun = False
        for kind, told in self._lines():
            if kind == "change":
                begun = True
                yield told
            elif begun:
                return

    def batches(self) -> Iterator[Batch]:
        """The entities, with the texts and files that sources name."""
        yield Batch(self.first.records, *self._former())
        records: list[Record] = []
        texts: list[str] = []
        originals: list[Original] = []
        if self._next is not None:
            records += self._records(*self._next)
            self._contents(records, texts, originals)
        last = self._next[0] if self._next else ""
        for kind, told in self._rest:
            if len(records) >= _BATCH or (kind != last and records):
                yield Batch(records, texts, originals)
                records, texts, originals = [], [], []
            last = kind
            if kind in KINDS:
                more = self._records(kind, told)
                self._contents(more, texts, originals)
                records += more
        yield Batch(records, texts, originals)

    def _contents(
        self, records: Iterable[Record], texts: list[str], originals: list[Original]
    ) -> None:
        for record in records:
            if isinstance(record, Source):
                texts.append(self._text(record.text))
                if record.original:
                    originals.append(self._original(record.original))

    def _former(self) -> tuple[list[str], list[Original]]:
        """What the history alone names."""
        texts = [
            digest
            for (kind, digest), name in self._files.items()
            if kind == "text" and _apart(name)
        ]
        files = [
            digest
            for (kind, digest), name in self._files.items()
            if kind == "file" and _apart(name)
        ]
        return [self._text(one) for one in texts], [self._original(one) for one in files]

    def _text(self, digest: str) -> str:
        name = self._files.get(("text", digest), "")
        info = self._archive.named(name)
        if info is None:
            return ""
        return b"".join(self._archive.pieces(info)).decode("utf-8", "surrogatepass")

    def _original(self, digest: str) -> Original:
        info = self._archive.named(self._files.get(("file", digest), ""))
        if info is None:
            raise UnreadableSource(
                "corrupt", "A file of the study is not in the archive.", "Nothing was taken."
            )
        return Original(digest, info.file_size, lambda: self._archive.open(info))  # type: ignore[arg-type,return-value]


def _apart(name: str) -> bool:
    return name.startswith("Jejak/")
