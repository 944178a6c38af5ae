"""Which signs make words, in every script."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

__all__ = ["UNSPACED", "folded", "is_unspaced", "is_word_sign", "marks"]

# Ranges for character classes: Han and kana, of which each sign is a word of its own for search;
# and these with the other scripts that put no spaces between words (Thai, Lao, Burmese, Khmer).
_IDEOGRAPHS = (
    "\u2e80-\u2fff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
UNSPACED = _IDEOGRAPHS + "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"


@cache
def marks() -> str:
    """All combining marks, as ranges for a character class (Python's word class lacks them)."""
    found: list[str] = []
    begin = -1
    for code in range(0x300, 0x20000):
        mark = unicodedata.category(chr(code))[0] == "M"
        if mark and begin < 0:
            begin = code
        elif begin >= 0 and not mark:
            found.append(f"{chr(begin)}-{chr(code - 1)}")
            begin = -1
    return "".join(found)


_UNSPACED_SIGN = re.compile(f"[{UNSPACED}]")


def is_unspaced(sign: str) -> bool:
    """Whether a sign is of a script that puts no spaces between words."""
    return _UNSPACED_SIGN.match(sign) is not None


def is_word_sign(sign: str) -> bool:
    """Whether a sign belongs to a word: a letter, digit, underscore or combining mark."""
    return sign.isalnum() or sign == "_" or unicodedata.category(sign)[0] == "M"


def folded(text: str) -> str:
    """The text in lower case, sign for sign, so that positions stay what they are."""
    lower = text.lower()
    if len(lower) != len(text):  # one letter (İ) grows in lower case: it stays as it is
        lower = "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)
    return lower.replace("ς", "σ")
