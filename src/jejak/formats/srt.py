"""Subtitles in SubRip form: one caption after another, with their times."""

from __future__ import annotations

import re

from ..errors import UnreadableSource
from ..model import Reading
from .captions import Caption, reading_of_captions
from .decoding import decode
from .format import Format, ReadOptions

__all__ = ["FORMAT"]

_TIME = re.compile(
    r"^\s*(\d{1,3}):(\d{2}):(\d{2})[,.](\d{1,3})\s*-->\s*(\d{1,3}):(\d{2}):(\d{2})[,.](\d{1,3})"
)
_TAG = re.compile(r"</?[a-zA-Z][^>\n]*>|\{\\[^}\n]*\}")
_SPEAKER = re.compile(r"^\s*(?:-\s*)?([A-Z][\w .'-]{0,30}):\s+")


def read(data: bytes, options: ReadOptions) -> Reading:
    """The words of the captions, a line each; a leading ``NAME:`` is the speaker."""
    text, encoding, problems = decode(data, options.encoding)
    captions = list(_captions(text))
    if not captions:
        raise UnreadableSource("corrupt", "The file holds no subtitle with a time.")
    return reading_of_captions("srt", captions, encoding=encoding, problems=problems)


def _captions(text: str) -> list[Caption]:
    found: list[Caption] = []
    for part in re.split(r"\n\s*\n", text):
        lines = part.strip("\n").split("\n")
        for number, line in enumerate(lines[:2]):
            match = _TIME.match(line)
            if match:
                words = _TAG.sub("", "\n".join(lines[number + 1 :])).strip()
                speaker = _SPEAKER.match(words)
                begin, finish = _millis(match.groups()[:4]), _millis(match.groups()[4:])
                found.append(Caption(words, begin, finish, speaker[1] if speaker else None))
                break
    return found


def _millis(parts: tuple[str, ...]) -> int:
    hours, minutes, seconds = (int(part) for part in parts[:3])
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + int(parts[3].ljust(3, "0"))


FORMAT = Format("srt", (".srt",), read)
