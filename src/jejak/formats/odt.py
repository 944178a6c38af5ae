"""OpenDocument texts (.odt): paragraphs, headings, tables, notes; tracked deletions left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..errors import UnreadableSource
from ..model import Reading
from .format import Format, ReadOptions
from .paragraphs import Paragraph, reading_of_paragraphs
from .zipped import local, open_archive, parse_xml, part

__all__ = ["FORMAT"]

_SKIPPED = {
    "tracked-changes", "annotation", "annotation-end", "sequence-decls", "forms", "note-citation",
    "variable-decls", "user-field-decls", "index-title-template", "table-of-content-source",
}  # fmt: skip
# What describes a picture: its title, and the words for those who do not see it.
_PICTURES = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"


def read(data: bytes, _options: ReadOptions) -> Reading:
    """The paragraphs of the text; a note stands after the paragraph it belongs to."""
    with open_archive(data) as archive:
        if part(archive, "META-INF/manifest.xml") and b"encryption-data" in (
            part(archive, "META-INF/manifest.xml") or b""
        ):
            raise UnreadableSource("encrypted", "The document is locked with a password.")
        body = part(archive, "content.xml")
    if body is None:
        raise UnreadableSource("corrupt", "The file is no OpenDocument text.")
    texts = [
        e
        for e in parse_xml(body).iter()
        if local(e.tag) == "text" and e.tag.endswith("office:1.0}text")
    ]
    paragraphs = [paragraph for text in texts for paragraph in _paragraphs(text)]
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        raise UnreadableSource("empty", "The document holds no words.")
    return reading_of_paragraphs("odt", paragraphs)


def _attribute(element: Any, name: str) -> str | None:
    return next((str(v) for k, v in element.attrib.items() if local(k) == name), None)


def _paragraphs(root: Any) -> Iterator[Paragraph]:
    for element in root:
        tag = local(element.tag)
        if tag in {"p", "h"}:
            apart: list[Any] = []
            level = int(_attribute(element, "outline-level") or 1) if tag == "h" else None
            yield Paragraph("".join(_words(element, apart)), level)
            for box in apart:
                yield from _paragraphs(box)
        elif tag == "table-row":
            yield from _row(element)
        elif tag not in _SKIPPED:
            yield from _paragraphs(element)


def _row(row: Any) -> Iterator[Paragraph]:
    """One line; where a cell holds a table of its own, the cells one after another."""
    cells = [cell for cell in row if local(cell.tag) == "table-cell"]
    if any(local(inside.tag) == "table" for cell in cells for inside in cell.iter()):
        for cell in cells:
            yield from _paragraphs(cell)
        return
    told = [_cell(cell) for cell in cells]
    if any(told):
        yield Paragraph("\t".join(told), row=True)


def _cell(cell: Any) -> str:
    return " ".join(p.text for p in _paragraphs(cell) if p.text.strip())


def _words(element: Any, apart: list[Any]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        tag = local(child.tag)
        if tag == "s":
            yield " " * min(int(_attribute(child, "c") or 1), 1000)
        elif tag in {"tab", "line-break"}:
            yield "\t" if tag == "tab" else "\n"
        elif tag in {"note-body", "text-box"}:
            apart.append(child)
        elif tag not in _SKIPPED and not str(child.tag).startswith(_PICTURES):
            yield from _words(child, apart)
        yield child.tail or ""


FORMAT = Format("odt", (".odt", ".ott"), read, apart=True, archive=True)
