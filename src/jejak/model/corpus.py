"""The codings of a study as columns: what analysis, displays and checks compute on.

One array a field, dense integer codes, no object a row. Arrays are NumPy's; this module names them
without importing it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .identity import name_key

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

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
    "NamedColumns",
]


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
    """One attribute: ``value[i]`` of owner ``i`` (case or source) or ``None``."""

    name: str
    of: str
    type: str
    value: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """A study's codings and what they refer to, as of change ``version``.

    ``case_sources`` are the pairs (case, source) of cases that a source belongs to or whose
    speakers talk in it.
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

    def attribute(self, name: str, of: str = "case") -> AttributeColumn | None:
        """The attribute of that name, as names are compared, or ``None``."""
        wanted = name_key(name)
        return next((a for a in self.attributes if a.of == of and name_key(a.name) == wanted), None)
