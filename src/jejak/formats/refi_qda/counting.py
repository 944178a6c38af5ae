"""What the positions of another program count: decided by evidence, not by hope.

The standard says code points of the plain text. In the wild UTF-16 units are counted, line ends as two signs
or as one, a byte order mark as the first, and ends that are the last sign and not the one behind it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

from ...errors import InvalidInput
from .counted import ENDS, LINES, UNITS, Counting, Text

__all__ = ["Decision"]

# So many selections of a source are asked.
_ASKED = 60
# What agrees as it should.
_WHOLLY = 2
# A shorter name agrees with too much.
_FEWEST = 3
_CUT = re.compile(r"\s*(?:…|\.\.\.)$")

Selection = tuple[int, int, str]


class Decision:
    """What one project's positions count, as its texts show one after the other."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        """Raises :class:`InvalidInput` for an answer that is none."""
        self._said = _checked(answers)
        self.agreed: Counter[Counting] = Counter()
        self.used: Counter[Counting] = Counter()

    def of(self, text: Text, selections: Sequence[Selection]) -> Counting:
        """How the selections of a text are to be counted: ``(start, end, name)`` each."""
        ways = text.ways(self._said)
        if len(ways) == 1:
            return ways[0]
        asked = (one for one in selections[: 2 * _ASKED] if len(_plain(one[2])) >= _FEWEST)
        telling = list(islice(asked, _ASKED))
        likely = max(ways, key=lambda way: (self.agreed[way], -ways.index(way)))
        sure = {likely: sum(_agrees(text, one, likely) for one in telling)}
        if telling and sure[likely] == _WHOLLY * len(telling):
            ways = [likely]
        found = sure | {
            way: sum(_agrees(text, one, way) for one in telling) for way in ways if way != likely
        }
        self.agreed.update(found)
        some, length = selections[:_ASKED], len(text.text)
        outside = {way: sum(text.span(a, b, way)[1] > length for a, b, _ in some) for way in ways}
        best = max(
            ways,
            key=lambda way: (found[way], self.agreed[way], -outside[way], -ways.index(way)),
        )
        self.used[best] += 1
        return best

    def most(self) -> Counting | None:
        """How most of the texts were counted in which ways differ; ``None`` where they never did."""
        return next((way for way, _ in self.used.most_common(1)), None)


def _checked(answers: Mapping[str, str]) -> dict[str, str]:
    said = {}
    for name, possible in (("units", UNITS), ("lines", LINES), ("ends", ENDS)):
        if name in answers:
            if answers[name] not in possible:
                raise InvalidInput(
                    "unknown-answer", f"“{answers[name]}” is no answer to “{name}”.",
                    f"There are: {', '.join(possible)}.",
                )  # fmt: skip
            said[name] = answers[name]
    return said


def _plain(words: str) -> str:
    return " ".join(_CUT.sub("", words).split() if words.endswith((".", "…")) else words.split())


def _agrees(text: Text, selection: Selection, way: Counting) -> int:
    """How well what would be selected agrees with its name: wholly they are the same, by half where the
    name is its beginning, else not."""
    start, end = text.span(selection[0], selection[1], way)
    words = text.text[max(start, 0) : max(end, 0)]
    if words == selection[2]:
        return _WHOLLY
    name = _plain(selection[2])
    told = _plain(words)
    if told == name:
        return _WHOLLY if words.strip() == words else 1
    begins = len(name) >= 2 * _FEWEST and told.startswith(name)
    return int(begins and not words[:1].isspace())
