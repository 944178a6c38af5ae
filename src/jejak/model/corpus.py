"""The codings of a study as columns: what analysis, displays and checks compute on.

One array a field, dense integer codes, no object a row. Arrays are NumPy's; this module names them
without importing it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from .drawn import DrawnNetwork
from .identity import name_key
from .settlement import SettledPlace
from .sheets import Sheets

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .happenings import EventColumns, RatingColumns, RecordedColumns

    Ints = NDArray[np.int64]
    Int32s = NDArray[np.int32]
    Floats = NDArray[np.float32]
    Bools = NDArray[np.bool_]

__all__ = [
    "AttributeColumn",
    "BlockColumns",
    "CodeColumns",
    "CodingColumns",
    "Corpus",
    "Happenings",
    "NamedColumns",
    "Texts",
]

# So many texts are read at once.
_BATCH = 200


@dataclass(frozen=True, slots=True)
class NamedColumns:
    """Sources, cases or users: parallel by index. ``facets`` holds further text columns
    (a source's ``kind``, ``language``, ``status``, ``collected``, ``collector``, ``method``)."""

    guid: tuple[str, ...]
    name: tuple[str, ...]
    facets: Mapping[str, tuple[str | None, ...]]
    length: Ints | None = None


@dataclass(frozen=True, slots=True)
class CodeColumns:
    """The code tree in depth-first order: the codes below code ``i`` are ``i+1 .. last[i]-1``.

    ``path`` is ``Folder/Code``; ``parent`` is -1 at the top; ``depth`` is 0 there.
    """

    guid: tuple[str, ...]
    name: tuple[str, ...]
    path: tuple[str, ...]
    colour: tuple[str, ...]
    codable: tuple[bool, ...]
    parent: Int32s
    depth: Int32s
    last: Int32s


@dataclass(frozen=True, slots=True)
class CodingColumns:
    """Codings on stretches of text, sorted by (source, start, end, code, coding).

    ``coding`` and ``segment`` are internal keys; ``source``, ``code``, ``coder``, ``case`` index
    the tables of the corpus (``case`` -1 where none); ``created`` is ms since 1970; ``weight`` NaN
    where none; ``origin`` indexes :data:`jejak.model.coding.ORIGINS`.
    """

    coding: Ints
    segment: Ints
    source: Int32s
    start: Int32s
    end: Int32s
    code: Int32s
    coder: Int32s
    case: Int32s
    created: Ints
    weight: Floats
    origin: Int32s

    def __len__(self) -> int:
        return len(self.coding)


@dataclass(frozen=True, slots=True)
class BlockColumns:
    """All blocks but pages, sorted by (source, start): ``case`` is the speaker's, -1 where none;
    ``speaker`` indexes ``speakers`` (-1 none); ``time`` is ms since 1970, -1 where none;
    ``first[s] .. first[s+1]`` are the blocks of source ``s``; ``kind`` indexes
    :data:`jejak.model.reading.BLOCK_KINDS`."""

    source: Int32s
    start: Int32s
    end: Int32s
    number: Int32s
    case: Int32s
    speaker: Int32s
    time: Ints
    first: Ints
    speakers: tuple[str, ...]
    kind: Int32s | None = None


@dataclass(frozen=True, slots=True)
class AttributeColumn:
    """One attribute: ``value[i]`` of owner ``i`` (case or source) or ``None``; ``options`` are the
    values of a list, or the levels of a rating, the lowest first."""

    name: str
    of: str
    type: str
    value: tuple[str | None, ...]
    options: tuple[str, ...] = ()


class Happenings(Protocol):
    """Reads events, ratings and times of recordings when somebody asks for them."""

    def events(self, corpus: Corpus) -> EventColumns:
        """The events, with their actors and evidence by the rows of ``corpus``."""

    def ratings(self, corpus: Corpus) -> RatingColumns:
        """The ratings, with their variables, cases and evidence by the rows of ``corpus``."""

    def recorded(self, corpus: Corpus) -> RecordedColumns:
        """What was said when in recordings, by the rows of ``corpus``."""


class Texts:
    """The plain text of each source, read when it is asked for.

    ``digests`` name the texts, source by source (one twice where two sources have the same), and
    ``read`` fetches those of some digests, in their order. ``read`` is one and the same for all
    corpora of a study, so that what was worked out of a text can be kept by its digest.
    """

    __slots__ = ("digests", "read")

    def __init__(
        self, digests: Sequence[str] = (), read: Callable[[Sequence[str]], Sequence[str]] = list
    ) -> None:
        self.digests = tuple(digests)
        self.read = read

    @classmethod
    def of(cls, texts: Sequence[str]) -> Texts:
        """Texts that are at hand already, one for each source."""
        numbers = [str(number) for number in range(len(texts))]
        return cls(numbers, lambda wanted: [texts[int(number)] for number in wanted])

    def __len__(self) -> int:
        return len(self.digests)

    def __getitem__(self, source: int) -> str:
        return self.read([self.digests[source]])[0]

    def each(self, sources: Iterable[int] | None = None) -> Iterator[tuple[int, str]]:
        """Sources by row number (all by default), each with its text, read some at a time."""
        wanted = list(range(len(self)) if sources is None else sources)
        for at in range(0, len(wanted), _BATCH):
            part = wanted[at : at + _BATCH]
            yield from zip(part, self.read([self.digests[row] for row in part]), strict=True)


@dataclass(frozen=True, slots=True)
class Corpus:
    """A study's codings and what they refer to, as of change ``version``.

    ``case_sources`` are the pairs (case, source) of cases that a source belongs to or whose
    speakers talk in it. ``texts`` are the words of the sources, as of the same change. ``networks``
    are the displays in which something is drawn by hand. ``events`` and ``ratings`` are read when
    they are first asked for: ``happenings`` reads them. ``settled`` are the disagreements that were
    settled, the earliest first. ``sheets`` are there for displays that say
    that they are made of them.
    """

    version: int
    sources: NamedColumns
    codes: CodeColumns
    users: NamedColumns
    cases: NamedColumns
    codings: CodingColumns
    blocks: BlockColumns
    attributes: tuple[AttributeColumn, ...]
    case_sources: Any
    texts: Texts = field(default_factory=Texts, compare=False)
    happenings: Happenings | None = field(default=None, compare=False, repr=False)
    networks: tuple[DrawnNetwork, ...] = ()
    settled: tuple[SettledPlace, ...] = ()
    sheets: Sheets = field(default_factory=Sheets, compare=False, repr=False)

    @property
    def events(self) -> EventColumns:
        """What happened, in the order of its dates."""
        assert self.happenings is not None, "A corpus of a store reads its events."
        return self.happenings.events(self)

    @property
    def ratings(self) -> RatingColumns:
        """How variables were rated in cases."""
        assert self.happenings is not None, "A corpus of a store reads its ratings."
        return self.happenings.ratings(self)

    def attribute(self, name: str, of: str = "case") -> AttributeColumn | None:
        """The attribute of that name, as names are compared, or ``None``."""
        wanted = name_key(name)
        return next((a for a in self.attributes if a.of == of and name_key(a.name) == wanted), None)
