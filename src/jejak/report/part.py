"""A part of a report: a name, a title, and what it tells of the facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ..documents.document import Block
from ..model import Message
from .facts import ReportFacts
from .teller import Teller

__all__ = ["Part"]


@dataclass(frozen=True, slots=True)
class Part:
    """``tell`` gives the blocks of the part: never none, for a part says what is not there yet.

    ``stands_after`` says for templates that do not name it, by their names, which part it stands
    after in them.
    """

    name: str
    title: Message
    tell: Callable[[ReportFacts, Teller], tuple[Block, ...]]
    stands_after: Mapping[str, str] = field(default_factory=dict)
