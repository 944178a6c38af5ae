"""TextGrids of Praat, in their long and short form; each tier is somebody who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import isfinite

from ..errors import UnreadableSource
from ..model import Problem, Reading, say
from .captions import Caption, reading_of_captions, tiers_of
from .decoding import decode
from .format import Format, ReadOptions

__all__ = ["FORMAT"]

# Of all that stands in such a file Praat reads texts, numbers and flags; the rest is for people.
_TOKEN = re.compile(
    r'"((?:[^"]|"")*)"|(?<![\w\[.])(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)(?![\w\].])|<(\w+)>'
)
_FINER = re.compile(r"(?:^|\W)(?:phones?|phonemes?|segments?)$", re.IGNORECASE)
_WORDS = re.compile(r"(?:^|\W)words?$", re.IGNORECASE)
_OWNER = re.compile(r"\s*\W\s*\w+$")


def read(data: bytes, options: ReadOptions) -> Reading:
    """What is written on the tiers, in the order of time; empty intervals are silence.

    Tiers of sounds are left out, and tiers of single words where others have the whole; both is told.
    """
    text, encoding, problems = decode(data, options.encoding)
    if "TextGrid" not in text[:400]:
        raise UnreadableSource("corrupt", "The file is no TextGrid.")
    try:
        tiers = dict(_tiers(_Tokens(text)))
    except ValueError:
        raise UnreadableSource(
            "corrupt", "The TextGrid is broken or was cut short.", "It was left out."
        ) from None
    kept, told = _chosen(tiers)
    captions = sorted(
        (one for name in kept for one in tiers[name]), key=lambda one: (one.begin, one.finish)
    )
    return reading_of_captions("textgrid", captions, encoding=encoding, problems=(*problems, *told))


class _Tokens:
    """The texts and numbers of a file, one after the other."""

    def __init__(self, text: str) -> None:
        self._found = _TOKEN.finditer(text)

    def _next(self) -> re.Match[str]:
        match = next(self._found, None)
        if match is None:
            raise ValueError("end")
        return match

    def text(self) -> str:
        match = self._next()
        if match[1] is None:
            raise ValueError(match[0])
        return match[1].replace('""', '"')

    def number(self) -> float:
        match = self._next()
        value = float(match[2] or "nan")
        if not isfinite(value):
            raise ValueError(match[0])
        return value

    def flag(self) -> str:
        return self._next()[3] or ""


def _tiers(tokens: _Tokens) -> Iterator[tuple[str, list[Caption]]]:
    tokens.text(), tokens.text(), tokens.number(), tokens.number()
    count = int(tokens.number()) if tokens.flag() == "exists" else 0
    for number in range(1, count + 1):
        kind, name = tokens.text(), tokens.text().strip()
        tokens.number(), tokens.number()
        size = int(tokens.number())
        read_one = _point if kind == "TextTier" else _interval
        yield f"{number}", [read_one(tokens, name or f"{number}") for _ in range(size)]


def _interval(tokens: _Tokens, name: str) -> Caption:
    begin, finish = _millis(tokens.number()), _millis(tokens.number())
    return Caption(tokens.text().strip(), begin, finish, name)


def _point(tokens: _Tokens, name: str) -> Caption:
    at = _millis(tokens.number())
    return Caption(tokens.text().strip(), at, at, name)


def _millis(seconds: float) -> int:
    return max(round(seconds * 1000), 0)


def _chosen(tiers: dict[str, list[Caption]]) -> tuple[list[str], tuple[Problem, ...]]:
    """The tiers whose words are taken, and what is said of the others."""
    filled = {number: one for number, one in tiers.items() if any(c.words for c in one)}
    names = {number: one[0].speaker or "" for number, one in filled.items()}
    sounds = {number for number, name in names.items() if _FINER.search(name)}
    words = {number for number, name in names.items() if _WORDS.search(name)}
    kept = [number for number in filled if number not in sounds | words]
    kept = kept or [number for number in filled if number in words] or list(filled)
    left = [names[number] for number in filled if number not in kept]
    if not left:
        return kept, ()
    message = say(
        "Left out, because other tiers have the same words as a whole: {tiers}.", tiers=left
    )
    return kept, (Problem("tiers-left-out", message),)


def write(captions: Sequence[Caption]) -> bytes:
    """A tier of intervals for each speaker, silence between them as empty intervals. Where somebody
    speaks twice at once there are two tiers of one name, which Praat allows."""
    tiers = tiers_of(captions)
    end = max((one.finish for tier in tiers.values() for one in tier), default=1)
    lines = [
        'File type = "ooTextFile"', 'Object class = "TextGrid"', "",
        "xmin = 0", f"xmax = {_seconds(end)}", "tiers? <exists>", f"size = {len(tiers)}", "item []:",
    ]  # fmt: skip
    for number, tier in enumerate(tiers.values(), 1):
        intervals = list(_filled(tier, end))
        lines += [
            f"    item [{number}]:", '        class = "IntervalTier"',
            f"        name = {_quoted(tier[0].tier)}", "        xmin = 0",
            f"        xmax = {_seconds(end)}", f"        intervals: size = {len(intervals)}",
        ]  # fmt: skip
        for place, (begin, finish, words) in enumerate(intervals, 1):
            lines += [
                f"        intervals [{place}]:", f"            xmin = {_seconds(begin)}",
                f"            xmax = {_seconds(finish)}", f"            text = {_quoted(words)}",
            ]  # fmt: skip
    return ("\n".join(lines) + "\n").encode()


def _filled(tier: Sequence[Caption], end: int) -> Iterator[tuple[int, int, str]]:
    at = 0
    for one in tier:
        if one.begin > at:
            yield at, one.begin, ""
        yield one.begin, one.finish, one.words
        at = one.finish
    if at < end:
        yield at, end, ""


def _seconds(millis: int) -> str:
    return f"{millis // 1000}.{millis % 1000:03}".rstrip("0").removesuffix(".")


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


FORMAT = Format("textgrid", (".TextGrid",), read, write=write)
