"""Time stamps that stand in a transcript's text, and the times of its blocks by them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model import ReadBlock

__all__ = ["Stamp", "f4_stamps", "with_stamps"]

_F4 = re.compile(r"#(\d{1,2}):(\d{2}):(\d{2})-(\d)#")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time (ms) and the stretch ``[start, end)`` of the text where it stands; empty where it was
    taken out of the words."""

    start: int
    end: int
    millis: int


def f4_stamps(text: str) -> list[Stamp]:
    """The stamps of f4 and its kin, ``#00:01:02-3#``; nothing where there is only one."""
    found = [
        Stamp(match.start(), match.end(), _millis(match.groups())) for match in _F4.finditer(text)
    ]
    return found if len(found) > 1 else []


def _millis(parts: tuple[str, ...]) -> int:
    hours, minutes, seconds, tenths = map(int, parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + tenths * 100


def with_stamps(blocks: Sequence[ReadBlock], stamps: Sequence[Stamp]) -> tuple[ReadBlock, ...]:
    """The blocks with their times. A stamp at a block's head is when it begins, one at its tail when it
    ends and the next begins; a block that shares its stamp with one before has no beginning of its own.

    Blocks and stamps are in the order of the text, and blocks do not overlap.
    """
    found: list[ReadBlock] = []
    after = -1
    # Where the first stamp stands behind words, stamps tell ends: the first block begins with the recording.
    last = 0 if blocks and stamps and stamps[0].start > blocks[0].start else None
    at = 0
    for block in blocks:
        while at < len(stamps) and stamps[at].start <= block.start:
            if stamps[at].start > after:
                last = stamps[at].millis
            at += 1
        ends = at
        while ends < len(stamps) and stamps[ends].end < block.end:
            ends += 1
        finish = stamps[ends].millis if ends < len(stamps) else None
        found.append(_timed(block, last, finish))
        last, after = None, block.start
    return tuple(found)


def _timed(block: ReadBlock, begin: int | None, finish: int | None) -> ReadBlock:
    begin = block.begin if begin is None else begin
    if begin is None or (finish is not None and finish < begin):
        finish = None
    return replace(block, begin=begin, finish=finish)
