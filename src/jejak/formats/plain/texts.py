"""Sources with their texts and blocks, as the folder has them; a text that was edited is found out."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from ...model import Block, Record, Source
from ...model.message import say
from ...model.parcel import Batch, Original
from .block_places import spans_in
from .conflicts import mark_line
from .folder import Folder
from .front import parted
from .gathering import Gathering

__all__ = ["Texts", "originals_of", "written_texts"]


@dataclass(slots=True)
class Texts:
    """The sources of a folder: where the text of each lies, and which were edited outside of Jejak."""

    folder: Folder
    gathering: Gathering
    originals: dict[str, Original]
    edited: set[str] = field(default_factory=set)
    _names: dict[str, str] = field(default_factory=dict)

    def batches(self) -> Iterator[Batch]:
        """Each source with its text, its file and its blocks."""
        for name in self.folder.names("sources"):
            if name.endswith(".md"):
                yield from self._source(name)

    def text(self, source: str) -> str:
        """The text of a source that was read before."""
        values, body = parted(self.folder.content(self._names[source]))
        return _text(body, values.get("text"))

    def _source(self, name: str) -> Iterator[Batch]:
        values, text = self._read(name)
        if values is None:
            return
        told = values.pop("text", None)
        digest = _digest(text)
        self._check_original(values, name)
        whole = {**values, "text": digest, "length": len(text)}
        source = self.gathering.record(Source.KIND, whole, name)
        if source is None:
            return
        self._names[source.guid] = name
        if told != digest:
            self.edited.add(source.guid)
            self.folder.note(
                "edited-text",
                say(
                    "The text was edited outside of Jejak: its passages were placed by their words."
                ),
                name,
            )
        originals = [self.originals[values["original"]]] if values.get("original") else []
        yield Batch([source, *self._blocks(source, text, name)], [text], originals)

    def _read(self, name: str) -> tuple[dict[str, Any] | None, str]:
        content = self.folder.content(name)
        try:
            values, body = parted(content)
        except ValueError as error:
            self.folder.note(
                "broken-file",
                say("This file cannot be read and was left out: {reason}.", reason=str(error)),
                name,
            )
            return None, ""
        text = _text(body, values.get("text"))
        edited = _digest(text) != values.get("text")
        line = mark_line(body) if edited else None
        if line is not None:
            raise self.folder.conflict(name, content.count(b"\n") - body.count(b"\n") + line)
        if "\ufffd" in text and "\ufffd".encode() not in body:
            self.folder.note(
                "not-utf8",
                say("This text is not in UTF-8: what could not be read of it stands as �."),
                name,
            )
        return values, text

    def _check_original(self, values: dict[str, Any], name: str) -> None:
        if values.get("original") and values["original"] not in self.originals:
            self.folder.note(
                "original-missing", say("The original file is not there, or not what it was."), name
            )
            del values["original"]

    def _blocks(self, source: Record, text: str, name: str) -> Iterator[Record]:
        lines = list(self.folder.lines(f"{name.removesuffix('.md')}.blocks.jsonl"))
        if source.guid in self.edited:
            spans = spans_in(text, [values for _, values in lines])
            for (_, values), span in zip(lines, spans, strict=True):
                values["start"], values["end"] = span or (None, None)
        for where, values in lines:
            if values.get("start", 0) is None:
                message = say(
                    "The words of this block are not in the text any more; it was left out."
                )
                self.folder.note("block-gone", message, where)
                continue
            told = {key: value for key, value in values.items() if key not in {"opens", "closes"}}
            block = self.gathering.record(Block.KIND, {**told, "source": source.guid}, where)
            if block is not None:
                yield block


def _text(body: bytes, digest: object) -> str:
    """The text of some bytes; one that is not of that digest with its lines ended as texts of a study are."""
    text = body.decode(errors="replace")
    if hashlib.sha256(body).hexdigest() == digest:
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def originals_of(folder: Folder) -> dict[str, Original]:
    """The original files of a folder by their SHA-256; one that is not what it was is none."""
    found = {}
    for name in folder.names("originals"):
        digest, path = Path(name).name[:64], folder.path / name
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() == digest:
                found[digest] = Original(digest, path.stat().st_size, partial(_opened, path))
                continue
        folder.note(
            "original-changed",
            say("This file is not the one its name says; it was left out."),
            name,
        )
    return found


def _opened(path: Path) -> BinaryIO:
    return io.BufferedReader(io.FileIO(path))


def written_texts(
    folder: Folder, gathering: Gathering, kind: str, within: str, body: str
) -> Iterator[Record]:
    """What was written: memos or findings, one a file."""
    for name in folder.names(within):
        if not name.endswith(".md"):
            continue
        try:
            values, content = parted(folder.content(name))
            text = content.decode()
        except ValueError as error:
            folder.note(
                "broken-file",
                say("This file cannot be read and was left out: {reason}.", reason=str(error)),
                name,
            )
            continue
        line = None if values.pop("marks", False) else mark_line(content)
        if line is not None:
            before = folder.content(name).count(b"\n") - content.count(b"\n")
            raise folder.conflict(name, before + line)
        values.pop("by", None)
        record = gathering.record(kind, {**values, body: text}, name)
        if record is not None:
            yield record
