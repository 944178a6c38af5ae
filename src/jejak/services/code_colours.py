"""Colours of codes: a scheme for new ones, and shades of one colour."""

from __future__ import annotations

import colorsys

from ..errors import InvalidInput
from ..model.code import PALETTE

__all__ = ["PALETTE", "check_colour", "shades"]

_DARKEST, _LIGHTEST = 0.3, 0.68
_DIGITS = frozenset("0123456789abcdef")


def check_colour(colour: str) -> None:
    """Raise :class:`InvalidInput` unless a colour is written like ``#44aa99``."""
    if len(colour) != 7 or colour[0] != "#" or not _DIGITS.issuperset(colour[1:].lower()):
        raise InvalidInput("bad-colour", f"“{colour}” is no colour.", "Write it like #44aa99.")


def shades(colour: str, count: int) -> list[str]:
    """So many shades of a colour, from dark to light, each of another lightness than its own.

    Raises :class:`InvalidInput` for what is no colour.
    """
    check_colour(colour)
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    hue, own, strength = colorsys.rgb_to_hls(*parts)
    steps = [_DARKEST + (_LIGHTEST - _DARKEST) * n / max(count, 1) for n in range(count + 1)]
    nearest = min(steps, key=lambda step: abs(step - own))
    lights = [step for step in steps if step != nearest]
    return [_written(colorsys.hls_to_rgb(hue, light, strength)) for light in lights]


def _written(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
