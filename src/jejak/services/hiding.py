"""Names within whole texts: where they stand, and what stands there outside the study."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property

from ..model import Block, Case, Speaker, User
from ..model.identity import name_key
from ..store import Rows
from ..store.correcting import Edit
from .leaving import Leaving

__all__ = ["Hiding"]

# A shorter label is initials, which tell nobody who it is.
_INITIALS = 3
# So many characters (a time, a number) may stand before the label of a turn.
_BEFORE = 40


class Hiding:
    """What is done to the words of a study before strangers read all of them: names give way as wherever
    something leaves, and whoever speaks and is no case is told by a number."""

    def __init__(self, rows: Rows, leaving: Leaving) -> None:
        self._rows = rows
        self._discretion = leaving.discretion
        self._numbers: dict[str, str] = {}

    def told(self, text: str) -> str:
        """A text without names."""
        return self._discretion.told(text)

    def literature(self, text: str) -> str:
        """The same of what is told of a published work."""
        return self._discretion.literature(text)

    def edits(self, text: str, blocks: Iterable[Block] = ()) -> list[Edit]:
        """What is put where in the text of a source; ``blocks`` are those that the source has."""
        return _beside(self._labels(text, blocks), self._discretion.edits(text))

    def speaker(self, label: str, source: str | None = None) -> str:
        """The name under which somebody speaks (in a source, by GUID), as it is told."""
        key = name_key(label)
        case = self._cases.get((source, key)) or self._cases.get((None, key))
        if len(label) <= _INITIALS or key in self._known:
            return label
        if case is not None:
            return case
        told = self.told(label)
        return (
            told if told != label else self._numbers.setdefault(key, f"#{len(self._numbers) + 1}")
        )

    @cached_property
    def _cases(self) -> Mapping[tuple[str | None, str], str]:
        """Which case speaks under a label: in one source, or in all (``None``)."""
        names = {case.guid: case.name for case in self._rows.all(Case)}
        tied = self._rows.all(Speaker)
        return {(one.source, name_key(one.name)): names[one.case] for one in tied}

    @cached_property
    def _known(self) -> frozenset[str]:
        """Names that may be shown: of cases, and of those who work on the study."""
        names = [case.name for case in self._rows.all(Case)]
        return frozenset(map(name_key, names + [user.name for user in self._rows.all(User)]))

    def _labels(self, text: str, blocks: Iterable[Block]) -> list[Edit]:
        found = []
        for block in blocks:
            label = block.speaker or ""
            told = self.speaker(label, block.source)
            head = text[block.start : min(block.end, block.start + len(label) + _BEFORE)]
            at = head.find(f"{label}:") if told != label else -1
            if at >= 0 and "\n" not in head[:at]:
                start = block.start + at
                found.append(Edit(start, start + len(label), told))
        return found


def _beside(first: Iterable[Edit], others: Iterable[Edit]) -> list[Edit]:
    """All of the first edits, and those of the others that lie apart from them, by place."""
    kept = sorted(first)
    ends = [edit.end for edit in kept]
    places = ((edit, bisect_right(ends, edit.start)) for edit in others)
    apart = [edit for edit, at in places if at == len(kept) or kept[at].start >= edit.end]
    return sorted([*kept, *apart])
