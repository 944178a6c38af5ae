"""What authors called small and large. None is a test; each comes with who said it."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.message import Message, say

__all__ = ["BANDS", "Band", "band_of"]

_ALPHAS = (
    "alpha",
    "joint-alpha",
    "u-alpha",
    "binary-u-alpha",
    "cu-alpha",
    "k-u-alpha",
    "set-alpha",
)
_KAPPAS = ("cohen-kappa", "fleiss-kappa", "conger-kappa")


@dataclass(frozen=True, slots=True)
class Band:
    """From ``low`` on up to the next band; ``text`` names the author."""

    measures: tuple[str, ...]
    low: float
    text: Message
    source: str


_KRIPPENDORFF = "Krippendorff 2004"
_LANDIS = "Landis & Koch 1977"
BANDS = (
    Band(_ALPHAS, 0.8, say("Krippendorff (2004) asks for at least 0.800."), _KRIPPENDORFF),
    Band(
        _ALPHAS, 0.667,
        say("Krippendorff (2004) allows tentative conclusions from 0.667 to 0.800."), _KRIPPENDORFF,
    ),
    Band(
        _ALPHAS, -1e9,
        say("Krippendorff (2004) does not rely on values below 0.667."), _KRIPPENDORFF,
    ),
    Band(_KAPPAS, 0.81, say("Landis and Koch (1977) call it “almost perfect”; the limits are arbitrary, as they say."), _LANDIS),
    Band(_KAPPAS, 0.61, say("Landis and Koch (1977) call it “substantial”; the limits are arbitrary, as they say."), _LANDIS),
    Band(_KAPPAS, 0.41, say("Landis and Koch (1977) call it “moderate”; the limits are arbitrary, as they say."), _LANDIS),
    Band(_KAPPAS, 0.21, say("Landis and Koch (1977) call it “fair”; the limits are arbitrary, as they say."), _LANDIS),
    Band(_KAPPAS, 0.0, say("Landis and Koch (1977) call it “slight”; the limits are arbitrary, as they say."), _LANDIS),
    Band(_KAPPAS, -1e9, say("Landis and Koch (1977) call it “poor”; the limits are arbitrary, as they say."), _LANDIS),
)  # fmt: skip


def band_of(measure: str, value: float) -> Band | None:
    """The band of a value; ``None`` for a coefficient that nobody gave bands for."""
    return next((one for one in BANDS if measure in one.measures and value >= one.low), None)
