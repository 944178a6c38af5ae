"""Screens as small grey pictures, compared tile by tile: what is where, whatever the letters' shape."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageChops

__all__ = ["difference", "look_of"]

# A screen of 1440 x 900 in tiles of 15 x 15 pixels.
TILES = (96, 60)
# Shades (of 255) by which a tile may differ: other fonts draw their letters elsewhere within it.
SHADES = 24


def look_of(screenshot: bytes) -> Image.Image:
    """A screenshot (PNG) reduced to its tiles."""
    with Image.open(io.BytesIO(screenshot)) as picture:
        return picture.convert("L").resize(TILES, Image.Resampling.BOX)


def difference(one: Image.Image, two: Image.Image | Path) -> float:
    """The share of tiles, 0 to 1, that differ by more than :data:`SHADES`."""
    if isinstance(two, Path):
        with Image.open(two) as kept:
            return difference(one, kept.convert("L"))
    apart = ImageChops.difference(one, two).histogram()
    return sum(apart[SHADES + 1 :]) / (one.width * one.height)
