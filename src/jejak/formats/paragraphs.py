"""A text of paragraphs as a reading: turns where there are any, else paragraphs and headings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model import Problem, ReadBlock, Reading
from ..model.reading import BlockKind
from .language import guess_language
from .stamps import f4_stamps, with_stamps
from .turns import find_turns

__all__ = ["Paragraph", "blocks_of_lines", "reading_of_paragraphs", "reading_of_text"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as a walker found it; ``level`` is a heading's depth, ``row`` marks table rows."""

    text: str
    level: int | None = None
    row: bool = False


def blocks_of_lines(text: str) -> tuple[ReadBlock, ...]:
    """A paragraph for each run of lines between blank ones."""
    blocks: list[ReadBlock] = []
    start = at = 0
    inside = False
    for line in text.split("\n"):
        if line.strip() and not inside:
            start, inside = at, True
        elif not line.strip() and inside:
            blocks.append(ReadBlock("paragraph", start, at - 1))
            inside = False
        at += len(line) + 1
    if inside:
        blocks.append(ReadBlock("paragraph", start, len(text.rstrip("\n"))))
    return tuple(blocks)


def reading_of_text(
    format: str,
    text: str,
    blocks: tuple[ReadBlock, ...] | None = None,
    *,
    encoding: str | None = None,
    title: str | None = None,
    metadata: Mapping[str, str] | None = None,
    problems: tuple[Problem, ...] = (),
) -> Reading:
    """The reading of a text whose turns, and time stamps of f4, if it has any, are found here."""
    stamps = f4_stamps(text)
    turns = find_turns(text, timed=bool(stamps))
    found = turns or (blocks_of_lines(text) if blocks is None else blocks)
    return Reading(
        format=format,
        medium="text",
        text=text,
        blocks=with_stamps(found, stamps) if stamps else found,
        kind="interview" if turns or stamps else "document",
        language=guess_language(text),
        encoding=encoding,
        title=title,
        metadata=metadata or {},
        problems=problems,
    )


def reading_of_paragraphs(
    format: str,
    paragraphs: Iterable[Paragraph],
    *,
    encoding: str | None = None,
    title: str | None = None,
    problems: tuple[Problem, ...] = (),
) -> Reading:
    """The reading of paragraphs that a walker found, one line or more each."""
    parts: list[str] = []
    blocks: list[ReadBlock] = []
    at = 0
    for paragraph in paragraphs:
        if paragraph.text.strip():
            kind: BlockKind = (
                "heading" if paragraph.level else "row" if paragraph.row else "paragraph"
            )
            end = at + len(paragraph.text)
            blocks.append(ReadBlock(kind, at, end, level=paragraph.level))
        parts.append(paragraph.text)
        at += len(paragraph.text) + 1
    text = "\n".join(parts)
    return reading_of_text(
        format, text, tuple(blocks), encoding=encoding, title=title, problems=problems
    )
