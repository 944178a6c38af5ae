"""Which writing quotes given words: runs of words that two texts share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

__all__ = ["GAP", "Quotes"]

# What stands where words were taken out.
GAP = "[…]"
# As many words in a row are a quotation, not a coincidence; a shorter turn is one as a whole.
RUN = 5
SHORT = 3
_WORD = re.compile(r"\w+")
_Key = tuple[str, ...]


class Quotes:
    """The words of some texts, and the names of some people, to be found in other writing.

    A quotation is five words in a row that stand so in one of the ``texts`` (or all of a text of
    three or four), whatever the case and the signs between. A name counts as a whole word.
    """

    def __init__(self, texts: Iterable[str], names: Iterable[str] = ()) -> None:
        self._runs: set[_Key] = set()
        self.learn(texts)
        shown = sorted({name.strip() for name in names if name.strip()}, key=len, reverse=True)
        parts = (rf"(?<!\w){re.escape(name)}(?!\w)" for name in shown)
        self._names = re.compile("|".join(parts), re.IGNORECASE) if shown else None

    def learn(self, texts: Iterable[str]) -> None:
        """Look for the words of these texts as well."""
        for text in texts:
            words = [word.casefold() for _, _, word in _words(text)]
            if SHORT <= len(words) < RUN:
                self._runs.add(tuple(words))
            self._runs.update(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))

    def spans(self, text: str) -> list[tuple[int, int]]:
        """The stretches of a text that are quotations, in order, apart from one another."""
        words = list(_words(text))
        keys = [word.casefold() for _, _, word in words]
        found: list[tuple[int, int]] = []
        for at in range(len(words)):
            for size in (SHORT, SHORT + 1, RUN):
                if at + size <= len(words) and tuple(keys[at : at + size]) in self._runs:
                    start, end = words[at][0], words[at + size - 1][1]
                    if found and found[-1][1] >= start:
                        found[-1] = found[-1][0], max(found[-1][1], end)
                    else:
                        found.append((start, end))
        return found

    def without(self, value: Any, *, names: bool = False) -> Any:
        """A text, or a list or mapping with texts in it, with every quotation (and every name, if
        asked) replaced by a gap; the very same value where there is none."""
        if isinstance(value, str):
            return self._text_without(value, names=names)
        if isinstance(value, list | tuple):
            parts = [self.without(part, names=names) for part in value]
            return value if parts == list(value) else parts
        if isinstance(value, dict):
            return {
                self.without(key, names=names): self.without(part, names=names)
                for key, part in value.items()
            }
        return value

    def _text_without(self, text: str, *, names: bool) -> str:
        parts, at = [], 0
        for start, end in self.spans(text):
            parts += [text[at:start], GAP]
            at = end
        shown = "".join([*parts, text[at:]]) if parts else text
        return self._names.sub(GAP, shown) if names and self._names else shown


def _words(text: str) -> Iterator[tuple[int, int, str]]:
    for found in _WORD.finditer(text):
        yield found.start(), found.end(), found.group()
