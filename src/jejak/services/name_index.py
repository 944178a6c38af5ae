"""Names as they are compared, sorted and searched: folded once for each state of the columns."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass

from ..model.identity import name_key

__all__ = ["FoldedNames", "natural_key", "score"]

_NUMBER = re.compile(r"(\d+)")


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts names as people do: ``S-2`` before ``S-10``, whatever the case."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part)
        for part in _NUMBER.split(name_key(name))
        if part
    )


def score(wanted: str, name: str) -> int:
    """How well a folded name answers to folded letters: 0 not at all, 4 exactly.

    3 it begins with them, 2 a word of it does, 1 they are inside.
    """
    at = name.find(wanted)
    if at < 0:
        return 0
    if at == 0:
        return 4 if len(name) == len(wanted) else 3
    while at >= 0:
        if not name[at - 1].isalnum():
            return 2
        at = name.find(wanted, at + 1)
    return 1


@dataclass(frozen=True, slots=True)
class _Folded:
    names: Sequence[str]
    keys: tuple[str, ...]
    order: tuple[int, ...]


class FoldedNames:
    """The folded form and the natural order of a sequence of names, kept until it is another."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: _Folded | None = None

    def _of(self, names: Sequence[str]) -> _Folded:
        with self._lock:
            kept = self._kept
            # Read anew with the same names in them, columns are folded and sorted no second time.
            if kept is None or (kept.names is not names and kept.names != names):
                keys = tuple(name_key(name) for name in names)
                order = sorted(range(len(names)), key=lambda row: natural_key(names[row]))
                kept = self._kept = _Folded(names, keys, tuple(order))
            return kept

    def keys(self, names: Sequence[str]) -> tuple[str, ...]:
        """Each name folded."""
        return self._of(names).keys

    def order(self, names: Sequence[str]) -> tuple[int, ...]:
        """The places of the names in their natural order."""
        return self._of(names).order
