"""Texts corrected after coding, and what lost its words by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Coding, Segment, Source, say
from ..store import Store
from ..store.correcting import Edit, Replaced, replace_text

__all__ = ["Corrections", "Lost"]


@dataclass(frozen=True, slots=True)
class Lost:
    """A segment whose words were deleted from its source, with the codings that are kept on it.

    ``segment.lost`` are the words, ``segment.start`` the code point where they stood.
    """

    segment: Segment
    codings: tuple[Coding, ...]


class Corrections:
    """Corrections of texts, by the study's present user."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def make(self, source: Source, edits: Iterable[tuple[int, int, str]]) -> Replaced:
        """Replace several stretches of a source's text in one change; anchors move with their words.

        Each edit is ``(start, end, text)``: code points ``[start, end)`` of the text as it is now
        become ``text``. A segment that loses all its words is flagged with them. Raises
        :class:`InvalidInput` (edits that overlap or lie outside) and :class:`Conflict` (the text was
        corrected meanwhile).
        """
        wanted = [
            Edit(start, end, text.replace("\r\n", "\n").replace("\r", "\n"))
            for start, end, text in edits
        ]
        verb = say("Correct the text of “{name}”", name=source.name)
        with self._store.write(verb, self._user) as change:
            return replace_text(change, source, wanted)

    def lost(self, source: Source) -> list[Lost]:
        """What lost its words in a source, by the place where these stood."""
        with self._store.read() as rows:
            flags = rows.fields(Segment, ("guid", "lost"), ("source", [source.guid]))
            flagged = [guid for guid, lost in flags if lost is not None]
            gone = rows.among(Segment, "guid", flagged)
            codings: dict[str, list[Coding]] = defaultdict(list)
            apart = self._store.sight.apart()
            for coding in rows.among(Coding, "segment", [segment.guid for segment in gone]):
                if not apart.hides(coding.guid, coding.user, source.guid):
                    codings[coding.segment].append(coding)
        gone.sort(key=lambda segment: (segment.start, segment.guid))
        return [Lost(segment, tuple(codings[segment.guid])) for segment in gone]
