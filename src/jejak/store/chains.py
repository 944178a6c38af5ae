"""The longest chain among lines of a history, which may have forked or been broken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from . import history
from .history_lines import change_of

__all__ = ["longest"]


@dataclass(slots=True)
class _Told:
    """The lines that tell one change: the first, or the first out of which words were taken."""

    number: int
    blanked: bool
    # All of the row but what is long: enough to hold it against the change before.
    row: dict[str, Any] = field(default_factory=dict)


def longest(lines: Iterable[Mapping[str, object]]) -> tuple[list[int], int]:
    """The numbers (from 0) of the lines that make the longest chain from the first change on, in the
    order of their changes; and how many changes the lines tell beside it.

    Of two that are as long the one is taken whose end stands first. A line that tells the same change as
    another, but with words taken out of it, stands for both.
    """
    told: dict[int, dict[bytes, _Told]] = {}
    broken = 0
    for number, line in enumerate(lines):
        row = change_of(line)
        if row is None or row["payload_digest"] != history.own_digest(row):
            broken += 1
            continue
        there = told.setdefault(row["seq"], {})
        known = there.get(row["digest"])
        if known is None or (row["blanked"] and not known.blanked):
            there[row["digest"]] = _Told(number, row["blanked"], _short(row))
    chain = _chain(told)
    return chain, broken + sum(map(len, told.values())) - len(chain)


def _short(row: Mapping[str, Any]) -> dict[str, Any]:
    # Its own digest was looked at already; a blanked row without salt is held by the one it keeps.
    return {**row, "args": b"", "payload": b"", "salt": b"", "blanked": True}


def _chain(told: Mapping[int, Mapping[bytes, _Told]]) -> list[int]:
    """The chain, from level to level: what follows on any of the changes one before."""
    levels: list[dict[bytes, tuple[int, bytes]]] = [{b"": (-1, b"")}]
    while candidates := told.get(len(levels)):
        level = {
            digest: (one.number, previous)
            for digest, one in candidates.items()
            for previous in levels[-1]
            if history.follows(one.row, previous)
        }
        if not level:
            break
        levels.append(level)
    numbers: list[int] = []
    end = next(iter(levels[-1]))
    for level in reversed(levels[1:]):
        number, end = level[end]
        numbers.append(number)
    return numbers[::-1]
