"""A template of a report: which parts stand in it, in which order, under which headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Message

__all__ = ["Chapter", "Place", "Template"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part stands, under a ``title`` other than its own where one is given. ``opens`` says
    that it stands before the table of contents, without a heading."""

    part: str
    title: Message | None = None
    numbered: bool = True
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """Parts under a heading in common."""

    name: str
    title: Message
    places: tuple[Place, ...]
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of report. A part that the program does not have is passed over, so that a template may
    name one that another package brings.

    With ``front`` the title has a page of its own; ``chapter`` is the word before the numbers of
    chapters, which begin with ``first``; ``listed`` asks for a table of contents; ``lists`` asks for lists of tables and figures; ``sums`` for
    the study in numbers at the beginning.
    """

    name: str
    title: Message
    about: Message
    contents: tuple[Chapter | Place, ...]
    subtitle: Message
    numbered: bool = True
    front: bool = False
    first: int = 1
    chapter: Message | None = None
    listed: bool = True
    lists: bool = False
    sums: bool = False

    def places(self) -> Iterator[tuple[Chapter | None, Place]]:
        """Every part of it with the chapter it stands in, in their order."""
        for one in self.contents:
            if isinstance(one, Chapter):
                yield from ((one, place) for place in one.places)
            else:
                yield None, one
