"""What a format makes of a file: text, blocks and problems, before any study is touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from .identity import new_guid
from .message import Problem
from .source import Block

__all__ = ["BLOCK_KINDS", "MEDIA", "BlockKind", "Medium", "ReadBlock", "Reading", "block_of"]

Medium = Literal["text", "pdf", "image", "audio", "video", "table"]
MEDIA: tuple[Medium, ...] = ("text", "pdf", "image", "audio", "video", "table")

BlockKind = Literal[
    "paragraph", "heading", "turn", "message", "post", "answer", "page", "row", "caption"
]
BLOCK_KINDS: tuple[BlockKind, ...] = (
    "paragraph", "heading", "turn", "message", "post", "answer", "page", "row", "caption",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """A stretch ``[start, end)`` of the text, in code points, that the format itself marks.

    ``level`` is a heading's depth from 1. ``label`` is a survey question, a page label or a column
    name. ``begin`` and ``finish`` are milliseconds in a recording; ``time`` is the clock time of a
    message or post. Blocks of one reading are sorted by start; pages may contain other blocks,
    otherwise blocks do not overlap.
    """

    kind: BlockKind
    start: int
    end: int
    level: int | None = None
    label: str | None = None
    speaker: str | None = None
    time: datetime | None = None
    begin: int | None = None
    finish: int | None = None
    url: str | None = None
    reply_to: str | None = None
    hashtags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    r"""A file as a format understood it.

    ``text`` has ``\\n`` line ends and no BOM and is otherwise as it came. ``kind`` is a guess at the
    kind of material (``interview``, ``posts``, ``survey``, ``document`` …), ``language`` at its
    language (``None`` where unsure). ``encoding`` is the one the bytes were decoded with, where
    that was a question.
    """

    format: str
    medium: Medium
    text: str
    blocks: tuple[ReadBlock, ...] = ()
    kind: str = "document"
    language: str | None = None
    encoding: str | None = None
    title: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def speakers(self) -> tuple[str, ...]:
        """The speakers in the order of their first words."""
        return tuple(dict.fromkeys(block.speaker for block in self.blocks if block.speaker))


def block_of(read: ReadBlock, source: str, number: int, guid: str | None = None) -> Block:
    """What a format marks as the block of a source (by its GUID), the ``number`` counted from 1."""
    extra = {"url": read.url, "reply_to": read.reply_to, "hashtags": list(read.hashtags)}
    return Block(
        guid=guid or new_guid(), source=source, number=number, kind=read.kind, start=read.start,
        end=read.end, level=read.level, label=read.label, speaker=read.speaker, time=read.time,
        begin=read.begin, finish=read.finish,
        extra={name: value for name, value in extra.items() if value},
    )  # fmt: skip
