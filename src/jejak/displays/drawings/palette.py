"""Colours that tell categories apart for every kind of colour vision, and hatching where none can.

How colours look to people who see no red, no green or no blue is simulated after Machado, Oliveira &
Fernandes (2009), at full severity, in linear RGB; distances are Euclidean in CIELAB (D65), as of CIE 1976.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

__all__ = ["CATEGORIES", "NEAR", "PATTERNS", "colour_of", "distances", "hatching", "letters_on", "patterns_for"]  # fmt: skip

# From the schemes of Okabe & Ito and of Paul Tol: the eight that stay furthest apart to people with any
# kind of colour vision, in an order in which any first few do.
CATEGORIES = (
    "#88ccee", "#cc3311", "#332288", "#882255", "#ddcc77", "#4477aa", "#e69f00", "#ee6677",
)  # fmt: skip
# Closer than this under any kind of vision, two colours are told apart by hatching (Jejak's own limit).
NEAR = 20.0
# Names of the hatchings; the first is none.
PATTERNS = ("plain", "rising", "falling", "level", "upright", "crossed", "grid", "dotted")
UNKNOWN = "#8a9695"

Numbers = NDArray[np.float64]

_VISIONS: Numbers = np.array(
    [
        [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ]
)
_XYZ: Numbers = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
_WHITE: Numbers = _XYZ.sum(axis=1)


def colour_of(colour: str | None, number: int) -> str:
    """A category's own colour, or the one of its number."""
    return colour or CATEGORIES[number % len(CATEGORIES)]


def distances(colours: Sequence[str]) -> Numbers:
    """How far each colour is from each other one, to whoever sees them nearest."""
    light = _linear(colours)
    seen = np.clip(np.einsum("vij,nj->vni", _VISIONS, light), 0, 1)
    lab = _lab(seen)
    apart = np.linalg.norm(lab[:, :, None, :] - lab[:, None, :, :], axis=-1)
    nearest: Numbers = apart.min(axis=0)
    return nearest


def patterns_for(colours: Sequence[str]) -> list[int]:
    """The number of a hatching for each colour: none while it is far from all before it, else one
    that no near colour has (the rarest of them, where all are taken)."""
    if not colours:
        return []
    near = distances(colours) < NEAR
    chosen: list[int] = []
    for number in range(len(colours)):
        taken = [chosen[other] for other in range(number) if near[number, other]]
        counts = [taken.count(pattern) for pattern in range(len(PATTERNS))]
        chosen.append(counts.index(min(counts)))
    return chosen


def letters_on(colour: str) -> str:
    """Black or white, whichever stands out more on a colour."""
    red, green, blue = _linear([colour])[0]
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "#ffffff" if luminance < 0.179 else "#000000"


@lru_cache(maxsize=4096)
def hatching(pattern: int, width: float, height: float, step: float = 6) -> str:
    """The lines of a hatching in a box of that size, as the path of an SVG; empty for none."""
    name = PATTERNS[pattern % len(PATTERNS)]
    lines: list[str] = []
    if name in ("rising", "crossed"):
        lines += _slanted(width, height, step, falling=False)
    if name in ("falling", "crossed"):
        lines += _slanted(width, height, step, falling=True)
    if name in ("level", "grid"):
        lines += [f"M0,{y:g}H{width:g}" for y in _steps(height, step)]
    if name in ("upright", "grid"):
        lines += [f"M{x:g},0V{height:g}" for x in _steps(width, step)]
    if name == "dotted":
        across, down = _steps(width, step), _steps(height, step)
        lines += [f"M{x - 0.5:g},{y:g}h1" for y in down for x in across]
    return "".join(lines)


def _steps(size: float, step: float) -> list[float]:
    count = max(1, int(size // step))
    return [round(size * (n + 0.5) / count, 2) for n in range(count)]


def _slanted(width: float, height: float, step: float, *, falling: bool) -> list[str]:
    """Lines at 45 degrees, cut at the edges of the box."""
    lines = []
    count = max(1, int((width + height) // (step * 1.3)))
    for n in range(count):
        reach = (width + height) * (n + 0.5) / count
        left, right = max(0.0, reach - height), min(width, reach)
        low, high = reach - left, reach - right
        if falling:
            low, high = height - low, height - high
        lines.append(f"M{left:.4g},{low:.4g}L{right:.4g},{high:.4g}")
    return lines


def _linear(colours: Sequence[str]) -> Numbers:
    parts = [[int(_plain(c)[at : at + 2], 16) / 255 for at in (1, 3, 5)] for c in colours]
    values = np.array(parts, np.float64)
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def _plain(colour: str) -> str:
    """A colour as six digits; grey for what is none, as imported studies may have."""
    return colour if len(colour) == 7 and colour.startswith("#") and _hex(colour[1:]) else UNKNOWN


def _hex(digits: str) -> bool:
    return set("0123456789abcdef").issuperset(digits.lower())


def _lab(light: Numbers) -> Numbers:
    xyz = light @ _XYZ.T / _WHITE
    cubic = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    x, y, z = cubic[..., 0], cubic[..., 1], cubic[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)
