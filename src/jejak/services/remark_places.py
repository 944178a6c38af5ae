"""Where remarks from a copy belong in the study itself, character by character."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence

from ..errors import JejakError
from ..model import KINDS, Block, Segment, Source, StudyInfo
from ..model.auditor import AuditorCopy
from ..model.review import REMARKED
from ..store import Rows, Store
from ..store.correcting import corrected
from ..store.outward import Outward
from .hiding import Hiding
from .leaving import Leaving
from .redacted_texts import edits_of
from .remark_files import Placed, Sent

__all__ = ["places_of"]


def places_of(store: Store, rows: Rows, mark: AuditorCopy, remarks: Sequence[Sent]) -> list[Placed]:
    """What each remark is about as the study stands now.

    What was in the study when it was copied is known by its GUID. A passage that the auditor chose is
    carried back to the text as it stood then, and on to that of today by its words where the text was
    corrected since.
    """
    free = {one.source for one in remarks if one.source and rows.find(Segment, one.target) is None}
    then = _then(store, mark, free - {None})
    return [_place(rows, mark, one, then) for one in remarks]


# Of a source: its text when it was copied, and the way to the copy.
_Then = dict[str, tuple[str, Outward]]


def _then(store: Store, mark: AuditorCopy, sources: Iterable[str | None]) -> _Then:
    wanted, found = [one for one in sources if one], _Then()
    if not wanted:
        return found
    # A study from which somebody withdrew since cannot be looked at as it stood.
    with contextlib.suppress(JejakError), store.at(mark.seq) as past, past.view() as rows:
        hiding = Hiding(rows, Leaving(rows))
        # Speakers who are no cases get their numbers in the order of the sources.
        for source in rows.all(Source):
            edits = edits_of(rows, source, hiding, mark.texts)
            if source.guid in wanted:
                found[source.guid] = rows.text(source.text), Outward(edits)
    return found


def _place(rows: Rows, mark: AuditorCopy, one: Sent, then: _Then) -> Placed:
    if one.kind in REMARKED and rows.find(KINDS[one.kind], one.target) is not None:
        return Placed(one.kind, one.target)
    source = rows.find(Source, one.source) if one.source else None
    if source is None or one.start is None or one.end is None:
        return Placed(StudyInfo.KIND, mark.of, homeless=True)
    span = _span(rows, source, one, then.get(source.guid))
    return Placed(Source.KIND, source.guid, span, homeless=span is None)


def _span(
    rows: Rows, source: Source, one: Sent, then: tuple[str, Outward] | None
) -> tuple[int, int] | None:
    text = rows.text(source.text)
    if then is not None:
        was, way = then
        start, end = way.back(one.start or 0, one.end or 0)
        if was == text:
            return (start, end) if 0 <= start < end <= len(text) else None
        return _only(text, was[start:end])
    hiding = Hiding(rows, Leaving(rows))
    edits = hiding.edits(text, rows.each(Block, source=source.guid))
    told = _only(corrected(text, edits), one.passage)
    return None if told is None else Outward(edits).back(*told)


def _only(text: str, words: str) -> tuple[int, int] | None:
    """Where words stand, if they stand in one place alone."""
    at = text.find(words) if words else -1
    return None if at < 0 or text.find(words, at + 1) >= 0 else (at, at + len(words))
