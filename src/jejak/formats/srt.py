"""Subtitles in SubRip form: one caption after another, with their times."""

from __future__ import annotations

import re
from collections.abc import Sequence

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


def write(captions: Sequence[Caption]) -> bytes:
    """The captions, numbered; who speaks stands before the words, as it is read."""
    lines = []
    for number, one in enumerate(captions, 1):
        words = "\n".join(filter(str.strip, one.words.split("\n"))) or "…"
        said = one.speaker is None or words.startswith(f"{one.speaker}:")
        words = words if said else f"{one.speaker}: {words}"
        lines.append(f"{number}\n{_clock(one.begin)} --> {_clock(one.finish)}\n{words}\n")
    return "\n".join(lines).encode()


def _clock(millis: int) -> str:
    return f"{clock(millis // 1000)},{millis % 1000:03}"


def clock(seconds: int) -> str:
    """Seconds as subtitles have them: ``01:02:03``."""
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _millis(parts: tuple[str, ...]) -> int:
    hours, minutes, seconds = (int(part) for part in parts[:3])
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + int(parts[3].ljust(3, "0"))


FORMAT = Format("srt", (".srt",), read, write=write)
