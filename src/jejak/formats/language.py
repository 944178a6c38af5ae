"""A guess at the language of a text, by the small words that every text has: Indonesian or English.

Only to pre-fill a field that a person sees: unsure means ``None``.
"""

from __future__ import annotations

import re

__all__ = ["guess_language"]

_WORDS = {
    "id": frozenset(
        [
            "yang",
            "dan",
            "di",
            "itu",
            "dengan",
            "untuk",
            "tidak",
            "dari",
            "ini",
            "ke",
            "saya",
            "ada",
            "aku",
            "juga",
            "akan",
            "atau",
            "bisa",
            "kalau",
            "sudah",
            "karena",
            "pada",
            "jadi",
            "sama",
            "nggak",
            "gak",
            "iya",
            "kak",
            "apa",
            "mereka",
            "orang",
            "lebih",
            "cuma",
        ]
    ),
    "en": frozenset(
        [
            "the",
            "and",
            "of",
            "to",
            "in",
            "is",
            "that",
            "it",
            "for",
            "was",
            "with",
            "as",
            "on",
            "are",
            "this",
            "be",
            "at",
            "by",
            "not",
            "have",
            "from",
            "they",
            "you",
            "but",
            "or",
            "what",
            "which",
            "i",
            "we",
            "an",
            "were",
            "there",
        ]
    ),
}


def guess_language(text: str) -> str | None:
    """``id``, ``en`` or ``None``."""
    words = re.findall(r"[^\W\d_]+", text[:20_000].casefold())
    if len(words) < 5:
        return None
    counts = {code: sum(word in known for word in words) for code, known in _WORDS.items()}
    best, other = sorted(counts, key=lambda code: -counts[code])
    sure = counts[best] >= max(3, len(words) // 20) and counts[best] > 1.5 * counts[other]
    return best if sure else None
