"""Transcripts as files, with their times, as they may leave a study."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from ..errors import InvalidInput
from ..formats import FORMATS
from ..formats.captions import Caption
from ..model import Block, Source
from ..store import Rows
from ..store.correcting import corrected
from ..store.outward import Outward
from .leaving import Leaving

__all__ = ["TRANSCRIPT_ENDINGS", "transcript_file"]

TRANSCRIPT_ENDINGS = (".srt", ".vtt", ".eaf", ".textgrid")
# What nobody says after it is shown for so long (ms), and so much longer for each sign.
_SHORTEST = 1000
_EACH = 60
_STAMP = re.compile(r"\s*#\d{1,2}:\d{2}:\d{2}-\d#")
_CLOCK = r"[\d:.,/\s#–-]+"


def transcript_file(rows: Rows, source: Source, ending: str) -> bytes:
    """The transcript of a source as a file: a caption for each stretch with a time.

    Words without a time stand with the caption before them. What has no end lasts until the next
    begins. Names that are known to be real are hidden. Raises :class:`InvalidInput` for another ending
    (``unknown-ending``) and a source without times (``no-times``), :class:`MissingExtra`.
    """
    format = next(
        (
            one
            for name in ("srt", "vtt", "eaf", "textgrid")
            if ending.lower() in map(str.lower, (one := FORMATS.get(name)).endings)
        ),
        None,
    )
    if format is None or format.write is None:
        raise InvalidInput(
            "unknown-ending", f"A transcript cannot be written as {ending or 'a file without an ending'}.",
            f"Use one of: {', '.join(TRANSCRIPT_ENDINGS)}.",
        )  # fmt: skip
    captions = _captions(rows, source)
    if not captions:
        raise InvalidInput(
            "no-times", f"“{source.name}” has no times of a recording.",
            "Nothing was written. Times come with the transcript (jejak formats).",
        )  # fmt: skip
    return format.write(captions)


def _captions(rows: Rows, source: Source) -> list[Caption]:
    whole, leaving = rows.text(source.text), Leaving(rows)
    blocks = [one for one in rows.each(Block, source=source.guid) if one.kind != "page"]
    blocks.sort(key=lambda one: (one.start, -one.end))
    edits = leaving.discretion.edits(whole)
    text, way = corrected(whole, edits), Outward(edits)
    found: list[Caption] = []
    ends: list[int | None] = []
    for block in blocks:
        start, end = way.there(block.start, block.end)
        speaker = leaving.text(block.speaker) if block.speaker else None
        words = _said(text[start:end], speaker)
        if not words:
            continue
        if block.begin is not None:
            found.append(Caption(words, block.begin, block.begin, speaker, _label(block, leaving)))
            ends.append(block.finish)
        elif found:
            found[-1] = replace(found[-1], words=f"{found[-1].words}\n{words}")
    return list(_ended(found, ends))


def _label(block: Block, leaving: Leaving) -> str | None:
    return leaving.text(block.label) if block.label and block.kind == "caption" else None


def _said(words: str, speaker: str | None) -> str:
    """Words without the time stamps and the speaker's name before them."""
    words = _STAMP.sub("", words).strip()
    if speaker is None:
        return words
    name = r"\s+".join(map(re.escape, speaker.split()))
    head = re.match(rf"{_BEFORE}{name}\s*(?:[\[(]{_CLOCK}[\])]\s*:?|:)\s*", words)
    return words[head.end() :].strip() if head else words


_BEFORE = rf"(?:[\[(]?{_CLOCK}[\])]?\s*[-–]?\s*)?"


def _ended(captions: Sequence[Caption], ends: Sequence[int | None]) -> Iterable[Caption]:
    nexts = [after.begin for _, after in pairwise(captions)]
    for one, end, after in zip_longest(captions, ends, nexts):
        if end is not None and end >= one.begin:
            yield replace(one, finish=end)
        elif after is not None and after > one.begin:
            yield replace(one, finish=after)
        else:
            yield replace(one, finish=one.begin + max(_SHORTEST, _EACH * len(one.words)))
