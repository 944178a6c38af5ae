"""What a format of whole projects is: how its files are known, read into a parcel, and written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

from ..model import Record
from ..model.message import Message
from ..model.parcel import Original, Parcel, Tally

__all__ = ["Opened", "Outgoing", "ProjectFormat", "ProjectOptions", "Question", "Sink", "Tables"]

R = TypeVar("R", bound=Record)


class Tables(Protocol):
    """The tables of another program's database, read without changing it."""

    def names(self) -> Sequence[str]:
        """The tables that there are."""
        ...

    def columns(self, table: str) -> Sequence[str]:
        """The columns of a table; none where there is no such table."""
        ...

    def rows(self, table: str) -> Iterator[Mapping[str, object]]:
        """The rows of a table by column, in the order of their keys; none where there is no such table."""
        ...


class Opened(Protocol):
    """A file or folder that is to be read."""

    @property
    def path(self) -> Path:
        """Where it lies."""
        ...

    def tables(self, within: str = "") -> Tables:
        """It, or a file ``within`` the folder, as a database. Raises :class:`.UnreadableSource`."""
        ...


class Outgoing(Protocol):
    """A study as it leaves: whole, or without what is not to leave."""

    def each(self, record: type[R], **equals: object) -> Iterator[R]:
        """The entities of a kind whose fields have those values, in the order they were made."""
        ...

    def values(self, record: type[Record]) -> Iterator[Sequence[tuple[Any, ...]]]:
        """The same of all of a kind as values of their fields, some at a time."""
        ...

    def count(self, record: type[Record]) -> int:
        """How many entities of a kind leave."""
        ...

    def text(self, digest: str) -> str:
        """The text of a source."""
        ...

    def original(self, digest: str) -> Original:
        """The file that a source came from. Raises :class:`.NotFound`."""
        ...

    def history(self) -> Iterator[Mapping[str, object]]:
        """The history, a change a line; none where it does not leave."""
        ...

    def former(self) -> tuple[Sequence[str], Sequence[str]]:
        """The digests of the texts and of the files that the history alone still names; none where it
        does not leave."""
        ...


class Sink(Protocol):
    """Where an export is written to: one file, or the files of a folder."""

    def put(self, name: str, content: Iterable[bytes]) -> None:
        """Write a file of that name (parts parted by “/”; empty for the one file of a format that is no
        folder), piece by piece."""
        ...


@dataclass(frozen=True, slots=True)
class ProjectOptions:
    """What a person says of a file beside it: answers to the format's own questions, by their name
    (``positions``: ``utf16``), as text."""

    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """What a format leaves open and a person can decide: its name among the answers, in words, and what can
    be answered, each with its words; none where the answer is whatever one writes."""

    name: str
    asks: Message
    answers: Mapping[str, Message] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProjectFormat:
    """A format of whole projects.

    ``recognise`` looks at a file or folder (its name and how it begins) and says whether it is one;
    ``read`` raises :class:`.UnreadableSource` for one that cannot be read at all, before anything of it is
    taken, and tells of everything smaller in the parcel's tally. ``write`` puts a study into a sink and
    tells in the tally what went and what could not. One of the two may be absent. ``folder`` is true where
    what is written is the files of a folder; ``owned`` are then the names at its top that are the format's
    own, so that what an earlier export wrote there goes where nothing is written now; the first of them is
    the file by which such a folder is known. ``questions`` are what it leaves open.
    """

    name: str
    title: Message
    endings: tuple[str, ...]
    recognise: Callable[[Path], bool]
    read: Callable[[Opened, ProjectOptions], Parcel] | None = None
    write: Callable[[Outgoing, Sink, Tally], None] | None = None
    folder: bool = False
    owned: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
