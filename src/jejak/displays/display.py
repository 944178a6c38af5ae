"""What a kind of display is: what it is for, what can be set, and how it is computed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from ..model.message import Message
from ..model.query import And, Query
from ..model.shape import Matrix

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..analysis.query.hits import Hits
    from ..analysis.query.lookups import Lookups
    from ..model.corpus import Corpus

__all__ = [
    "PURPOSES",
    "Compute",
    "DisplayFilter",
    "DisplayKind",
    "NamedQuery",
    "Purpose",
    "Setting",
    "SettingType",
    "Shown",
]

# After Miles, Huberman & Saldaña: what one wants of a display.
PURPOSES = ("explore", "describe", "order", "explain", "predict")

Purpose = Literal["explore", "describe", "order", "explain", "predict"]
SettingType = Literal[
    "choice",
    "codes",
    "attribute",
    "variable",
    "trait",
    "switch",
    "number",
    "text",
    "source",
    "case",
    "network",
    "facets",
    "lines",
    "order",
    "measure",
]
Shown = Literal["table", "chart", "words", "canvas"]


@dataclass(frozen=True, slots=True)
class Setting:
    """Something about a display that can be chosen, described so that a form can be made of it.

    ``choice``: one of ``choices``; ``codes``: any number of codes (GUID, path or name), none meaning
    what ``none`` says; ``attribute``: what cases, sources or coders can be grouped by, the
    choices depending on the study; ``variable``: a rating or number of cases by name, ``""`` the first
    that is rated; ``trait``: what cases can be told apart by (``case.role``), ``""`` leaving it to
    the kind; ``switch``: yes or no; ``number``: a whole number from 1 to ``most``;
    ``text``: any words, at most ``most`` characters of them and never more than 10,000;
    ``source``: one source (GUID or name), ``""`` leaving it to the kind;
    ``case``: one case (GUID or name) or none; ``network``: what was drawn in a saved display of the
    kind, the choices depending on the study; ``facets``: what rows or columns are made of, at most
    ``most`` nested in one another; ``lines``: at most ``most`` lines of text; ``order``: what rows or
    columns are put in order by (see :class:`~jejak.displays.matrix.ordering.Order`); ``measure``: a
    number of each case or source, counted from its codings or one of its attributes.

    ``none`` says what is meant where nothing is chosen, which is otherwise all there are.
    """

    name: str
    label: Message
    type: SettingType
    choices: tuple[tuple[str, Message], ...] = ()
    default: Any = None
    most: int = 999_999_999
    none: Message | None = None


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """Something that the study names, and what finds its segments; ``None`` where nothing is tied to
    it. ``key`` is its GUID."""

    key: str
    label: str
    query: Query | None
    colour: str = ""


def _nothing_named(_: str) -> Sequence[NamedQuery]:
    return ()


@dataclass(frozen=True, slots=True)
class DisplayFilter:
    """The codings that count: those that ``code:* and (QUERY)`` finds; all of them without a query.

    ``rows`` are their row numbers, ascending, or ``None`` for all. ``lookups`` answer what further
    queries of a display ask beside the columns; ``named`` gives the *pattern* codes, *question*,
    *finding*, *set* or *event* of the study, each with its query.
    """

    query: Query | None = None
    rows: NDArray[np.int64] | None = None
    lookups: Lookups | None = None
    named: Callable[[str], Sequence[NamedQuery]] = _nothing_named

    def __str__(self) -> str:
        return "" if self.query is None else str(self.query)

    def narrow(self, *terms: Query) -> Query:
        """The query for what all of ``terms`` and the filter find, codings of the first term."""
        every = terms if self.query is None else (*terms, self.query)
        return every[0] if len(every) == 1 else And(every)

    def find(self, query: Query, corpus: Corpus) -> Hits:
        """What another query finds, without regard to the filter. Raises as
        :func:`~jejak.analysis.query.evaluate.evaluate`."""
        from ..analysis.query.evaluate import evaluate
        from ..analysis.query.lookups import NoLookups

        return evaluate(query, corpus, self.lookups or NoLookups())


Compute = Callable[["Corpus", Mapping[str, Any], DisplayFilter], Matrix]


@dataclass(frozen=True, slots=True)
class DisplayKind:
    """A kind of display.

    ``about`` says when to use it, ``source`` where it comes from in the literature (a message where
    it has words that are no names). ``compute`` takes the columns of the study, a value for every
    setting (codes and a source as row numbers, no source as ``None``) and the filter. It reads nothing
    else and writes nothing. ``example`` are settings, by name, that show something worth seeing of
    the demo study. ``shown`` is what a reader sees first: the table, the picture, or the table
    with the words in its cells. ``sheets``: it is made of summary forms too, ``corpus.sheets``.
    ``also`` are other titles it goes by in the literature.

    One that is ``drawn`` by hand has a setting *network*, which a saved display holds for itself:
    boxes of the kinds ``boxes``, arrows whose signs are answers if ``yes_no``; ``drafts`` says what
    can be suggested for it (*cases*, *codes*, *events*).
    """

    name: str
    title: Message
    purpose: Purpose
    about: Message
    source: str | Message
    settings: tuple[Setting, ...]
    compute: Compute
    example: Mapping[str, Any] = field(default_factory=dict)
    shown: Shown = "table"
    drawn: bool = False
    boxes: tuple[str, ...] = ()
    yes_no: bool = False
    drafts: str = ""
    sheets: bool = False
    also: tuple[Message, ...] = ()

    def is_called(self, name: str) -> bool:
        """Whether that is its name, or its title or another in the literature written as names are."""
        return name in (self.name, *(_name_of(one.text) for one in (self.title, *self.also)))


def _name_of(title: str) -> str:
    """A title as names of kinds are written: ``causal-prediction-model``."""
    return re.sub(r"[^a-z0-9]+", "-", title.casefold())
