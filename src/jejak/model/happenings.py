"""Events, states, ratings and the times of recordings as columns, beside those of codings.

Events and states stand in the order of their dates, as far as these are known; ratings in the order
of variable, case and date, the one on the whole first. Arrays are NumPy's; this module names them
without importing it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .when import When

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Int32s = NDArray[np.int32]
    Bools = NDArray[np.bool_]

__all__ = [
    "EventColumns",
    "EvidenceColumns",
    "Lead",
    "RatingColumns",
    "RecordedColumns",
    "StateColumns",
]


@dataclass(frozen=True, slots=True)
class EvidenceColumns:
    """Stretches of text that show something: ``owner`` is the row of the event or rating,
    ``segment`` an internal key, ``source`` indexes the sources of the corpus."""

    owner: Int32s
    segment: Ints
    source: Int32s
    start: Int32s
    end: Int32s

    def __len__(self) -> int:
        return len(self.owner)


@dataclass(frozen=True, slots=True)
class StateColumns:
    """States: parallel by index."""

    guid: tuple[str, ...]
    name: tuple[str, ...]
    description: tuple[str, ...]
    when: tuple[When, ...]

    def __len__(self) -> int:
        return len(self.guid)


@dataclass(frozen=True, slots=True)
class Lead:
    """That an event or state (*event* or *state*, row) leads to another, and why."""

    origin: tuple[str, int]
    target: tuple[str, int]
    why: str


@dataclass(frozen=True, slots=True)
class EventColumns:
    """Events: parallel by index. ``actors`` are the pairs (event, case); ``leads`` say what leads to
    what among events and ``states``."""

    guid: tuple[str, ...]
    name: tuple[str, ...]
    kind: tuple[str, ...]
    place: tuple[str, ...]
    impact: tuple[str, ...]
    description: tuple[str, ...]
    when: tuple[When, ...]
    critical: Bools
    actors: Int32s
    evidence: EvidenceColumns
    states: StateColumns
    leads: tuple[Lead, ...]

    def __len__(self) -> int:
        return len(self.guid)


@dataclass(frozen=True, slots=True)
class RatingColumns:
    """Ratings: parallel by index. ``attribute``, ``case`` and ``user`` index the tables of the corpus;
    ``level`` is the place of the value among the attribute's options, from 0; ``overall`` marks the
    ratings that the attribute's own column shows."""

    guid: tuple[str, ...]
    attribute: Int32s
    case: Int32s
    level: Int32s
    user: Int32s
    value: tuple[str, ...]
    note: tuple[str, ...]
    when: tuple[When, ...]
    overall: Bools
    evidence: EvidenceColumns

    def __len__(self) -> int:
        return len(self.guid)


@dataclass(frozen=True, slots=True)
class RecordedColumns:
    """Stretches of text that were said in a recording, by (source, start): ``begin`` and ``finish`` are
    milliseconds of it. ``wordless`` says how many codings each user of the corpus has on recordings
    themselves, which are on no words."""

    source: Int32s
    start: Int32s
    end: Int32s
    begin: Ints
    finish: Ints
    wordless: Ints

    def __len__(self) -> int:
        return len(self.source)
