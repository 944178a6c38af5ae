"""Quotations with the turns around them, read source by source."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Iterable

import numpy as np

from ..model import Source
from ..model.corpus import Corpus
from ..report.facts import Passage, Spoken
from ..store import Rows
from ..store.texts import load_texts

__all__ = ["Passages"]

# So much is shown of the words around a quotation, in code points.
_AROUND = 320
# Texts up to this length are read whole and kept for the next quotation, so many of them.
_WHOLE = 200_000
_KEPT = 40
# So many are read at once where it is known that they will be asked for.
_TOGETHER = 32
# A speaker's label that is no case's is shown only where it is as short as initials.
_INITIALS = 3
_CUT = "…"


class Passages:
    """Stretches of sources as passages, in one view of a study."""

    def __init__(self, rows: Rows, corpus: Corpus) -> None:
        self._rows = rows
        self._corpus = corpus
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._wanted: list[int] = []
        found = {one[0]: one for one in rows.fields(Source, ("guid", "text", "language"))}
        self._digests = [found[guid][1] for guid in corpus.sources.guid]
        self._languages = [found[guid][2] for guid in corpus.sources.guid]
        self._kinds = corpus.sources.facets["kind"]
        pairs = corpus.case_sources.tolist()
        many = Counter(source for _, source in pairs)
        self._owner = {source: case for case, source in pairs if many[source] == 1}

    def expect(self, sources: Iterable[int]) -> None:
        """That passages of these sources (by their rows) are asked for next, in this order: their texts
        are read some at a time."""
        self._wanted = [*dict.fromkeys(sources)][::-1]

    def of(self, source: int, start: int, end: int, case: int | None = None) -> Passage:
        """The stretch ``[start, end)`` of a source (by its row); ``case`` says whose words they are
        where that is known."""
        first, last = self._block(source, start), self._block(source, max(end - 1, start))
        low = self._begin(source, first, start)
        high = self._finish(last, end, source)
        same = self._same(source, start, end)
        return Passage(
            source=self._corpus.sources.name[source],
            source_kind=self._kinds[source] or "other",
            start=start,
            end=end,
            text=self._words(source, start, end),
            lead=self._clip_left(source, low, start),
            tail=self._clip_right(source, end, high),
            who=self._who(first),
            previous=self._beside(source, first, -1),
            following=self._beside(source, last, 1),
            case=self._case(source, first, same, case),
            codes=self._codes(same),
            coders=self._coders(same),
            language=self._languages[source] or "",
        )

    def whose(self, source: int, case: int) -> Passage:
        """Of which source words are and whose (-1: nobody's), without their place and the words."""
        return Passage(
            source=self._corpus.sources.name[source],
            source_kind=self._kinds[source] or "other",
            start=0,
            end=0,
            text="",
            case=None if case < 0 else self._corpus.cases.name[case],
            language=self._languages[source] or "",
        )

    # --- words ---

    def _words(self, source: int, start: int, end: int) -> str:
        if start >= end:
            return ""
        digest = self._digests[source]
        if not self._is_short(source):
            return self._rows.text(digest, start, end)
        if digest not in self._texts:
            self._read(source)
        return self._texts[digest][start:end]

    def _is_short(self, source: int) -> bool:
        length = self._corpus.sources.length
        return length is not None and length[source] <= _WHOLE

    def _read(self, source: int) -> None:
        """Read the text of a source, and those of some that are expected after it."""
        together = [source]
        if source in self._wanted:
            while self._wanted.pop() != source:
                pass
            while self._wanted and len(together) < _TOGETHER:
                after = self._wanted.pop()
                together += [after] if self._is_short(after) else []
        digests = list(dict.fromkeys(self._digests[one] for one in together))
        self._texts.update(zip(digests, load_texts(self._rows.conn, digests), strict=True))
        while len(self._texts) > _KEPT:
            self._texts.popitem(last=False)

    def _clip_left(self, source: int, low: int, high: int) -> str:
        if high - low <= _AROUND:
            return self._words(source, low, high)
        words = self._words(source, high - _AROUND, high)
        return _CUT + words[words.find(" ") + 1 :]

    def _clip_right(self, source: int, low: int, high: int) -> str:
        if high - low <= _AROUND:
            return self._words(source, low, high).rstrip("\n")
        words = self._words(source, low, low + _AROUND)
        cut = words.rfind(" ")
        return (words[:cut] if cut > 0 else words) + _CUT

    # --- blocks ---

    def _block(self, source: int, at: int) -> int:
        """The block that holds a place of a source, -1 where none does."""
        blocks = self._corpus.blocks
        low, high = int(blocks.first[source]), int(blocks.first[source + 1])
        row = low + int(blocks.start[low:high].searchsorted(at, side="right")) - 1
        return row if row >= low and blocks.end[row] > at else -1

    def _begin(self, source: int, block: int, start: int) -> int:
        if block < 0:
            return max(start - _AROUND, 0)
        return min(self._spoken_from(source, block), start)

    def _finish(self, block: int, end: int, source: int) -> int:
        if block >= 0:
            return max(int(self._corpus.blocks.end[block]), end)
        length = self._corpus.sources.length
        return end + _AROUND if length is None else min(end + _AROUND, int(length[source]))

    def _spoken_from(self, source: int, block: int) -> int:
        """Where the words of a turn begin, after the time and the name that stand before them."""
        blocks = self._corpus.blocks
        start, end = int(blocks.start[block]), int(blocks.end[block])
        if blocks.speaker[block] < 0:
            return start
        name = f"{blocks.speakers[int(blocks.speaker[block])]}:"
        head = self._words(source, start, min(end, start + len(name) + 40))
        at = head.find(name)
        if at < 0 or "\n" in head[:at]:
            return start
        after = at + len(name)
        return start + after + (len(head[after:]) - len(head[after:].lstrip(" \t")))

    def _beside(self, source: int, block: int, step: int) -> tuple[Spoken, ...]:
        blocks, beside = self._corpus.blocks, block + step
        if block < 0 or not blocks.first[source] <= beside < blocks.first[source + 1]:
            return ()
        start, end = self._spoken_from(source, beside), int(blocks.end[beside])
        clip = self._clip_left if step < 0 else self._clip_right
        words = clip(source, start, end).strip()
        return (Spoken(self._who(beside), words),) if words else ()

    # --- people and codes ---

    def _who(self, block: int) -> str:
        blocks, cases = self._corpus.blocks, self._corpus.cases
        if block < 0 or blocks.speaker[block] < 0:
            return ""
        if blocks.case[block] >= 0:
            return cases.name[int(blocks.case[block])]
        label = blocks.speakers[int(blocks.speaker[block])]
        return label if len(label) <= _INITIALS else _CUT

    def _same(self, source: int, start: int, end: int) -> list[int]:
        """The codings on the very same stretch."""
        codings = self._corpus.codings
        # Of the column's own type: else all of it would be made anew of the other for each look.
        low, high = codings.source.searchsorted(np.array([source, source + 1], np.int32))
        at = np.array([start, start + 1], np.int32)
        first, after = low + codings.start[low:high].searchsorted(at)
        return [int(row) for row in first + np.flatnonzero(codings.end[first:after] == end)]

    def _case(self, source: int, block: int, same: list[int], case: int | None) -> str | None:
        if case is None and same:
            case = int(self._corpus.codings.case[same[0]])
        elif case is None and block >= 0 and self._corpus.blocks.speaker[block] >= 0:
            case = int(self._corpus.blocks.case[block])
        elif case is None:
            case = self._owner.get(source, -1)
        return self._corpus.cases.name[case] if case >= 0 else None

    def _codes(self, same: list[int]) -> tuple[tuple[str, str], ...]:
        codes = self._corpus.codes
        found = dict.fromkeys(int(self._corpus.codings.code[row]) for row in same)
        return tuple((codes.guid[code], codes.path[code]) for code in found)

    def _coders(self, same: list[int]) -> tuple[str, ...]:
        found = dict.fromkeys(int(self._corpus.codings.coder[row]) for row in same)
        return tuple(self._corpus.users.name[coder] for coder in found)
