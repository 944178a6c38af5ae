"""What a coefficient is: a value with its uncertainty, or no value and the reason why there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from ...model.message import Message
from .option import Option

__all__ = ["Coefficient", "Measure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coefficient:
    """A coefficient of agreement.

    ``value`` is ``None`` where it is not defined, and ``reason`` says why. ``low`` and ``high`` bound
    it with ``confidence``, found by ``interval`` (``bootstrap``, ``jackknife``, ``analytic``; empty
    where there is no interval). With fewer than ten ``groups`` (whatever is drawn: units, or the
    sources they stand in) there is none, only ``without_one``: the least and greatest value when any
    one of them is left out. ``undefined`` counts the ``samples`` that had no value. ``units`` were
    coded by at least two of the ``coders``. ``coverage`` is the share of the material that a
    coefficient over coded stretches alone rests on; ``extra`` holds what else a measure tells.
    """

    measure: str
    value: float | None
    reason: Message | None = None
    observed: float | None = None
    expected: float | None = None
    low: float | None = None
    high: float | None = None
    confidence: float = 0.95
    interval: str = ""
    error: float | None = None
    without_one: tuple[float, float] | None = None
    samples: int = 0
    seed: int | None = None
    undefined: int = 0
    units: int = 0
    coders: int = 0
    groups: int = 0
    coverage: float | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def width(self) -> float | None:
        """How wide the interval is; ``None`` where there is none."""
        return None if self.low is None or self.high is None else self.high - self.low

    def groups_for(self, width: float) -> int | None:
        """How many units (or sources, whichever were drawn) would narrow the interval to ``width``.

        An interval narrows with the root of their number: ``n (width now / width wanted)²``. It
        supposes that more material is like what is there. ``None`` where there is no interval.
        """
        now = self.width
        if now is None or width <= 0:
            return None
        return max(ceil(self.groups * (now / width) ** 2 - 1e-9), 1)


@dataclass(frozen=True, slots=True)
class Measure:
    """A coefficient in the table of names.

    ``works_on`` is ``ratings`` (coders by units) or ``continuum`` (stretches of text).
    ``chance`` says whether agreement by chance is taken off; ``coders`` how many it is defined for
    (0: any number from two). ``formula`` is shown as it is, ``source`` is where it was published.
    ``compute`` takes the one or the other, the options named in ``options``, and ``interval``.
    ``of_sets`` are those over stretches that compare, unit by unit, the sets of values given there,
    ``of_pairs`` those that are of more than two coders the mean over their pairs.
    """

    name: str
    title: Message
    about: Message
    formula: str
    source: str
    works_on: str
    compute: Callable[..., Coefficient]
    chance: bool = True
    options: tuple[Option, ...] = ()
    of_sets: bool = False
    of_pairs: bool = False

    @property
    def in_units(self) -> bool:
        """Whether it counts over units, not over stretches as they were marked."""
        return self.works_on == "ratings" or self.of_sets
