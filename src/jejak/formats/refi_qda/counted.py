"""A text as another program counts it, and as a study does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from ...model.anchors import Utf16Index

__all__ = ["ENDS", "LINES", "UNITS", "Counting", "Text"]

UNITS = ("points", "utf16")
LINES = ("file", "one", "two")
ENDS = ("behind", "last")


@dataclass(frozen=True, slots=True)
class Counting:
    """A way of counting: ``unit`` (code points, UTF-16 units), what a line end counts (as in the ``file``,
    ``one``, ``two``), whether a byte order mark does, and whether an end is the place ``behind`` the last
    sign or that of the ``last`` sign itself."""

    unit: str = "points"
    lines: str = "file"
    mark: bool = True
    end: str = "behind"


class Text:
    """A text as its file has it, and as a study keeps it: with plain line ends and no byte order mark."""

    def __init__(self, raw: str) -> None:
        self._marked = raw.startswith("\ufeff")
        body = raw[1:] if self._marked else raw
        self._crlf: tuple[int, ...] = ()
        if "\r" in body:
            self._crlf = tuple(
                found.start() - number for number, found in enumerate(re.finditer("\r\n", body))
            )
            body = body.replace("\r\n", "\n").replace("\r", "\n")
        self.text = body
        self._astral = Utf16Index.of(body).astral
        self._indexes: dict[tuple[str, str], Utf16Index] = {}

    def _index(self, counting: Counting) -> Utf16Index:
        """The signs of the text that count two."""
        key = counting.unit, counting.lines
        if key not in self._indexes:
            extra = self._astral if counting.unit == "utf16" else ()
            if counting.lines == "file":
                extra = (*extra, *self._crlf)
            elif counting.lines == "two":
                extra = (*extra, *(found.start() for found in re.finditer("\n", self.text)))
            self._indexes[key] = Utf16Index(len(self.text), tuple(sorted(extra)))
        return self._indexes[key]

    def span(self, start: int, end: int, counting: Counting) -> tuple[int, int]:
        """Where ``[start, end)`` of a program lies in the text; it may lie outside."""
        if counting.end == "last":
            end += 1
        shift = 1 if self._marked and counting.mark else 0
        index = self._index(counting)
        if not index.astral and not shift:
            return start, end
        return tuple(  # type: ignore[return-value]
            at - shift if at <= shift else index.from_utf16(at - shift) for at in (start, end)
        )

    def ways(self, said: Mapping[str, str]) -> list[Counting]:
        """The ways of counting that differ in this text, the likeliest first; ``said`` decides some."""
        units = UNITS if self._astral else UNITS[:1]
        lines: Sequence[str] = (
            LINES if self._crlf else ("file", "two") if "\n" in self.text else ("file",)
        )
        marks = (True, False) if self._marked else (True,)
        found = [
            Counting(*one)
            for one in product(
                (said["units"],) if "units" in said else units,
                (said["lines"],) if "lines" in said else lines,
                marks,
                (said["ends"],) if "ends" in said else ENDS,
            )
        ]
        return sorted(found, key=lambda one: (one.end != "behind", one.lines == "two"))
