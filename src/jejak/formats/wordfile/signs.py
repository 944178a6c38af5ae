"""The characters of a Word file's part, each with the bytes it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

from ...errors import UnreadableSource

__all__ = ["MAIN", "STRICT", "Para", "Part", "Piece", "Run", "Sign", "read_part"]

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
# What a reader of the finished document does not see, or what nothing can be hung on.
_SKIPPED = {"del", "moveFrom", "instrText", "delText", "Fallback", "txbxContent", "sectPr"}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_TAG = re.compile(rb"<(?:[^\"'>]|\"[^\"]*\"|'[^']*')*>")


@dataclass(slots=True, eq=False)
class Run:
    """A run: from ``start`` to ``end``, its content between ``inside`` and ``outside``; ``tag`` and
    ``look`` are what another run needs to look the same. All positions are of bytes."""

    start: int
    inside: int
    tag: bytes
    look: bytes = b""
    outside: int = -1
    end: int = -1
    hidden: bool = False


@dataclass(slots=True, eq=False)
class Piece:
    """An element with text in a run, or one that stands for a sign (``text`` false)."""

    start: int
    inside: int
    text: bool
    preserves: bool
    outside: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Sign:
    """A character at the bytes ``[start, end)``."""

    char: str
    start: int
    end: int
    run: Run
    piece: Piece


@dataclass(slots=True)
class Para:
    """A paragraph: its characters, the name of its style, how far it is indented on the left (in
    twentieths of a point), whether it is a point of a list, and the note it stands in."""

    signs: list[Sign] = field(default_factory=list)
    style: str = ""
    indent: int = 0
    listed: bool = False
    note: str | None = None

    @property
    def text(self) -> str:
        """Its characters as a text."""
        return "".join(sign.char for sign in self.signs)


@dataclass(slots=True)
class Part:
    """A part of the file: its paragraphs, the prefix of its elements (``w:``), and the runs that hold
    the marks of notes, by the notes’ ids with their kind (``footnote 3``)."""

    data: bytes
    prefix: str
    strict: bool
    paras: list[Para]
    marks: dict[str, Run]


def read_part(data: bytes) -> Part:
    """The characters of a part. Raises :class:`UnreadableSource`."""
    head = data[:200].lower()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or (
        b"encoding" in head and b"utf-8" not in head
    ):
        raise UnreadableSource("corrupt", "The document is not written in UTF-8.")
    reader = _Reader(data)
    try:
        reader.read()
    except ExpatError:
        raise UnreadableSource(
            "corrupt", "The document is broken or was cut short.", "It was left out."
        ) from None
    return Part(data, reader.prefix, reader.strict, reader.paras, reader.marks)


def _tag_end(data: bytes, start: int) -> int:
    """Where the tag that begins at ``start`` ends."""
    found = _TAG.match(data, start)
    return len(data) if found is None else found.end()


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.prefix = ""
        self.strict = False
        self.paras: list[Para] = []
        self.marks: dict[str, Run] = {}
        self._stack: list[str] = []
        self._skipping = 0
        self._para: list[Para] = []
        self._run: Run | None = None
        self._piece: Piece | None = None
        self._look = -1
        self._note: str | None = None
        self._parser = ParserCreate()
        # What is done where an element begins and ends, by its name.
        self._begins: dict[str, Callable[[int, dict[str, str]], None]] = {
            "p": self._on_p, "footnote": self._on_footnote, "endnote": self._on_endnote,
            "pStyle": self._on_style, "ind": self._on_indent, "numPr": self._on_list, "r": self._on_r,
            "rPr": self._on_look, "vanish": self._on_vanish, "t": self._on_t,
            "footnoteReference": self._on_footnote_mark, "endnoteReference": self._on_endnote_mark,
        }  # fmt: skip
        self._ends: dict[str, Callable[[int], None]] = {
            "p": self._after_p, "r": self._after_r, "rPr": self._after_look, "t": self._after_t,
        }  # fmt: skip

    def read(self) -> None:
        """Read it all."""
        self._parser.buffer_text = False
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._chars
        self._parser.StartDoctypeDeclHandler = _refuse
        self._parser.Parse(self.data, True)  # noqa: FBT003  (the last piece)

    def _local(self, name: str) -> str:
        before, _, local = name.rpartition(":")
        return local if f"{before}:" == self.prefix or (not before and not self.prefix) else name

    def _start(self, name: str, given: dict[str, str]) -> None:
        if not self._stack:
            self._root(given)
        local = self._local(name)
        bare = name.rpartition(":")[2]
        self._stack.append(local)
        if self._skipping or local in _SKIPPED or bare == "Fallback":
            self._skipping += 1
            return
        begin = self._begins.get(local)
        at = self._parser.CurrentByteIndex
        if begin is not None:
            begin(at, given)
        elif local in _SIGNS and self._in_run():
            self._sign(at, _SIGNS[local])

    def _root(self, given: dict[str, str]) -> None:
        for name, address in given.items():
            if name.startswith("xmlns") and address in {MAIN, STRICT}:
                own = name.partition(":")[2]
                self.prefix = f"{own}:" if own else ""
                self.strict = address == STRICT

    def _end(self, name: str) -> None:
        self._stack.pop()
        if self._skipping:
            self._skipping -= 1
            return
        close = self._ends.get(self._local(name))
        if close is not None:
            close(self._parser.CurrentByteIndex)

    # --- paragraphs and notes ---

    def _on_p(self, _at: int, _given: dict[str, str]) -> None:
        self._para.append(Para(note=self._note))

    def _after_p(self, _at: int) -> None:
        self.paras.append(self._para.pop())

    def _on_footnote(self, _at: int, given: dict[str, str]) -> None:
        self._begin_note("footnote", given)

    def _on_endnote(self, _at: int, given: dict[str, str]) -> None:
        self._begin_note("endnote", given)

    def _begin_note(self, kind: str, given: dict[str, str]) -> None:
        self._note = f"{kind} {given.get(f'{self.prefix}id', '')}"

    def _value(self, given: dict[str, str], name: str = "val") -> str:
        return given.get(f"{self.prefix}{name}", "")

    def _on_style(self, _at: int, given: dict[str, str]) -> None:
        if self._para:
            self._para[-1].style = self._value(given)

    def _on_indent(self, _at: int, given: dict[str, str]) -> None:
        told = self._value(given, "left") or self._value(given, "start")
        if self._para and told.lstrip("-").isdigit():
            self._para[-1].indent = int(told)

    def _on_list(self, _at: int, _given: dict[str, str]) -> None:
        if self._para:
            self._para[-1].listed = True

    # --- runs ---

    def _in_run(self) -> bool:
        return self._run is not None and bool(self._para) and self._piece is None and self._look < 0

    def _on_r(self, at: int, _given: dict[str, str]) -> None:
        end = _tag_end(self.data, at)
        self._run = Run(at, end, self.data[at:end])

    def _after_r(self, at: int) -> None:
        run = self._run
        if run is not None and not run.tag.endswith(b"/>"):
            run.outside, run.end = at, _tag_end(self.data, at)
        self._run = None

    def _on_look(self, at: int, _given: dict[str, str]) -> None:
        if self._run is not None and self._stack[-2:-1] == ["r"]:
            self._look = at

    def _after_look(self, at: int) -> None:
        if self._look >= 0 and self._run is not None and self._stack[-1:] == ["r"]:
            end = _tag_end(self.data, self._look)
            if not self.data[self._look : end].endswith(b"/>"):
                end = _tag_end(self.data, at)
            self._run.look, self._run.inside = self.data[self._look : end], end
            self._look = -1

    def _on_vanish(self, _at: int, given: dict[str, str]) -> None:
        if self._run is not None and self._look >= 0:
            self._run.hidden = self._value(given) not in {"0", "false", "off"}

    def _on_t(self, at: int, given: dict[str, str]) -> None:
        if self._in_run():
            end = _tag_end(self.data, at)
            self._piece = Piece(at, end, text=True, preserves=given.get("xml:space") == "preserve")

    def _after_t(self, at: int) -> None:
        piece, self._piece = self._piece, None
        if piece is not None:
            piece.outside = at
            piece.end = _tag_end(self.data, at)

    def _sign(self, at: int, char: str) -> None:
        run = self._run
        assert run is not None
        if not run.hidden:
            end = _tag_end(self.data, at)
            piece = Piece(at, at, text=False, preserves=False, outside=end, end=end)
            self._para[-1].signs.append(Sign(char, at, end, run, piece))

    def _chars(self, text: str) -> None:
        run, piece = self._run, self._piece
        if self._skipping or run is None or piece is None or run.hidden:
            return
        at = self._parser.CurrentByteIndex
        signs = self._para[-1].signs
        if self.data[at : at + 1] == b"&" and len(text) == 1:
            signs.append(Sign(text, at, self.data.index(b";", at) + 1, run, piece))
            return
        for char in text:
            size = len(char.encode())
            signs.append(Sign(char, at, at + size, run, piece))
            at += size

    def _on_footnote_mark(self, _at: int, given: dict[str, str]) -> None:
        self._mark("footnote", given)

    def _on_endnote_mark(self, _at: int, given: dict[str, str]) -> None:
        self._mark("endnote", given)

    def _mark(self, kind: str, given: dict[str, str]) -> None:
        if self._run is not None:
            self.marks[f"{kind} {self._value(given, 'id')}"] = self._run


def _refuse(*_given: Any) -> None:
    raise UnreadableSource(
        "hostile", "The document declares what no Word document declares.", "It was left out."
    )
