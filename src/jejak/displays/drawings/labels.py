"""Where the names of points in a plane stand, so that they can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

import numpy as np
from numpy.typing import NDArray

__all__ = ["HEIGHT", "OVERHANG", "Place", "place_labels", "width_of"]

Numbers = NDArray[np.float64]

HEIGHT = 14.0
# How far a name may reach over the left and the right edge.
OVERHANG = 60.0
_LETTER = 6.3
# How far from the edge of its point a name may stand; beyond the first a line leads to it.
_RINGS = (4.0, 12.0, 24.0, 40.0, 60.0, 85.0, 115.0, 150.0)
_ANGLES = np.radians([0, 180, 45, 135, -45, -135, 90, -90, 22, 158, -22, -158, 67, 113, -67, -113])


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands, ``left``, ``center`` or ``right`` of that, and whether a line leads there."""

    x: float
    y: float
    align: str
    led: bool


def width_of(text: str) -> float:
    """About how wide a text of size 11 is."""
    return sum(_LETTER * (2 if east_asian_width(letter) in "WF" else 1) for letter in text)


def place_labels(
    points: Sequence[tuple[float, float]],
    radii: Sequence[float],
    names: Sequence[str],
    width: float,
) -> list[Place]:
    """A place for each name: the nearest where it covers no point and no other name, names of large
    points first; where there is none, the one that covers least. None is left out."""
    centres, radius = np.array(points, float).reshape(-1, 2), np.array(radii, float)
    discs = np.concatenate([centres - radius[:, None], centres + radius[:, None]], axis=1)
    taken = np.empty((0, 4))
    places: dict[int, Place] = {}
    for at in np.argsort(-radius, kind="stable").tolist():
        spots, boxes = _candidates(centres[at], radius[at], width_of(names[at]))
        cost = 3 * _covered(boxes, taken) + _covered(boxes, np.delete(discs, at, axis=0))
        outside = np.maximum(-OVERHANG - boxes[:, 0], 0)
        outside = outside + np.maximum(boxes[:, 2] - width - OVERHANG, 0)
        cost += 20 * outside + np.repeat(np.arange(len(_RINGS)), len(_ANGLES)) * 2.5
        best = int(np.argmin(cost))
        taken = np.concatenate([taken, boxes[best : best + 1]])
        x, y = spots[best].tolist()
        align = _align(float(_ANGLES[best % len(_ANGLES)]))
        places[at] = Place(x, y, align, led=best >= 2 * len(_ANGLES))
    return [places[at] for at in range(len(names))]


def _align(angle: float) -> str:
    across = float(np.cos(angle))
    return "center" if abs(across) < 0.3 else ("left" if across > 0 else "right")


def _candidates(centre: Numbers, radius: float, wide: float) -> tuple[Numbers, Numbers]:
    reach = radius + np.array(_RINGS)[:, None]
    x = (centre[0] + reach * np.cos(_ANGLES)).ravel()
    y = (centre[1] - reach * np.sin(_ANGLES)).ravel()
    # What stands above or below a point has to clear it by half its height.
    lift = np.tile(np.sin(_ANGLES) * HEIGHT / 2, len(_RINGS))
    spots = np.stack([x, y - lift], axis=1)
    shift = {"left": 0.0, "center": 0.5, "right": 1.0}
    left = np.tile([shift[_align(float(angle))] * wide for angle in _ANGLES], len(_RINGS))
    low = spots[:, 0] - left
    top = spots[:, 1] - HEIGHT / 2
    return spots, np.stack([low, top, low + wide, top + HEIGHT], axis=1)


def _covered(boxes: Numbers, others: Numbers) -> Numbers:
    """How much of the others each box covers, in the squares of letters."""
    if not len(others):
        return np.zeros(len(boxes))
    across = np.minimum(boxes[:, None, 2], others[None, :, 2])
    across = across - np.maximum(boxes[:, None, 0], others[None, :, 0])
    down = np.minimum(boxes[:, None, 3], others[None, :, 3])
    down = down - np.maximum(boxes[:, None, 1], others[None, :, 1])
    shared: Numbers = (np.maximum(across, 0) * np.maximum(down, 0)).sum(axis=1)
    return shared / _LETTER
