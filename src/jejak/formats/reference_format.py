"""What a format of literature is: a name, its endings, and pure functions from and to bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model import Message, Problem, say

__all__ = ["NOTHING_TOLD", "BrokenEntry", "Csl", "ReferenceFormat", "ReferenceReading", "broken"]

# A work as CSL-JSON has it; ``id`` is its citation key.
Csl = Mapping[str, Any]


NOTHING_TOLD = say("it has neither title nor author")


class BrokenEntry(ValueError):
    """An entry that cannot be kept, and why."""

    def __init__(self, why: Message) -> None:
        super().__init__(str(why))
        self.why = why


def broken(error: Exception, line: int) -> Problem:
    """The problem that an entry beginning on that line was left out."""
    why = error.why if isinstance(error, BrokenEntry) else str(error) or type(error).__name__
    return Problem("broken-entry", say("An entry was left out: {why}.", why=why), str(line))


@dataclass(frozen=True, slots=True)
class ReferenceReading:
    """The works of a file, and what of it could not be read: ``where`` of a problem is its line."""

    format: str
    works: tuple[Csl, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferenceFormat:
    """A format of literature. ``read`` raises :class:`UnreadableSource` where there is nothing to
    read at all; what is broken for itself is a problem, and the rest is read."""

    name: str
    endings: tuple[str, ...]
    read: Callable[[bytes], ReferenceReading]
    write: Callable[[Sequence[Csl]], bytes]
