"""What a report tells of coders and their agreement, of rounds, and of saturation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ..model import Message

__all__ = ["AgreementFacts", "AgreementLine", "ReadingFacts", "RoundLine", "SaturationFacts"]


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """A code by its name (``None``: all codes jointly) with its coefficient; ``interval`` says that
    ``low`` and ``high`` bound it, else they are its values without any one source."""

    code: str | None
    value: float | None
    low: float | None
    high: float | None
    interval: bool


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """The agreement as it stands: what was computed, what it comes to, and how many places differ."""

    methods: tuple[Message, ...]
    remarks: tuple[Message, ...]
    lines: tuple[AgreementLine, ...]
    differences: int


@dataclass(frozen=True, slots=True)
class RoundLine:
    """What a closed round came to; ``again`` says that its one coder is compared with themselves."""

    name: str
    closed: datetime
    coders: tuple[str, ...]
    again: bool
    sources: int
    measure: Message
    value: float | None
    low: float | None
    high: float | None
    interval: bool


@dataclass(frozen=True, slots=True)
class SaturationFacts:
    """Saturation as it stands; where the study does not reckon it, ``off`` says why and nothing else is
    there. ``thin`` are sentences about what rests on little."""

    off: str | None = None
    methods: tuple[Message, ...] = ()
    remarks: tuple[Message, ...] = ()
    thin: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingFacts:
    """``agreement`` is ``None`` where fewer than two people have coded, ``saturation`` where nothing is
    coded or nobody asked for it."""

    agreement: AgreementFacts | None = None
    rounds: tuple[RoundLine, ...] = ()
    saturation: SaturationFacts | None = None
