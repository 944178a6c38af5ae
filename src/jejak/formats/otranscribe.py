"""Transcripts of oTranscribe (``.otr``): a page with time stamps among its words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath, PureWindowsPath

from ..errors import UnreadableSource
from ..model import ReadBlock, Reading
from .decoding import decode
from .format import Format, ReadOptions
from .html import FORMAT as PAGE
from .language import guess_language
from .paragraphs import blocks_of_lines
from .stamps import Stamp, with_stamps
from .turns import find_turns

__all__ = ["FORMAT"]

_SPAN = re.compile(
    r"<span\b(?=[^>]*\bclass=[\"']?timestamp)[^>]*\bdata-timestamp=[\"']?([\d.]+)[^>]*>[^<]*</span>",
    re.IGNORECASE,
)
# A stamp while the page is read: letters that mean nothing to anybody.
_MARK = re.compile("\ue000(\\d+)\ue001[ \xa0]*")


def read(data: bytes, options: ReadOptions) -> Reading:
    """The words without the stamps; a block begins at each stamp, or turn where people are named."""
    text, encoding, problems = decode(data, options.encoding)
    told = _told(text)
    page = _SPAN.sub(_marked, re.sub("[\ue000\ue001]", "", told["text"]))
    inside = PAGE.read(page.encode(), ReadOptions(options.name, "utf-8"))
    words, stamps = _parted(inside.text)
    turns = find_turns(words)
    blocks = turns or tuple(_cut(blocks_of_lines(words), stamps, words))
    media = PurePath(PureWindowsPath(told.get("media") or "").name).name
    return Reading(
        format="otranscribe", medium="text", text=words, blocks=with_stamps(blocks, stamps),
        kind="interview", language=guess_language(words), encoding=encoding,
        metadata={"media": media} if media else {}, problems=problems,
    )  # fmt: skip


def _told(text: str) -> dict[str, str]:
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        raise UnreadableSource("corrupt", "The file is no transcript of oTranscribe.")
    return {name: value for name, value in found.items() if isinstance(value, str)}


def _marked(match: re.Match[str]) -> str:
    try:
        return f"\ue000{round(float(match[1]) * 1000)}\ue001"
    except ValueError:
        return ""


def _parted(text: str) -> tuple[str, list[Stamp]]:
    """The words, and where each stamp stood among them."""
    parts: list[str] = []
    stamps: list[Stamp] = []
    at = length = 0
    for match in _MARK.finditer(text):
        parts.append(text[at : match.start()])
        length += len(parts[-1])
        stamps.append(Stamp(length, length, int(match[1])))
        at = match.end()
    return "".join([*parts, text[at:]]), stamps


def _cut(blocks: Iterable[ReadBlock], stamps: Iterable[Stamp], text: str) -> Iterator[ReadBlock]:
    """The blocks, parted at the stamps inside."""
    places = {stamp.start for stamp in stamps}
    for block in blocks:
        inside = sorted(place for place in places if block.start < place < block.end)
        for start, end in zip([block.start, *inside], [*inside, block.end], strict=True):
            length = len(text[start:end].rstrip())
            if length:
                yield replace(block, start=start, end=start + length)


FORMAT = Format("otranscribe", (".otr",), read)
