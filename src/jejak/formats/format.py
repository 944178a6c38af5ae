"""What a format is: a name, the endings of its files, and a pure function from bytes to a reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..model import Reading
from .captions import Caption

__all__ = ["Format", "ReadOptions"]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the person says about a file: its name, and an encoding over what would be detected."""

    name: str = ""
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """A source format.

    ``read`` touches no file and no study; it raises :class:`UnreadableSource`. ``archive`` is true
    for files that are ZIPs inside (looked into before they are parsed), ``apart`` for parsers that
    run in a process of their own because a hostile file could hold or kill them. ``write``, where
    there is one, makes a file of a transcript, in the order of its text.
    """

    name: str
    endings: tuple[str, ...]
    read: Callable[[bytes, ReadOptions], Reading]
    apart: bool = False
    archive: bool = False
    write: Callable[[Sequence[Caption]], bytes] | None = None
