"""Positions of other programs in a text, as code points of the text that a study keeps of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import Literal

from ..model.anchors import Utf16Index

__all__ = ["UNITS", "Offsets", "Unit", "same_words", "units_of"]

Unit = Literal["points", "utf16"]
UNITS: tuple[Unit, ...] = ("points", "utf16")
_LONE = re.compile("[\ud800-\udfff]")
_BOM = "\ufeff"


class Offsets:
    """A text as it came, the ``text`` that is kept of it (without a mark at its beginning, every line end
    as one sign), and the way from positions in the one to positions in the other."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        # Halves of signs that are nobody's: what cannot be written in any file.
        whole = _LONE.sub("�", raw)
        self.text = whole.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")
        self.mended = whole != raw
        self._gone = [0] * whole.startswith(_BOM)
        self._gone += [match.start() for match in re.finditer("\r\n", whole)]
        self._wide = Utf16Index.of(whole)

    def place(self, at: int, unit: Unit) -> int:
        """The code point of the kept text at a position of the text as it came; one outside stays
        outside."""
        size = self._wide.to_utf16(self._wide.length) if unit == "utf16" else len(self.raw)
        if not 0 <= at <= size:
            return at if at < 0 else len(self.text) + at - size
        point = self._wide.from_utf16(at) if unit == "utf16" else at
        return point - bisect_left(self._gone, point)


def units_of(
    texts: Iterable[tuple[Offsets, Iterable[tuple[int, int, str]]]], otherwise: Unit
) -> tuple[Unit, bool]:
    """In which units positions count, by the words that stand beside them: those in which more stand
    where they should, ``otherwise`` where that does not tell; and whether it told."""
    right = dict.fromkeys(UNITS, 0)
    for offsets, marks in texts:
        if offsets.raw.isascii():
            continue
        for start, end, words in marks:
            for unit in UNITS:
                found = offsets.text[offsets.place(start, unit) : offsets.place(end, unit)]
                right[unit] += same_words(found, words)
    other: Unit = "utf16" if otherwise == "points" else "points"
    told = right["points"] != right["utf16"]
    return (other if right[other] > right[otherwise] else otherwise), told


def same_words(one: str, other: str) -> bool:
    """Whether two texts are the same but for how their white space is written."""
    return one == other or one.split() == other.replace("\\n", "\n").split()
