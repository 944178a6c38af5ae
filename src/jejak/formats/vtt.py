"""Subtitles in WebVTT form; the voice (``<v Name>``) is kept as the speaker."""

from __future__ import annotations

import io
import re

from ..errors import MissingExtra, UnreadableSource
from ..model import Reading
from .captions import Caption, reading_of_captions
from .decoding import decode
from .format import Format, ReadOptions

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
    words = _TAG.sub("", raw).strip()
    begin, finish = (
        round(1000 * seconds)
        for seconds in (cue.start_in_seconds, cue.end_in_seconds)  # type: ignore[attr-defined]
    )
    return Caption(words, begin, finish, voice[1].strip() if voice else None)


FORMAT = Format("vtt", (".vtt",), read)
