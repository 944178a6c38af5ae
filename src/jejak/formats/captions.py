"""Captions with times as a reading: what subtitle formats share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Problem, ReadBlock, Reading
from .language import guess_language

__all__ = ["Caption", "reading_of_captions"]


@dataclass(frozen=True, slots=True)
class Caption:
    """Words from ``begin`` to ``finish`` (ms) of a recording."""

    words: str
    begin: int
    finish: int
    speaker: str | None = None


def reading_of_captions(
    format: str,
    captions: Sequence[Caption],
    *,
    encoding: str | None,
    problems: tuple[Problem, ...] = (),
) -> Reading:
    """A line of text and a block for each caption that has words."""
    parts: list[str] = []
    blocks: list[ReadBlock] = []
    at = 0
    for caption in captions:
        if not caption.words:
            continue
        blocks.append(
            ReadBlock(
                "caption", at, at + len(caption.words), speaker=caption.speaker,
                begin=caption.begin, finish=caption.finish,
            )
        )  # fmt: skip
        parts.append(caption.words)
        at += len(caption.words) + 1
    text = "\n".join(parts)
    return Reading(
        format=format, medium="text", text=text, blocks=tuple(blocks), kind="interview",
        language=guess_language(text), encoding=encoding, problems=problems,
    )  # fmt: skip
