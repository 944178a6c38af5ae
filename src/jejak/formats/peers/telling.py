"""What is told of a project on its way in: one by one, and from a number on counted."""

from __future__ import annotations

from collections import Counter

from ...model import Message, say
from ...model.parcel import Tally

__all__ = ["Telling", "shown"]

# So many of one kind are told one by one.
_SINGLY = 500
_LONGEST = 60


def shown(text: str) -> str:
    """A text on one line, no longer than it takes to know which is meant."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


class Telling:
    """Notes into a tally; of a kind that never ends, the first stand as examples for the rest."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally
        self._told: Counter[str] = Counter()
        self._things: set[tuple[str, str]] = set()

    def note(self, code: str, message: Message, where: str = "") -> None:
        """Tell of something that was changed or left out."""
        self._told[code] += 1
        if self._told[code] <= _SINGLY:
            self.tally.note(code, message, where)

    def once(self, code: str, message: Message, where: str = "") -> None:
        """Tell of something that is so throughout, the first time only."""
        if not self._told[code]:
            self.note(code, message, where)

    def note_for(self, code: str, thing: str, message: Message, where: str = "") -> None:
        """Tell of something that is so throughout one thing (its GUID), once for each."""
        if (code, thing) not in self._things:
            self._things.add((code, thing))
            self.note(code, message, where)

    def finish(self) -> None:
        """Count what was not told one by one."""
        for code, count in self._told.items():
            if count > _SINGLY:
                rest = say(
                    "Of this sort (“{sort}”) there are {n} more.", sort=code, n=count - _SINGLY
                )
                self.tally.note("more", rest)
