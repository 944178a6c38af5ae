"""Whether lines with a label before them are people talking.

``Returns: …``, ``License: …`` and ``Note: …`` look like turns. The limits here were set on some
hundreds of documents that are no talks, and on transcripts: people come back, they take turns, and
somebody asks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

__all__ = ["is_talk"]

_FEW = 6


def is_talk(speakers: Sequence[str], turns: Sequence[str], share: float) -> bool:
    """Whether labels (one a turn, in order) and the text of their turns are a talk.

    ``share`` is how many of the paragraphs begin a turn, 0 to 1.
    """
    count = len(speakers)
    heard = Counter(speakers)
    again = sum(one == other for one, other in pairwise(speakers))
    alternate = 1 - again / max(count - 1, 1)
    asked = sum("?" in turn or "？" in turn or "؟" in turn for turn in turns) / count
    if count < _FEW:
        return asked > 0 and alternate > 0.5
    once = sum(1 for times in heard.values() if times == 1)
    if once > 0.2 * count or len(heard) > count / 3 + 2:
        return False
    if asked > 0.1:
        return alternate > 0.4
    regular = once == 0 and len(heard) <= 8 and alternate > 0.7
    return regular and share >= 0.6 and _indented(turns) < 0.3


def _indented(turns: Sequence[str]) -> float:
    """The share of indented lines among those that continue a turn: lists and licences have them."""
    lines = [line for turn in turns for line in turn.split("\n")[1:] if line.strip()]
    return sum(line[0] in " \t" for line in lines) / max(len(lines), 1)
