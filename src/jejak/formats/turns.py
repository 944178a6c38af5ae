"""Speaker turns and chat messages in lines of text: the one recogniser for every format.

A turn is the whole of its lines, label included, so that the turns tile the text. Recognised:
``NAME: …``, ``[hh:mm:ss] NAME: …``, ``#hh:mm:ss-t# NAME: …``, ``NAME (hh:mm): …``, ``hh:mm:ss NAME: …`` and chat exports such as
``12/05/20 14.33 - NAME: …`` or ``[12/05/20, 14.33.10] NAME: …``. A line that begins no turn
continues the one before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from ..model import ReadBlock
from .talk import is_talk

__all__ = ["find_turns"]

_NAME = r"(?P<name>[^\W\d_][\w .'’\-/()]{0,38}?|[^\W\d_])"
_CLOCK = r"(?P<h>\d{1,2})[:.](?P<m>\d{2})(?:[:.](?P<s>\d{2}))?(?:[.,](?P<f>\d{1,3}))?"
_DATE = r"(?P<d1>\d{1,4})[/.\-](?P<d2>\d{1,2})[/.\-](?P<d3>\d{2,4})"
_HALF = r"(?:\s?(?P<half>[AaPp])\.?[Mm]\.?)?"
_CHAT = re.compile(
    rf"^\u200e?\[?{_DATE},?\s+{_CLOCK}{_HALF}\]?\s*(?:[-–]\s*)?(?P<name>[^:\n]{{1,60}}):(?:\s|$)"
)
_STAMPED = re.compile(rf"^[\[(]{_CLOCK}[\])]\s*{_NAME}\s*:(?:\s|$)")
_BARE_STAMP = re.compile(rf"^{_CLOCK}\s+[-–]?\s*{_NAME}\s*:(?:\s|$)")
_F4 = re.compile(
    rf"^#(?P<h>\d{{1,2}}):(?P<m>\d{{2}}):(?P<s>\d{{2}})-(?P<f>\d)#\s*{_NAME}\s*:(?:\s|$)"
)
_AFTER = re.compile(rf"^{_NAME}\s*[\[(]{_CLOCK}[\])]\s*:?(?:\s|$)")
_PLAIN = re.compile(rf"^{_NAME}\s*:(?:\s|$)")
_FORMS = (
    (_CHAT, "message"),
    (_STAMPED, "turn"),
    (_BARE_STAMP, "turn"),
    (_F4, "turn"),
    (_AFTER, "turn"),
    (_PLAIN, "turn"),
)
# Labels of a heading block that look like a speaker but are none.
_LABELS = {
    "date", "time", "place", "note", "notes", "title", "source", "url", "http", "https", "tanggal",
    "waktu", "tempat", "catatan", "judul", "sumber", "lokasi", "subject", "from", "to", "re",
    "author", "keywords", "abstract", "abstrak", "penulis", "kata kunci", "tahun", "year",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    kind: str
    speaker: str
    time: datetime | None
    millis: int | None


def find_turns(text: str, *, timed: bool = False) -> tuple[ReadBlock, ...]:
    """The turns of a transcript or chat; nothing where the text is none. ``timed``: time stamps in it
    say that it is one.

    It is one where at least three lines begin a turn, two speakers have one, one of them comes
    back, and turns begin a good part of the paragraphs. Labels that no time stands beside must
    moreover behave as people do who talk (see :mod:`jejak.formats.talk`): definitions, licences and
    lists have lines of that form, too.
    """
    found, lines = _scan(text)
    speakers = [turn.speaker for turn in found]
    enough = len(found) >= 3 and len(set(speakers)) >= 2 and len(set(speakers)) < len(speakers)
    if not enough or len(found) < 0.3 * lines or len(set(speakers)) > 0.6 * len(found) + 2:
        return ()
    ends = [turn.start for turn in found[1:]] + [len(text)]
    stamped = sum(turn.kind == "message" or turn.millis is not None for turn in found)
    words = [text[turn.start : end] for turn, end in zip(found, ends, strict=True)]
    if not timed and stamped < len(found) / 2 and not is_talk(speakers, words, len(found) / lines):
        return ()
    return tuple(_block(turn, text, end) for turn, end in zip(found, ends, strict=True))


def _scan(text: str) -> tuple[list[_Found], int]:
    found: list[_Found] = []
    start = paragraphs = 0
    blank = True
    for line in text.split("\n"):
        if line.strip():
            turn = _turn(line, start)
            if turn:
                found.append(turn)
            if turn or blank:
                paragraphs += 1
        blank = not line.strip()
        start += len(line) + 1
    return found, paragraphs


def _turn(line: str, start: int) -> _Found | None:
    head = line[:160]
    for form, kind in _FORMS:
        match = form.match(head)
        if match:
            speaker = " ".join(match["name"].split())
            if speaker.casefold() in _LABELS or len(speaker.split()) > 5:
                return None
            parts = match.groupdict()
            time = _moment(parts) if kind == "message" else None
            millis = _millis(parts) if kind == "turn" and parts.get("h") else None
            return _Found(start, kind, speaker, time, millis)
    return None


def _millis(parts: dict[str, str | None]) -> int:
    hours, minutes, seconds = (int(parts[key] or 0) for key in "hms")
    if parts["s"] is None:  # two numbers are minutes and seconds of a recording
        hours, minutes, seconds = 0, hours, minutes
    fraction = int((parts.get("f") or "0").ljust(3, "0"))
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction


def _moment(parts: dict[str, str | None]) -> datetime | None:
    one, two, three = (int(parts[key] or 0) for key in ("d1", "d2", "d3"))
    year, month, day = (one, two, three) if one > 31 else (three, two, one)
    if month > 12:
        month, day = day, month
    hour = int(parts["h"] or 0)
    half = (parts.get("half") or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    year += 2000 if year < 100 else 0
    try:
        minute, second = int(parts["m"] or 0), int(parts["s"] or 0)
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None


def _block(turn: _Found, text: str, end: int) -> ReadBlock:
    while end > turn.start and text[end - 1] in "\n \t":
        end -= 1
    return ReadBlock(
        turn.kind,  # type: ignore[arg-type]  # “turn” or “message”
        turn.start,
        end,
        speaker=turn.speaker,
        time=turn.time,
        begin=turn.millis,
    )
