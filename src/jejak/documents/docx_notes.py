"""Footnotes of a Word file: a part of its own, which the library does not write."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from .docx_parts import element

__all__ = ["add_notes"]

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def add_notes(file: Any, notes: Sequence[Any]) -> None:
    """Put the paragraphs of the notes into the file, numbered from one in their order."""
    if not notes:
        return
    root = element("footnotes")
    for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
        root.append(_line(number, kind))
    for number, paragraph in enumerate(notes, 1):
        own = element("footnote", id=str(number))
        paragraph.insert(1, _number())
        own.append(paragraph)
        root.append(own)
    content = import_module("lxml.etree").tostring(
        root, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    packuri = import_module("docx.opc.packuri").PackURI
    part = import_module("docx.opc.part").Part(
        packuri("/word/footnotes.xml"), _TYPE, content, file.part.package
    )
    file.part.relate_to(part, _RELATION)
    settings = file.settings.element
    places = element("footnotePr")
    for number in (-1, 0):
        places.append(element("footnote", id=str(number)))
    settings.insert_element_before(
        places, "w:endnotePr", "w:compat", "w:docVars", "w:rsids", "m:mathPr", "w:attachedSchema",
        "w:themeFontLang", "w:clrSchemeMapping", "w:shapeDefaults", "w:decimalSymbol",
    )  # fmt: skip


def _line(number: int, kind: str) -> Any:
    """The line between the text and the notes of a page."""
    own, paragraph, run = element("footnote", type=kind, id=str(number)), element("p"), element("r")
    run.append(element(kind))
    paragraph.append(run)
    own.append(paragraph)
    return own


def _number() -> Any:
    """The number before the words of a note."""
    run, look, space = element("r"), element("rPr"), element("t")
    look.append(element("rStyle", val="FootnoteReference"))
    run.append(look)
    run.append(element("footnoteRef"))
    space.text = " "
    space.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(space)
    return run
