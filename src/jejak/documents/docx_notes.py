"""Footnotes of a Word file: a part of its own, which the library does not write."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from .docx_parts import element, note_mark, whole

__all__ = ["add_notes", "numbered_note"]

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def add_notes(file: Any, notes: Sequence[str]) -> None:
    """Put the paragraphs of the notes into the file, numbered from one in their order."""
    if not notes:
        return
    lines = (_line(-1, "separator"), _line(0, "continuationSeparator"))
    own = (f'<w:footnote w:id="{n}">{one}</w:footnote>' for n, one in enumerate(notes, 1))
    content = whole("footnotes", "".join((*lines, *own)))
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


def numbered_note(inner: str) -> str:
    """The words of a note, its number before them."""
    number = f'<w:r>{note_mark()}<w:footnoteRef/><w:t xml:space="preserve"> </w:t></w:r>'
    return number + inner


def _line(number: int, kind: str) -> str:
    """The line between the text and the notes of a page."""
    return f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
