"""Markdown, kept as it is written; headings and front matter are recognised."""

from __future__ import annotations

import re

import yaml

from ..model import ReadBlock, Reading
from .decoding import decode
from .format import Format, ReadOptions
from .paragraphs import blocks_of_lines, reading_of_text

__all__ = ["FORMAT"]

_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*\s*$", re.MULTILINE)
_FRONT = re.compile(r"\A---\n(.*?)\n---(?:\n|\Z)", re.DOTALL)


def read(data: bytes, options: ReadOptions) -> Reading:
    """The text as it came; paragraphs and headings as blocks, front matter as metadata."""
    text, encoding, problems = decode(data, options.encoding)
    metadata = _front_matter(text)
    return reading_of_text(
        "markdown",
        text,
        tuple(_blocks(text)),
        encoding=encoding,
        title=metadata.get("title") or _first_heading(text),
        metadata=metadata,
        problems=problems,
    )


def _blocks(text: str) -> list[ReadBlock]:
    headings = {match.start(): match for match in _HEADING.finditer(text)}
    blocks: list[ReadBlock] = []
    for block in blocks_of_lines(text):
        start = block.start
        inside = sorted(at for at in headings if block.start <= at < block.end)
        for at in inside:
            if text[start:at].strip():
                blocks.append(ReadBlock("paragraph", start, len(text[:at].rstrip("\n"))))
            end = headings[at].end()
            blocks.append(ReadBlock("heading", at, end, level=len(headings[at][1])))
            start = min(end + 1, block.end)
        if text[start : block.end].strip():
            blocks.append(ReadBlock("paragraph", start, block.end))
    return blocks


def _first_heading(text: str) -> str | None:
    match = _HEADING.search(text)
    return match[2] if match else None


def _front_matter(text: str) -> dict[str, str]:
    match = _FRONT.match(text)
    if not match:
        return {}
    try:
        content = yaml.safe_load(match[1])
    except yaml.YAMLError:
        return {}
    if not isinstance(content, dict):
        return {}
    return {str(key): str(value) for key, value in content.items() if value is not None}


FORMAT = Format("markdown", (".md", ".markdown"), read)
