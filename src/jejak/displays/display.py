"""What a kind of display is: what it is for, what can be set, and how it is computed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from ..model.message import Message
from ..model.query import And, Query
from ..model.shape import Matrix

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..model.corpus import Corpus

__all__ = [
    "PURPOSES",
    "Compute",
    "DisplayFilter",
    "DisplayKind",
    "Purpose",
    "Setting",
    "SettingType",
]

# After Miles, Huberman & Saldaña: what one wants of a display.
PURPOSES = ("explore", "describe", "order", "explain", "predict")

Purpose = Literal["explore", "describe", "order", "explain", "predict"]
SettingType = Literal["choice", "codes", "attribute", "switch", "number"]


@dataclass(frozen=True, slots=True)
class Setting:
    """Something about a display that can be chosen, described so that a form can be made of it.

    ``choice``: one of ``choices``; ``codes``: any number of codes (GUID, path or name), none meaning
    what ``default`` says; ``attribute``: what cases, sources or coders can be grouped by, the
    choices depending on the study; ``switch``: yes or no; ``number``: a whole number from 1 to ``most``.
    """

    name: str
    label: Message
    type: SettingType
    choices: tuple[tuple[str, Message], ...] = ()
    default: Any = None
    most: int = 999_999_999


@dataclass(frozen=True, slots=True)
class DisplayFilter:
    """The codings that count: those that ``code:* and (QUERY)`` finds; all of them without a query.

    ``rows`` are their row numbers, ascending, or ``None`` for all.
    """

    query: Query | None = None
    rows: NDArray[np.int64] | None = None

    def __str__(self) -> str:
        return "" if self.query is None else str(self.query)

    def narrow(self, *terms: Query) -> Query:
        """The query for what all of ``terms`` and the filter find, codings of the first term."""
        every = terms if self.query is None else (*terms, self.query)
        return every[0] if len(every) == 1 else And(every)


Compute = Callable[["Corpus", Mapping[str, Any], DisplayFilter], Matrix]


@dataclass(frozen=True, slots=True)
class DisplayKind:
    """A kind of display.

    ``about`` says when to use it, ``source`` where it comes from in the literature. ``compute`` takes
    the columns of the study, a value for every setting (codes as row numbers) and the filter. It
    reads nothing else and writes nothing.
    """

    name: str
    title: Message
    purpose: Purpose
    about: Message
    source: str
    settings: tuple[Setting, ...]
    compute: Compute
