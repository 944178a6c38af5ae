"""What stands below the drawing in a picture file: whoever meets the picture alone can read it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from unicodedata import east_asian_width

from .look import FONT, QUIET

__all__ = ["framed", "size_of", "wrapped"]

_SIZE = 11
_LINE = 15
_LETTER = 5.9
_MARGIN = 16
_NARROWEST = 420
_OPENING = re.compile(r"<svg\b[^>]*>")
_BACKGROUND = re.compile(r'<rect width="[0-9.]+" height="[0-9.]+"')


def framed(svg: str, lines: Sequence[str], told: str) -> str:
    """A drawing with lines of text below it, wrapped to its width; ``told`` is what a screen reader
    says of the whole."""
    opening = _OPENING.search(svg)
    if opening is None:
        return svg
    width, height = size_of(opening[0])
    wide = max(width, _NARROWEST)
    letters = int((wide - 2 * _MARGIN) / _LETTER)
    parts = [part for line in lines for part in wrapped(line, letters)]
    tall = height + len(parts) * _LINE + (_MARGIN if parts else 0)
    words = "".join(
        f'<tspan x="{_MARGIN}" y="{height + _LINE * at + _SIZE:g}">{escape(part)}</tspan>'
        for at, part in enumerate(parts)
    )
    below = (
        f'<text font-family="{FONT}" font-size="{_SIZE}px" fill="{QUIET}" '
        f'xml:space="preserve">{words}</text>'
    )
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'version="1.1" class="marks" role="img" aria-label="{escape(told)}" '
        f'width="{wide:g}" height="{tall:g}" viewBox="0 0 {wide:g} {tall:g}">'
    )
    inside = svg[opening.end() :].rstrip().removesuffix("</svg>")
    inside = _BACKGROUND.sub(f'<rect width="{wide:g}" height="{tall:g}"', inside, count=1)
    return f"{head}{inside}{below if parts else ''}</svg>"


def size_of(svg: str) -> tuple[float, float]:
    """How wide and how tall a drawing says it is."""
    opening = _OPENING.search(svg)
    told = opening[0] if opening else ""
    found = {name: re.search(rf'\b{name}="([0-9.]+)', told) for name in ("width", "height")}
    width, height = (float(one[1]) if one else 0.0 for one in found.values())
    return width, height


def wrapped(text: str, letters: int) -> list[str]:
    """A text in lines of at most so many letters, broken at spaces and beside wide letters, which
    count twice; a word that is longer is broken where it must be."""
    lines, line, size = list[str](), "", 0
    for piece in re.findall(r"\s+|[^\s]+", text):
        for part in _parts(piece):
            long = sum(_width(letter) for letter in part)
            if line and size + long > letters:
                lines.append(line.rstrip())
                line, size = "", 0
            if line or not part.isspace():
                line, size = line + part, size + long
            while size > letters:
                line, rest = _cut(line, letters)
                lines.append(line)
                line, size = rest, sum(_width(letter) for letter in rest)
    return [*lines, line.rstrip()] if line.strip() else lines


def _parts(piece: str) -> list[str]:
    """A word whole, but each wide letter by itself: lines of Han are broken anywhere."""
    return re.findall(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]|[^\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+", piece)  # fmt: skip


def _width(letter: str) -> int:
    return 2 if east_asian_width(letter) in "WF" else 1


def _cut(text: str, letters: int) -> tuple[str, str]:
    size = 0
    for at, letter in enumerate(text):
        size += _width(letter)
        if size > letters and at:
            return text[:at], text[at:]
    return text, ""
