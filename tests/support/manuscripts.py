"""Manuscripts as people write them: Word files with notes, tracked changes and runs cut anywhere."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any
from zipfile import ZipFile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

__all__ = ["members", "rebuilt", "words_of", "written"]


def written(paragraphs: Sequence[str], *, blocks: Sequence[str] = (), cut: int = 3) -> bytes:
    """A Word file of paragraphs, then block quotations: each paragraph in runs of ``cut`` characters,
    some of them bold; a deletion and an insertion that are tracked stand after the first."""
    file = docx.Document()
    for text in paragraphs:
        line = file.add_paragraph()
        for at in range(0, len(text), cut):
            line.add_run(text[at : at + cut]).bold = at % 2 == 1 or None
    for text in blocks:
        file.add_paragraph(text, style="Quote")
    first = file.paragraphs[0]._p
    first.append(_tracked("del", "delText", " dihapus"))
    first.append(_tracked("ins", "t", " Ditambah & rapi."))
    return _bytes(file)


def _tracked(kind: str, text: str, words: str) -> Any:
    words = words.replace("&", "&amp;")
    return parse_xml(
        f'<w:{kind} {nsdecls("w")} w:id="90" w:author="A" w:date="2026-01-01T00:00:00Z">'
        f'<w:r><w:{text} xml:space="preserve">{words}</w:{text}></w:r></w:{kind}>'
    )


def _bytes(file: Any) -> bytes:
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file by name."""
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words_of(data: bytes) -> list[str]:
    """The words of the body's paragraphs as another program reads them."""
    body = deepcopy(docx.Document(io.BytesIO(data)).element.body)
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    told = []
    for line in body.iter(f"{space}p"):
        parts = list(line.iter(f"{space}t"))
        told.append("".join(one.text or "" for one in parts))
    return [re.sub(r"\s+$", "", one) for one in told]


def rebuilt(data: bytes, parts: Mapping[str, str]) -> bytes:
    """A Word file with other parts in the place of its own."""
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in {**members(data), **parts}.items():
            archive.writestr(name, content)
    return stream.getvalue()
