"""Words as LaTeX: every sign that is an order to it is told as a sign, and letters that the body's font
lacks are set in one that has them."""

from __future__ import annotations

import re
from itertools import groupby

from .direction import right_to_left

__all__ = ["escaped"]

_SIGNS = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#",
    "%": r"\%", "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
    "\u00a0": "~", "\n": r"\jbreak{}", "\t": r"\quad{}", "\u200b": r"\hspace{0pt}", "\u00ad": r"\-",
}  # fmt: skip
_SIGN = re.compile("[" + re.escape("".join(_SIGNS)) + "]")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
# The first letters that a font for Latin, Greek and Cyrillic lacks.
_LAST_PLAIN = 0x058F
_SCRIPTS = (
    ("arabic", ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))),
    ("hebrew", ((0x0590, 0x05FF), (0xFB1D, 0xFB4F))),
    ("thai", ((0x0E00, 0x0E7F),)),
    ("devanagari", ((0x0900, 0x097F),)),
    ("han", ((0x1100, 0x11FF), (0x2E80, 0x9FFF), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF),
             (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x3FFFF))),
    ("symbols", ((0x2190, 0x2BFF), (0x200D, 0x200D), (0xFE00, 0xFE0F), (0x1F000, 0x1FAFF))),
)  # fmt: skip


def escaped(text: str) -> str:
    """The text as LaTeX that prints it, letter by letter."""
    clean = _CONTROLS.sub("\ufffd", text)
    if clean.isascii():
        return _signs(clean)
    pieces = []
    for script, letters in groupby(clean, _script):
        told = _signs("".join(letters))
        pieces.append(rf"\j{script}{{{told}}}" if script else told)
    joined = "".join(pieces)
    return rf"\jreversed{{{joined}}}" if right_to_left(clean) else joined


def _signs(text: str) -> str:
    return _SIGN.sub(lambda match: _SIGNS[match[0]], text)


def _script(letter: str) -> str:
    code = ord(letter)
    if code <= _LAST_PLAIN:
        return ""
    for name, spans in _SCRIPTS:
        if any(low <= code <= high for low, high in spans):
            return name
    return ""
