"""A study into a folder of plain texts: the same study, the same bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from ...errors import NotFound
from ...model import (
    KINDS,
    Attribute,
    AttributeValue,
    Block,
    Case,
    Code,
    Coding,
    Finding,
    Memo,
    Question,
    Record,
    Segment,
    Source,
    StudyInfo,
    User,
)
from ...model.identity import name_key
from ...model.message import say
from ...model.parcel import Original, Tally
from ..projects import Outgoing, Sink
from .case_table import case_rows, headings, in_cells
from .codebook import tree
from .codings import Coded, coding_lines
from .conflicts import marked
from .front import with_front
from .layout import RECORDS, FileNames, line_order, told
from .placing import AROUND
from .scalars import block, json_line, yaml_lines

__all__ = ["FORM", "GIT", "VERSION", "write"]

FORM, VERSION = "jejak-plain", 1
# What git is told: no byte is changed on the way, and what is only added to is put together.
GIT = """\
* -text
changes.jsonl merge=union
records/links.jsonl merge=union
records/relations.jsonl merge=union
"""
_ENDING = re.compile(r"\.[a-z0-9]{1,8}")
_PIECE = 1 << 20


def write(outgoing: Outgoing, sink: Sink, tally: Tally) -> None:
    """Put a study into a sink as a folder of plain texts."""
    _Writing(outgoing, sink, tally).all()


class _Writing:
    def __init__(self, outgoing: Outgoing, sink: Sink, tally: Tally) -> None:
        self._out = outgoing
        self._sink = sink
        self._tally = tally

    def all(self) -> None:
        self._put(".gitattributes", iter([GIT.encode()]))
        self._study()
        self._sources()
        self._cases()
        self._texts(Memo, "memos", lambda memo: memo.title, "body")
        self._texts(Finding, "findings", lambda finding: finding.label, "statement")
        for kind, name in RECORDS.items():
            if kind != AttributeValue.KIND:
                self._lines(name, sorted(self._each(KINDS[kind]), key=line_order))
        self._history()

    def _each(self, kind: type[Any]) -> list[Any]:
        found = list(self._out.each(kind))
        self._tally.read[kind.KIND] += len(found)
        self._tally.written[kind.KIND] += len(found)
        return found

    def _put(self, name: str, content: Iterator[bytes]) -> None:
        self._sink.put(name, content)

    def _lines(self, name: str, records: list[Record]) -> None:
        if records:
            self._put(name, json_line(map(told, records)))

    # -- the study and its codebook ----------------------------------------------------------------

    def _study(self) -> None:
        study = self._each(StudyInfo)
        questions = sorted(self._each(Question), key=lambda one: (one.position, one.guid))
        users = sorted(self._each(User), key=lambda one: one.guid)
        content: dict[str, Any] = {"form": FORM, "version": VERSION}
        if study:
            content["study"] = block(told(study[0]))
        content["questions"] = [told(one) for one in questions]
        content["users"] = [told(one) for one in users]
        self._yaml("study.yaml", content)
        codes = self._each(Code)
        title = study[0].title if study else ""
        self._yaml("codebook.yaml", {"title": title, "codes": tree(codes)})
        self._coded = Coded.of(codes, users, self._each(Segment), self._each(Coding))

    def _yaml(self, name: str, content: dict[str, Any]) -> None:
        self._put(name, (f"{line}\n".encode() for line in yaml_lines(content)))

    # -- the material ------------------------------------------------------------------------------

    def _sources(self) -> None:
        sources = sorted(
            self._each(Source), key=lambda one: (name_key(one.name), one.name, one.guid)
        )
        blocks: dict[str, list[Block]] = {}
        for one in self._each(Block):
            blocks.setdefault(one.source, []).append(one)
        names = FileNames()
        for source in sources:
            self._source(source, f"sources/{names.give(source.name, source.guid)}", blocks)
        if sources:
            self._put("codings.jsonl", json_line(self._codings(sources)))
        self._originals(sources)

    def _source(self, source: Source, name: str, blocks: dict[str, list[Block]]) -> None:
        values = told(source)
        del values["length"]
        text = self._out.text(source.text)
        self._put(f"{name}.md", with_front(values, text))
        own = sorted(blocks.pop(source.guid, []), key=lambda one: (one.number, one.start, one.guid))
        if own:
            self._put(f"{name}.blocks.jsonl", json_line(_block(one, text) for one in own))

    def _codings(self, sources: list[Source]) -> Iterator[dict[str, Any]]:
        for source in sources:
            text = self._out.text(source.text) if source.guid in self._coded.segments else ""
            yield from coding_lines(source, text, self._coded)

    def _originals(self, sources: list[Source]) -> None:
        endings = {
            one.original: _ending(one.original_name) for one in reversed(sources) if one.original
        }
        former = self._out.former()
        for digest in sorted({*endings, *former[1]}):
            try:
                original = self._out.original(digest)
            except NotFound:
                message = say("The original file of a source does not go along.")
                self._tally.note("original-left", message, digest)
                continue
            self._put(f"originals/{digest}{endings.get(digest, '')}", _pieces(original))
        for digest in former[0]:
            text = self._out.text(digest)
            self._put(f"earlier/{digest}.txt", iter([text.encode("utf-8", "surrogatepass")]))

    # -- cases, and what was written ---------------------------------------------------------------

    def _cases(self) -> None:
        cases = {one.guid: one for one in self._each(Case)}
        columns = headings(self._out.each(Attribute))
        values = sorted(self._each(AttributeValue), key=line_order)
        cells = in_cells(values, cases, columns)
        if cases:
            self._put("cases.csv", case_rows(cases.values(), columns, cells))
        in_table = {one.guid for one in cells.values()}
        if values:
            self._put(RECORDS["value"], json_line(_value(one, in_table) for one in values))

    def _texts(self, kind: type[Any], folder: str, name: Callable[[Any], str], body: str) -> None:
        names = FileNames()
        for one in sorted(self._each(kind), key=lambda one: (name(one), one.guid)):
            values = told(one)
            text = str(values.pop(body, ""))
            if marked(text.encode("utf-8", "surrogatepass")):
                values["marks"] = True
            values["by"] = self._coded.coders.get(one.user, "")
            self._put(f"{folder}/{names.give(name(one), one.guid)}.md", with_front(values, text))

    def _history(self) -> None:
        lines = iter(self._out.history())
        first = next(lines, None)
        if first is not None:
            self._put("changes.jsonl", json_line(_with(first, lines)))


def _block(one: Block, text: str) -> dict[str, Any]:
    values = told(one)
    del values["source"]
    opens, closes = text[one.start : one.end][:AROUND], text[one.start : one.end][-AROUND:]
    return {**values, "opens": opens, "closes": closes}


def _value(one: AttributeValue, in_table: set[str]) -> dict[str, Any]:
    values = told(one)
    if one.guid in in_table:
        del values["value"]
    return values


def _with(first: Any, rest: Iterator[Any]) -> Iterator[Any]:
    yield first
    yield from rest


def _ending(name: str | None) -> str:
    ending = f".{(name or '').rpartition('.')[2].lower()}"
    return ending if _ENDING.fullmatch(ending) and "." in (name or "") else ""


def _pieces(original: Original) -> Iterator[bytes]:
    with original.open() as file:
        while piece := file.read(_PIECE):
            yield piece
