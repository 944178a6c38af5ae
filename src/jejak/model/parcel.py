"""Whole projects on their way in or out, and what is told of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from .message import Message, Problem
from .record import Record

__all__ = ["Batch", "ExchangeReport", "Original", "Parcel", "Tally"]


@dataclass(frozen=True, slots=True)
class Original:
    """A file on its way: the SHA-256 that sources name it by, its length in bytes, and how it is read.

    ``open`` gives it from the beginning each time it is called; whoever called closes it.
    """

    digest: str
    length: int
    open: Callable[[], BinaryIO]


@dataclass(frozen=True, slots=True)
class Batch:
    """Records that come together, each after what it refers to or beside it, with the texts and files
    that the sources among them name by digest."""

    records: Sequence[Record]
    texts: Sequence[str] = ()
    originals: Sequence[Original] = ()


@dataclass(frozen=True, slots=True)
class ExchangeReport:
    """What an import or export did: how many of each kind the origin had (``read``) and how many arrived
    (``written``), by the name of the kind, and each thing that was changed or left out, with the reason.

    ``format`` names the form of the file, ``origin`` the program that wrote it, where that is known.
    """

    format: str
    origin: str
    read: Mapping[str, int]
    written: Mapping[str, int]
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Tally:
    """A report while it is being made."""

    format: str
    origin: str = ""
    read: Counter[str] = field(default_factory=Counter)
    written: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    def note(self, code: str, message: Message, where: str = "") -> None:
        """Tell of something that was changed or left out, and ``where`` it stood."""
        self.problems.append(Problem(code, message, where))

    def report(self) -> ExchangeReport:
        """The report as it is by now."""
        return ExchangeReport(
            self.format, self.origin, dict(self.read), dict(self.written), tuple(self.problems)
        )


@dataclass(frozen=True, slots=True)
class Parcel:
    """A project on its way in.

    ``title`` is what its origin calls it. ``batches`` is gone through once, and reads the file as it
    goes: what was ``read`` and what was wrong stands in ``tally`` when it is at its end. No record of a
    batch refers to one of a later batch. A record that came from another program keeps its GUID there.
    ``history`` gives the lines of the history that came along, from the first each time it is called;
    ``None`` where none did.
    """

    title: str
    batches: Iterator[Batch]
    tally: Tally
    history: Callable[[], Iterator[Mapping[str, object]]] | None = None
