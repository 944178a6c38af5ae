"""What is asked of agreement, and what is answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..analysis.agreement import COEFFICIENTS, Coefficient, Measure
from ..analysis.agreement.option import Option
from ..analysis.agreement.uncertainty import BOOTSTRAP, Interval
from ..errors import InvalidInput, NotFound
from ..model import Message, say

__all__ = ["Agreed", "CodeAgreement", "PairAgreement", "Place", "Question", "Settled", "settings"]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: ``measure`` is a coefficient's name, ``unit`` counts for those over units;
    ``options`` are the coefficient's own."""

    measure: str = "alpha"
    unit: str = "character"
    options: Mapping[str, Any] = field(default_factory=dict)
    interval: Interval = BOOTSTRAP

    def of(self) -> Measure:
        """The coefficient. Raises :class:`NotFound`, :class:`InvalidInput` for an option it has not."""
        if self.measure not in COEFFICIENTS.names():
            raise NotFound(
                "no-such-coefficient", f"There is no coefficient “{self.measure}”.",
                f"There are: {', '.join(COEFFICIENTS.names())}.",
            )  # fmt: skip
        found = COEFFICIENTS.get(self.measure)
        known = {one.name: one for one in found.options}
        for name, value in self.options.items():
            if name not in known:
                raise InvalidInput("unknown-option", f"“{self.measure}” has no option “{name}”.")
            if not known[name].takes(value):
                raise InvalidInput(
                    "wrong-option", f"“{name}” of “{self.measure}” cannot be “{value}”.",
                    _wanted(known[name]),
                )  # fmt: skip
        return found


def _wanted(option: Option) -> str:
    if option.choices:
        return f"Use: {', '.join(option.choices)}."
    return "Give a whole number." if option.whole else "Give a number."


def settings(given: Iterable[str]) -> dict[str, str | float]:
    """``NAME=VALUE``, the value a number where it is one. Raises :class:`InvalidInput`."""
    found: dict[str, str | float] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals:
            raise InvalidInput("bad-setting", f"“{text}” is no setting.", "Write NAME=VALUE.")
        try:
            found[name.strip()] = float(value) if "." in value else int(value)
        except ValueError:
            found[name.strip()] = value.strip()
    return found


@dataclass(frozen=True, slots=True)
class CodeAgreement:
    """One code: its coefficient, and how many stretches each of the coders has under it."""

    guid: str
    name: str
    coefficient: Coefficient
    stretches: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Two coders by name, over all codes."""

    first: str
    second: str
    coefficient: Coefficient


@dataclass(frozen=True, slots=True)
class Place:
    """A place where coders differ under a code: who coded it, who read it and did not, how many
    characters a pair differs over, and its words."""

    source: str
    source_name: str
    start: int
    end: int
    code: str
    code_name: str
    coded: tuple[str, ...]
    without: tuple[str, ...]
    apart: float
    text: str

    def told(self) -> Message:
        """Who differs, in words."""
        if self.without:
            return say(
                "{coded} coded it; {without} did not.",
                coded=list(self.coded), without=list(self.without),
            )  # fmt: skip
        return say("All coded it; where it begins or ends they differ.")


@dataclass(frozen=True, slots=True)
class Settled:
    """How it is now that ``count`` disagreements were settled: all codes jointly, and each in the order of
    :attr:`Agreed.codes`; without intervals, for what was talked over is no sample of what people do by
    themselves."""

    count: int
    whole: Coefficient
    codes: tuple[Coefficient, ...]


@dataclass(frozen=True, slots=True)
class Agreed:
    """The answer, of what each coded by themselves: ``whole`` is all codes jointly. ``now`` is there where
    disagreements were settled. ``places`` are those where they differ now, the longest difference first,
    ``total`` of them in all. ``shared`` are the names of the sources that two read, ``characters`` how
    long they are together; ``left_out`` counts codings by rule and accepted suggestions; ``machines`` are the names of the
    coders that are programs. Of a round
    (``of_round``, its name) that is read ``again`` the coders are one person's two readings."""

    question: Question
    coders: tuple[tuple[str, str], ...]
    shared: tuple[str, ...]
    characters: int
    exclusive: bool
    stated: bool
    left_out: int
    whole: Coefficient
    codes: tuple[CodeAgreement, ...]
    pairs: tuple[PairAgreement, ...]
    places: tuple[Place, ...]
    total: int
    version: int
    now: Settled | None = None
    machines: tuple[str, ...] = ()
    of_round: str = ""
    again: bool = False

    def ranked(self) -> list[CodeAgreement]:
        """The codes, those agreed on least first, those without a value last."""
        return sorted(
            self.codes,
            key=lambda one: (one.coefficient.value is None, one.coefficient.value or 0.0),
        )
