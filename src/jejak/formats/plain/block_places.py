"""Where the blocks of a text stand once it was edited: found by how they begin and end, and by those beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .placing import AROUND

__all__ = ["spans_in"]

Span = tuple[int, int] | None


def spans_in(text: str, blocks: Sequence[Mapping[str, Any]]) -> list[Span]:
    """The stretch of each block (``start``, ``end`` of before; ``opens``, ``closes``) in their order.

    One whose own words were changed takes what stands between those beside it. ``None`` where a block is
    nowhere.
    """
    spans: list[Span] = []
    at = 0
    for block in blocks:
        span = _by_words(text, block, at)
        at = at if span is None else span[0]
        spans.append(span)
    for number, span in enumerate(spans):
        if span is None:
            spans[number] = _between(text, blocks, spans, number)
    return spans


def _by_words(text: str, block: Mapping[str, Any], at: int) -> Span:
    opens, closes = str(block.get("opens", "")), str(block.get("closes", ""))
    length = _length(block)
    if not opens:
        return (at, at) if not length else None
    start = text.find(opens, at)
    if start < 0 or len(opens) < AROUND:
        return None if start < 0 else (start, start + len(opens))
    # The end is where such words stand that is nearest to where it stood.
    ends: list[int] = []
    end = text.find(closes, start)
    while 0 <= end <= start + 2 * length + 100:
        ends.append(end + len(closes))
        end = text.find(closes, end + 1)
    return (start, min(ends, key=lambda one: abs(one - start - length))) if ends else None


def _between(
    text: str, blocks: Sequence[Mapping[str, Any]], spans: Sequence[Span], number: int
) -> Span:
    """What stands between the blocks beside, as far from each as it was; they must be there."""
    before = spans[number - 1] if number else (0, 0)
    last = number + 1 == len(blocks)
    after = (len(text), len(text)) if last else spans[number + 1]
    if before is None or after is None:
        return None
    gap = _place(blocks[number], "start") - (_place(blocks[number - 1], "end") if number else 0)
    end = after[0]
    if not last:
        end -= _place(blocks[number + 1], "start") - _place(blocks[number], "end")
    elif text.endswith("\n"):
        end -= 1
    start = before[1] + gap
    return (start, end) if gap >= 0 and before[1] <= start < end <= after[0] else None


def _length(block: Mapping[str, Any]) -> int:
    return _place(block, "end") - _place(block, "start")


def _place(block: Mapping[str, Any], name: str) -> int:
    place = block.get(name)
    return place if isinstance(place, int) else 0
