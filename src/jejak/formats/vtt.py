"""Subtitles in WebVTT form; the voice (``<v Name>``) is kept as the speaker."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from html import unescape

from ..errors import MissingExtra, UnreadableSource
from ..model import Reading
from .captions import Caption, reading_of_captions
from .decoding import decode
from .format import Format, ReadOptions
from .srt import clock

__all__ = ["FORMAT"]

_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
_TAG = re.compile(r"<[^>\n]*>")


def read(data: bytes, options: ReadOptions) -> Reading:
    """The words of the cues, a line each."""
    try:
        import webvtt
    except ImportError:
        raise MissingExtra("files", "Reading WebVTT") from None
    text, encoding, problems = decode(data, options.encoding)
    try:
        cues = webvtt.from_buffer(io.StringIO(text)).captions
    except webvtt.errors.MalformedFileError as error:
        raise UnreadableSource("corrupt", f"The subtitles are broken: {error}.") from None
    return reading_of_captions(
        "vtt", [_caption(cue) for cue in cues], encoding=encoding, problems=problems
    )


def _caption(cue: object) -> Caption:
    raw = str(cue.raw_text)  # type: ignore[attr-defined]  # the library has no types
    voice = _VOICE.search(raw)
    words = unescape(_TAG.sub("", raw)).strip()
    begin, finish = _millis(cue.start), _millis(cue.end)  # type: ignore[attr-defined]
    return Caption(words, begin, finish, unescape(voice[1]).strip() if voice else None)


def _millis(clock_text: str) -> int:
    """A time as cues have it, ``01:02:03.456``: the library tells it in whole seconds only."""
    whole, _, rest = clock_text.partition(".")
    seconds = 0
    for part in whole.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds * 1000 + int(rest.ljust(3, "0")[:3] or 0)


def write(captions: Sequence[Caption]) -> bytes:
    """The captions as cues, each with the voice that speaks."""
    lines = ["WEBVTT\n"]
    for one in captions:
        words = "\n".join(filter(str.strip, one.words.split("\n"))) or "…"
        voice = f"<v {_safe(one.speaker)}>" if one.speaker else ""
        lines.append(f"{_clock(one.begin)} --> {_clock(one.finish)}\n{voice}{_safe(words)}\n")
    return "\n".join(lines).encode()


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(millis: int) -> str:
    return f"{clock(millis // 1000)}.{millis % 1000:03}"


FORMAT = Format("vtt", (".vtt",), read, write=write)
