"""Word documents (.docx): the words as a reader of the finished document would see them.

Tracked insertions stand, deletions do not; content controls, text boxes, fields' results, tabs and
footnotes are read; hidden text is left out; each table row is a line, its cells parted by tabs (but
the cells of a table that holds tables, a layout, stand one after another).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..errors import UnreadableSource
from ..model import Reading
from .format import Format, ReadOptions
from .paragraphs import Paragraph, reading_of_paragraphs
from .zipped import local, open_archive, parse_xml, part

__all__ = ["FORMAT", "below", "words_in"]

_SKIPPED = {"del", "moveFrom", "instrText", "delText", "pPr", "sectPr", "tblPr", "tcPr", "trPr", "AlternateContent"}  # fmt: skip
_NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))


def read(data: bytes, _options: ReadOptions) -> Reading:
    """The paragraphs of the body, then the notes."""
    with open_archive(data) as archive:
        body = part(archive, "word/document.xml")
        if body is None:
            raise UnreadableSource("corrupt", "The file is no Word document.")
        levels = _styles(part(archive, "word/styles.xml"))
        paragraphs = list(_paragraphs(parse_xml(body), levels))
        for name, kind in _NOTES:
            notes = part(archive, name)
            if notes is not None:
                paragraphs += _notes(parse_xml(notes), kind, levels)
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        raise UnreadableSource("empty", "The document holds no words.")
    return reading_of_paragraphs("docx", paragraphs)


def _attribute(element: Any, name: str) -> str | None:
    for key, value in element.attrib.items():
        if local(key) == name:
            return str(value)
    return None


def _styles(body: bytes | None) -> dict[str, int]:
    """The heading level of each paragraph style that has one."""
    levels: dict[str, int] = {}
    if body is None:
        return levels
    for style in parse_xml(body):
        if local(style.tag) != "style":
            continue
        for below in style.iter():
            if local(below.tag) == "outlineLvl":
                levels[_attribute(style, "styleId") or ""] = int(_attribute(below, "val") or 0) + 1
        name = next((_attribute(b, "val") or "" for b in style if local(b.tag) == "name"), "")
        if name.lower().startswith("heading ") and name[8:].isdigit():
            levels[_attribute(style, "styleId") or ""] = int(name[8:])
    return levels


def _paragraphs(root: Any, levels: dict[str, int]) -> Iterator[Paragraph]:
    for element in root:
        tag = local(element.tag)
        if tag == "p":
            yield from _paragraph(element, levels)
        elif tag == "tbl":
            yield from _rows(element, levels)
        elif tag not in _SKIPPED:
            yield from _paragraphs(element, levels)


def _paragraph(element: Any, levels: dict[str, int]) -> Iterator[Paragraph]:
    boxes: list[Any] = []
    text = "".join(words_in(element, boxes))
    yield Paragraph(text, _level(element, levels))
    for box in boxes:
        yield from _paragraphs(box, levels)


def _level(element: Any, levels: dict[str, int]) -> int | None:
    for properties in element:
        if local(properties.tag) == "pPr":
            for below in properties:
                if local(below.tag) == "pStyle":
                    return levels.get(_attribute(below, "val") or "")
    return None


def _rows(table: Any, levels: dict[str, int]) -> Iterator[Paragraph]:
    """A line for each row; where a cell holds a table of its own, the cells one after another."""
    for row in below(table, "tr"):
        cells = list(below(row, "tc"))
        if any(local(inside.tag) == "tbl" for cell in cells for inside in cell.iter()):
            for cell in cells:
                yield from _paragraphs(cell, levels)
            continue
        told = [" ".join(p.text for p in _paragraphs(c, {}) if p.text.strip()) for c in cells]
        if any(told):
            yield Paragraph("\t".join(told), row=True)


def below(element: Any, wanted: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, those inside content controls too."""
    for child in element:
        tag = local(child.tag)
        if tag == wanted:
            yield child
        elif tag not in {"tr", "tc", *_SKIPPED}:
            yield from below(child, wanted)


_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}  # fmt: skip


def words_in(element: Any, boxes: list[Any]) -> Iterator[str]:
    """The words of an element; text boxes in it are put with ``boxes``."""
    for child in element:
        tag = local(child.tag)
        if tag == "t":
            yield child.text or ""
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag == "sym":
            yield chr(int(_attribute(child, "char") or "20", 16))
        elif tag == "txbxContent":
            boxes.append(child)
        elif tag == "AlternateContent":
            # The same box twice, in a new and an old form: one of them is read.
            choice = next((c for c in child if local(c.tag) == "Choice"), None)
            yield from words_in(choice if choice is not None else child, boxes)
        elif tag not in _SKIPPED and not _hidden(child):
            yield from words_in(child, boxes)


def _hidden(run: Any) -> bool:
    for properties in run:
        if local(run.tag) == "r" and local(properties.tag) == "rPr":
            return any(
                local(p.tag) == "vanish" and _attribute(p, "val") not in {"0", "false", "off"}
                for p in properties
            )
    return False


def _notes(root: Any, kind: str, levels: dict[str, int]) -> Iterator[Paragraph]:
    for note in root:
        if local(note.tag) == kind and _attribute(note, "type") in {None, "normal"}:
            yield from _paragraphs(note, levels)


FORMAT = Format("docx", (".docx", ".docm", ".dotx"), read, apart=True, archive=True)
