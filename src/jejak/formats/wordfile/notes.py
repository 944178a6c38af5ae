"""Notes put into a Word file: comments at its words, or footnotes after them."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Literal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ...errors import UnreadableSource
from .marking import Marks
from .reading import BODY, WordFile
from .signs import MAIN, STRICT, Para

__all__ = ["NOTE_FORMS", "Note", "NoteForm", "with_notes"]

NoteForm = Literal["comments", "footnotes"]
NOTE_FORMS: tuple[NoteForm, ...] = ("comments", "footnotes")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_RELATIONS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_CLOSING = "”»’\"'"


@dataclass(frozen=True, slots=True)
class Note:
    """A note at ``[start, end)`` of a paragraph (from 1): its lines, who wrote it and when."""

    paragraph: int
    start: int
    end: int
    lines: Sequence[str]
    author: str
    initials: str
    when: datetime


def with_notes(file: WordFile, notes: Sequence[Note], form: NoteForm) -> bytes:
    """The file with the notes in it; all else in it is as it was.

    Raises :class:`UnreadableSource` for a file that is put together as no Word file is.
    """
    if not notes:
        return file.data
    with ZipFile(io.BytesIO(file.data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
        writer = _Writer(file, parts, form)
        for note in notes:
            writer.put(note)
        changed = writer.changed()
        return _packed(archive, parts, changed)


def _packed(archive: ZipFile, parts: dict[str, bytes], changed: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with ZipFile(whole, "w") as made:
        for info in archive.infolist():
            made.writestr(info, changed.get(info.filename, parts[info.filename]))
        for name in sorted(changed.keys() - parts.keys()):
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            made.writestr(info, changed[name])
    return whole.getvalue()


class _Writer:
    def __init__(self, file: WordFile, parts: dict[str, bytes], form: NoteForm) -> None:
        self._file = file
        self._parts = parts
        self._form = form
        self._body = Marks(file.parts[BODY])
        self._name = f"word/{form}.xml"
        there = parts.get(self._name, b"")
        taken = [int(one) for one in re.findall(rb'\bid="(-?\d+)"', there)]
        taken += [
            int(one) for one in re.findall(rb'\bcommentReference\b[^>]*\bid="(\d+)"', parts[BODY])
        ]
        self._next = max([*taken, 0]) + 1
        self._entries: list[bytes] = []

    def put(self, note: Note) -> None:
        """Put one note in."""
        number, self._next = str(self._next), self._next + 1
        part, para = self._file.paras[note.paragraph - 1]
        if self._form == "comments":
            self._comment(note, number)
        elif part != BODY:
            self._at_mark(para, self._reference("footnoteReference", number))
        else:
            end = note.end
            while end < len(para.signs) and para.signs[end].char in _CLOSING:
                end += 1
            self._body.after(para.signs[end - 1], self._reference("footnoteReference", number))
        self._entries.append(self._entry(note, number))

    def _comment(self, note: Note, number: str) -> None:
        part, para = self._file.paras[note.paragraph - 1]
        end = self._body.element("commentRangeEnd", id=number) + self._reference(
            "commentReference", number
        )
        if part == BODY:
            begin = self._body.element("commentRangeStart", id=number)
            self._body.before(para.signs[note.start], begin)
            self._body.after(para.signs[note.end - 1], end)
        else:
            self._at_mark(para, self._reference("commentReference", number))

    def _at_mark(self, para: Para, content: bytes) -> None:
        """What cannot stand in a note stands at the note's mark."""
        run = self._file.parts[BODY].marks.get(para.note or "")
        if run is not None:
            self._body.after_run(run, content)

    def _reference(self, name: str, number: str) -> bytes:
        element = self._body.element
        look = b""
        if name == "footnoteReference":
            style = b""
            if "FootnoteReference" in self._file.styles:
                style = element("rStyle", val="FootnoteReference")
            look = element("rPr", style + element("vertAlign", val="superscript"))
        return element("r", look + element(name, id=number))

    def _entry(self, note: Note, number: str) -> bytes:
        lines = [_run(line) for line in note.lines]
        if self._form == "comments":
            body = "".join(f"<w:p>{line}</w:p>" for line in lines)
            when = note.when.strftime("%Y-%m-%dT%H:%M:%SZ")
            author, initials = escape(note.author), escape(note.initials)
            return (
                f'<w:comment xmlns:w="{self._space}" w:id="{number}" w:author="{author}"'
                f' w:date="{when}" w:initials="{initials}">{body}</w:comment>'
            ).encode()
        raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        mark = f'<w:r>{raised}<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
        lines[0] = mark + lines[0]
        body = "".join(f"<w:p>{line}</w:p>" for line in lines)
        return f'<w:footnote xmlns:w="{self._space}" w:id="{number}">{body}</w:footnote>'.encode()

    @property
    def _space(self) -> str:
        return STRICT if self._file.parts[BODY].strict else MAIN

    def changed(self) -> dict[str, bytes]:
        """The parts that are other now, by name."""
        found = {BODY: self._body.written()}
        there = self._parts.get(self._name)
        if there is None:
            there = self._empty()
            kind = self._form
            office = _OFFICE_STRICT if self._file.parts[BODY].strict else _OFFICE
            content = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
            found[_TYPES] = _before_end(
                self._parts[_TYPES],
                f'<Override PartName="/{self._name}" ContentType="{content}"/>'.encode(),
            )
            relations = self._parts.get(_RELATIONS, b"")
            taken = set(re.findall(rb'\bId="([^"]*)"', relations))
            own = next(
                f"rIdJejak{n}" for n in range(1, 1000) if f"rIdJejak{n}".encode() not in taken
            )
            found[_RELATIONS] = _before_end(
                relations,
                f'<Relationship Id="{own}" Type="{office}/{kind}" Target="{kind}.xml"/>'.encode(),
            )
        found[self._name] = _before_end(there, b"".join(self._entries))
        return found

    def _empty(self) -> bytes:
        inner = ""
        if self._form == "footnotes":
            for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
                inner += (
                    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p>'
                    "</w:footnote>"
                )
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return f'{head}<w:{self._form} xmlns:w="{self._space}">{inner}</w:{self._form}>'.encode()


def _run(line: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(line, quote=False)}</w:t></w:r>'


def _before_end(data: bytes, content: bytes) -> bytes:
    """A document with more at the end of its root."""
    last = data.rfind(b"</")
    if last >= 0:
        return data[:last] + content + data[last:]
    empty = re.search(rb"<([^\s<>/?!]+)([^<>]*)/>\s*$", data)
    if empty is None:
        raise UnreadableSource("corrupt", "The document is put together as no Word document is.")
    name, given = empty[1], empty[2]
    return data[: empty.start()] + b"<" + name + given + b">" + content + b"</" + name + b">"
